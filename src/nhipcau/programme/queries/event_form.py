"""The secret of an event's registration form comes in; the event and the actor of the form go out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.event import Event, EventState
from nhipcau.programme.matching.following import fingerprint
from nhipcau.programme.office import Office
from nhipcau.programme.queries.asking import not_found


def event_form(office: Office, secret: str, *, language: str = "vi") -> tuple[Actor, Event]:
    """Return who registers there and at which event; one that is not open, or a secret that is not, ``NotFound``."""
    event = office.store.reads().event_by_link_key(fingerprint(secret))
    if event is None or event.state is not EventState.OPEN:
        raise not_found("event", "")
    actor = Actor(id="event-form", name="", role=Role.ENTERPRISE, language=language, attends="")
    return actor, replace(event, link_key="", created_by="")
