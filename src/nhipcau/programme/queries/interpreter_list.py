"""The id of an event comes in; its interpreters go out, for the office."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter
from nhipcau.programme.hosting.sight import event_seen
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand


def interpreter_list(office: Office, actor: Actor, event_id: str) -> tuple[Interpreter, ...]:
    """Return the interpreters by name, those that withdrew last."""
    demand(actor, "event.on-behalf")
    reads = office.store.reads()
    event = event_seen(reads, actor, event_id)
    return tuple(sorted(reads.interpreters(event.id), key=lambda one: (one.withdrawn, one.name, one.id)))
