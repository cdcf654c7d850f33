"""A step of a plan comes in; it is dropped, and a planned activity that has not begun goes with it."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.plan import Plan, StepState, Taken
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.planning.access import decided, plan_at, step_of, taken_of, with_taken
from nhipcau.programme.work import Work, work


def drop_step(
    office: Office, actor: Actor, plan_id: str, offer_id: str, *, note: str = "", version: int | None = None
) -> Plan:
    """Drop a step, with a word why. One that is finished stays."""
    demand(actor, "plan.decide")
    form = Form(actor.language)
    said = form.text("note", note, longest=office.limits.longest_note)
    form.check()
    with work(office, actor, "drop-step") as opened:
        plan = plan_at(opened, plan_id, version)
        step_of(plan, offer_id)
        known = taken_of(plan, offer_id)
        if known is not None and known.state is StepState.FINISHED:
            raise Conflict("error.step-finished")
        kept = _without_plan(opened, known)
        taken = decided(opened, offer_id, StepState.DROPPED, activity_id=kept, note=said)
        return opened.save(replace(plan, taken=with_taken(plan, taken)), before=plan)


def _without_plan(opened: Work, known: Taken | None) -> str | None:
    """Take away the activity that was planned, and return the id of one that is history already."""
    activity = opened.unit.activities.get(known.activity_id) if known and known.activity_id else None
    if activity is None or activity.on <= opened.office.clock.today():
        return activity.id if activity else None
    opened.delete(activity)
    return None
