"""The tables of a store in memory come in; the plans that a filter asks for go out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nhipcau.facts.plan import Plan
from nhipcau.programme.filters import PlanFilter
from tests.programme.memory_tables import Tables

SORTS: dict[str, Callable[[Any], Any]] = {"made": lambda plan: plan.made_at}


def plans(tables: Tables, wanted: PlanFilter) -> list[Plan]:
    return [
        plan
        for plan in tables.plans.values()
        if wanted.offer_id in (None, plan.offer_id)
        and wanted.need_id in (None, plan.need_id)
        and wanted.visible_to in (None, tables.offers[plan.offer_id].organisation_id)
        and wanted.demo in (None, plan.demo)
    ]
