"""A planned event comes in; from now on everybody may know of it, register and ask for meetings."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def open_event(office: Office, actor: Actor, event_id: str, *, version: int | None = None) -> Event:
    """Open an event; one without sessions or without a place to meet raises ``Conflict("error.event-unfinished")``."""
    demand(actor, "event.plan")
    with work(office, actor, "open-event") as opened:
        event = event_at(opened, event_id, version)
        demand_event_state(event, EventState.DRAFT)
        if not event.sessions or not event.venues:
            raise Conflict("error.event-unfinished", id=event.id)
        return opened.save(replace(event, state=EventState.OPEN), before=event)
