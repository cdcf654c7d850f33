"""The id of a plan comes in; the plan goes out where this person may know of it, else ``NotFound``."""

from __future__ import annotations

from collections.abc import Iterator

from nhipcau.facts.errors import NotFound
from nhipcau.facts.plan import Plan, PlanStep, StepState, Taken
from nhipcau.programme.permissions import allowed
from nhipcau.programme.work import Work, found, unchanged


def plan_at(work: Work, plan_id: str, version: int | None = None) -> Plan:
    """Return a plan as the person saw it."""
    plan = found(work.unit.plans.get(plan_id), "plan", plan_id)
    offer = work.unit.offers.get(plan.offer_id)
    if offer is None or not allowed(work.actor, "plan.see", offer):
        raise NotFound("error.not-found", kind="plan", id=plan_id)
    return unchanged(plan, version)


def step_of(plan: Plan, offer_id: str) -> PlanStep:
    """Return the first step of a plan that an offer is to take."""
    step = next(_steps(plan, offer_id), None)
    if step is None:
        raise NotFound("error.not-found", kind="plan-step", id=offer_id)
    return step


def taken_of(plan: Plan, offer_id: str) -> Taken | None:
    """Return what was decided of a step."""
    return next((taken for taken in plan.taken if taken.offer_id == offer_id), None)


def with_taken(plan: Plan, taken: Taken) -> tuple[Taken, ...]:
    """Return what was decided, with one decision new or in the place of the one before."""
    return (*(one for one in plan.taken if one.offer_id != taken.offer_id), taken)


def decided(work: Work, offer_id: str, state: StepState, *, activity_id: str | None, note: str) -> Taken:
    """Return a decision of this person."""
    actor = work.actor
    return Taken(
        offer_id=offer_id,
        state=state,
        at=work.at,
        by=actor.id,
        by_name=actor.name,
        activity_id=activity_id,
        note=note,
    )


def _steps(plan: Plan, offer_id: str) -> Iterator[PlanStep]:
    return (step for route in plan.routes for step in route.steps if step.offer_id == offer_id)
