"""An interpreter comes in; no timetable counts on them from now on."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import EventState
from nhipcau.programme.hosting.access import demand_event_state, event_at, interpreter_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def withdraw_interpreter(
    office: Office, actor: Actor, interpreter_id: str, *, version: int | None = None
) -> Interpreter:
    """Withdraw an interpreter; the meetings of a released timetable stay with them until it is repaired."""
    demand(actor, "event.interpreters")
    with work(office, actor, "withdraw-interpreter") as opened:
        before = interpreter_at(opened, interpreter_id, "event.interpreters", version)
        demand_event_state(event_at(opened, before.event_id), EventState.DRAFT, EventState.OPEN)
        if before.withdrawn:
            raise Conflict("error.interpreter-withdrawn", id=before.id)
        return opened.save(replace(before, withdrawn=True), before=before)
