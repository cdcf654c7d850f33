"""The id of a development plan comes in; the plan with what its steps are about goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Activity
from nhipcau.facts.plan import Plan
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.planning.sight import agreements_of, plan_rows, rows_of, seen_rows
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import PlanView

_ON_A_PLAN: Final = ("plan.make", "plan.decide", "plan.finish")


def plan_page(office: Office, actor: Actor, plan_id: str) -> PlanView:
    """Return one plan; ``NotFound`` where there is none that this person may know of."""
    demand(actor, "plan.see")
    plan = office.store.reads().plan(plan_id)
    rows = plan_rows(office, actor, [plan]) if plan is not None else ()
    if plan is None or not rows:
        raise not_found("plan", plan_id)
    steps = (step.offer_id for route in plan.routes for step in route.steps)
    asked = {need for gap in (*plan.gaps, *plan.questions) for need in gap.needs}
    remedies = rows_of(office, "offer", steps)
    with office.store.unit() as unit:
        changes = len(unit.changes.of("plan", plan_id)) if allowed(actor, "history.see") else 0
    return PlanView(
        row=rows[0],
        remedies=seen_rows(office, actor, remedies),
        agreements=agreements_of(office, actor, remedies),
        activities=_activities(office, plan),
        needs=seen_rows(office, actor, rows_of(office, "need", asked)),
        may=tuple(one for one in _ON_A_PLAN if allowed(actor, one, rows[0].offer.item)),
        changes=changes,
    )


def _activities(office: Office, plan: Plan) -> dict[str, Activity]:
    named = {taken.offer_id: taken.activity_id for taken in plan.taken if taken.activity_id}
    with office.store.unit() as unit:
        known = unit.activities.get_many(named.values())
    return {offer: known[activity] for offer, activity in named.items() if activity in known}
