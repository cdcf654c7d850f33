"""A step of a plan that is done comes in, with what it proved; the offer says so from now on, and is matched again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import Attribute
from nhipcau.facts.plan import Plan, StepState, Taken
from nhipcau.programme.arguments import AttributeParts, FinishedStep
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.planning.access import decided, plan_at, step_of, taken_of, with_taken
from nhipcau.programme.record_attribute import attribute_stated, recorded
from nhipcau.programme.work import Work, work


def finish_step(
    office: Office,
    actor: Actor,
    plan_id: str,
    offer_id: str,
    *,
    version: int | None = None,
    **parts: Unpack[FinishedStep],
) -> Plan:
    """Finish a step that was accepted, on a day that is not to come.

    What came of it (``attribute``: a certificate, a measurement) is recorded of the enterprise's offer together with
    it, so that near misses are matched again; a mistake in it leaves the step as it was, and undone, both are.
    """
    demand(actor, "plan.finish")
    form, today = Form(actor.language), office.clock.today()
    day = form.day("on", parts.get("on"), not_after=today) or today
    said = form.text("note", parts.get("note"), longest=office.limits.longest_note)
    form.check()
    proof = _proof(office, actor, parts.get("attribute"), day, said)
    with work(office, actor, "finish-step") as opened:
        plan = plan_at(opened, plan_id, version)
        known = _accepted(plan, offer_id)
        if proof is not None:
            recorded(opened, plan.offer_id, proof)
        _happened(opened, known, day, said)
        taken = decided(opened, offer_id, StepState.FINISHED, activity_id=known.activity_id, note=said)
        return opened.save(replace(plan, taken=with_taken(plan, taken)), before=plan)


def _proof(office: Office, actor: Actor, parts: AttributeParts | None, day: date, said: str) -> Attribute | None:
    if not parts or not any(parts.values()):
        return None
    return attribute_stated(office, actor, {**parts, "on": parts.get("on") or day}, said)


def _accepted(plan: Plan, offer_id: str) -> Taken:
    step_of(plan, offer_id)
    known = taken_of(plan, offer_id)
    if known is None or known.state is not StepState.ACCEPTED:
        raise Conflict("error.step-not-accepted")
    return known


def _happened(opened: Work, known: Taken, day: date, said: str) -> None:
    """Put the activity on the day that it was done, where it was only planned, and add what is said of it."""
    activity = opened.unit.activities.get(known.activity_id) if known.activity_id else None
    if activity is not None:
        note = f"{activity.note}\n{said}" if said else activity.note
        opened.save(replace(activity, on=min(activity.on, day), note=note), before=activity)
