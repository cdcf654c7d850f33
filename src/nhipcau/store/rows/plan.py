"""Development plans and their rows."""

from __future__ import annotations

from typing import Final

from nhipcau.facts.plan import Plan
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.models import PlanRow
from nhipcau.store.rows.table import Table

_COLUMNS: Final = ("id", "offer_id", "need_id", "made_at", "demo", "version")


def _columns(plan: Plan) -> dict[str, object]:
    body = {name: part for name, part in to_record(plan).items() if name not in _COLUMNS}
    return {**{name: getattr(plan, name) for name in _COLUMNS}, "body": body}


def _plan(row: PlanRow) -> Plan:
    return from_record(Plan, {**row.body, **{name: getattr(row, name) for name in _COLUMNS}})


PLANS: Table[Plan, PlanRow] = Table(model=PlanRow, kind="plan", columns=_columns, fact=_plan)
