"""What is known of an interpreter comes in; the interpreter goes out, a resource of an event's timetable."""

from __future__ import annotations

from typing import Any, Unpack, cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter
from nhipcau.facts.event import EventState
from nhipcau.programme.arguments import InterpreterParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.hosting.interpreting import checked_parts
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def add_interpreter(office: Office, actor: Actor, event_id: str, **parts: Unpack[InterpreterParts]) -> Interpreter:
    """Add an interpreter: a name and a pair of languages are needed."""
    demand(actor, "event.interpreters")
    with work(office, actor, "add-interpreter") as opened:
        event = event_at(opened, event_id)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        form = Form(actor.language)
        typed = cast("InterpreterParts", {"name": "", "pairs": (), **parts})
        values: dict[str, Any] = {"language": actor.language, **checked_parts(opened, form, typed, event)}
        form.check()
        return opened.add(
            Interpreter(
                id=office.ids.new(),
                event_id=event.id,
                created_at=opened.at,
                created_by=actor.id,
                demo=event.demo,
                **values,
            )
        )
