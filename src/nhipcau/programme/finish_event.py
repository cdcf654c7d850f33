"""An event that is over comes in; it stands as it was, and nothing is registered or asked for any more."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.event import Event, EventState
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def finish_event(office: Office, actor: Actor, event_id: str, *, version: int | None = None) -> Event:
    """Finish an open event."""
    demand(actor, "event.plan")
    with work(office, actor, "finish-event") as opened:
        event = event_at(opened, event_id, version)
        demand_event_state(event, EventState.OPEN)
        return opened.save(replace(event, state=EventState.FINISHED), before=event)
