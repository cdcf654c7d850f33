"""Questions about development plans come in; plans go out, as they are kept."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from nhipcau.facts.plan import Plan
from nhipcau.programme.filters import Paging, PlanFilter
from nhipcau.programme.views import Page
from nhipcau.store.models import PlanRow
from nhipcau.store.queries.paging import Sort, by_moment, sliced
from nhipcau.store.rows.plan import PLANS

SORTS: Final[dict[str, Sort]] = {"made": by_moment("made_at")}


def plan(plan_id: str) -> Plan | None:
    """Return one plan, in one query."""
    row = PlanRow.objects.filter(pk=plan_id).first()
    return PLANS.fact(row) if row is not None else None


def plan_list(wanted: PlanFilter, paging: Paging) -> Page[Plan]:
    """Return one page of plans, in three queries."""
    asked = Q()
    if wanted.offer_id is not None:
        asked &= Q(offer_id=wanted.offer_id)
    if wanted.need_id is not None:
        asked &= Q(need_id=wanted.need_id)
    if wanted.visible_to is not None:
        asked &= Q(offer__organisation_id=wanted.visible_to)
    if wanted.demo is not None:
        asked &= Q(demo=wanted.demo)
    found = sliced(PlanRow.objects.filter(asked), paging, SORTS)
    return Page(items=tuple(map(PLANS.fact, found.rows)), next_cursor=found.next_cursor, total=found.total)
