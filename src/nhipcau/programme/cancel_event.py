"""An event that will not be held comes in; it is cancelled, and its form opens nothing any more."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.event import Event, EventState
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def cancel_event(office: Office, actor: Actor, event_id: str, *, version: int | None = None) -> Event:
    """Cancel an event that is planned or open; what was registered and asked for stays readable."""
    demand(actor, "event.plan")
    with work(office, actor, "cancel-event") as opened:
        event = event_at(opened, event_id, version)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        return opened.save(replace(event, state=EventState.CANCELLED), before=event)
