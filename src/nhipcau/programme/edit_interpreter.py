"""Parts of an interpreter set right come in; the interpreter with them goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter
from nhipcau.facts.event import EventState
from nhipcau.programme.arguments import InterpreterParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at, interpreter_at
from nhipcau.programme.hosting.interpreting import checked_parts
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def edit_interpreter(
    office: Office,
    actor: Actor,
    interpreter_id: str,
    *,
    version: int | None = None,
    **parts: Unpack[InterpreterParts],
) -> Interpreter:
    """Set any of the parts; those left out stay, lists are replaced whole."""
    demand(actor, "event.interpreters")
    with work(office, actor, "edit-interpreter") as opened:
        before = interpreter_at(opened, interpreter_id, "event.interpreters", version)
        event = event_at(opened, before.event_id)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        form = Form(actor.language)
        changes = checked_parts(opened, form, parts, event, before)
        form.check()
        return opened.save(replace(before, **changes), before=before)
