"""An event comes in; the secret of the address of its registration form goes out, and is kept nowhere."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.event import EventState
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.matching.following import fingerprint
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def renew_event_link(office: Office, actor: Actor, event_id: str, *, version: int | None = None) -> str:
    """Return a new secret; the address that was given before opens nothing any more."""
    demand(actor, "event.plan")
    secret = office.secret()
    with work(office, actor, "renew-event-link") as opened:
        event = event_at(opened, event_id, version)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        opened.save(replace(event, link_key=fingerprint(secret)), before=event)
    return secret
