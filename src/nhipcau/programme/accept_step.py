"""A step of a plan and a commitment come in; the step becomes an activity under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import Offer
from nhipcau.facts.plan import Plan, StepState
from nhipcau.programme.arguments import AcceptedStep
from nhipcau.programme.forms import Form
from nhipcau.programme.market.access import item_at
from nhipcau.programme.market.masking import for_the_public
from nhipcau.programme.matching.access import demand_on_the_market
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.planning.access import decided, plan_at, step_of, taken_of, with_taken
from nhipcau.programme.registering.access import commitment_at
from nhipcau.programme.work import Work, work

_FURTHEST: Final = timedelta(days=10 * 365)
_ONCE: Final = (StepState.ACCEPTED, StepState.FINISHED)


def accept_step(
    office: Office,
    actor: Actor,
    plan_id: str,
    offer_id: str,
    *,
    version: int | None = None,
    **parts: Unpack[AcceptedStep],
) -> Plan:
    """Accept the step that an offer takes: it is planned as an activity under a commitment.

    Its day is the one that the plan says, unless another is named; until then it counts for nothing. Its note is the
    title of the offer, unless another is typed. A step that was dropped may be accepted after all.
    """
    demand(actor, "plan.decide")
    form, today = Form(actor.language), office.clock.today()
    day = form.day("on", parts.get("on"), not_after=today + _FURTHEST)
    typed = form.text("note", parts.get("note"), longest=office.limits.longest_note)
    under = form.text("commitment_id", parts.get("commitment_id"), required=True)
    form.check()
    with work(office, actor, "accept-step") as opened:
        plan = plan_at(opened, plan_id, version)
        step, known = step_of(plan, offer_id), taken_of(plan, offer_id)
        if known is not None and known.state in _ONCE:
            raise Conflict("error.step-accepted")
        offer = item_at(opened, Offer, offer_id)
        demand_on_the_market(opened, offer)
        commitment = _commitment(opened, under, plan)
        activity = opened.add(
            Activity(
                id=office.ids.new(),
                commitment_id=commitment.id,
                on=day or plan.starts_on + timedelta(days=step.starts),
                note=typed or for_the_public(offer).title,
                created_at=opened.at,
                created_by=actor.id,
                created_by_name=actor.name,
                demo=commitment.demo,
            )
        )
        taken = decided(opened, offer_id, StepState.ACCEPTED, activity_id=activity.id, note=typed)
        return opened.save(replace(plan, taken=with_taken(plan, taken)), before=plan)


def _commitment(opened: Work, commitment_id: str, plan: Plan) -> Commitment:
    commitment = commitment_at(opened, commitment_id)
    demand(opened.actor, "activity.log", commitment)
    if commitment.abandoned_reason:
        raise Conflict("error.commitment-abandoned", id=commitment.id)
    if commitment.demo != plan.demo:
        raise Conflict("error.demo-mixed")
    return commitment
