"""What is kept of an event comes in; what a person may see of it goes out: no contacts, no "no thanks" of others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter, Registration, RegistrationState
from nhipcau.facts.errors import NotFound
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import MeetingRequest, RequestState
from nhipcau.programme.events.ports import EventReads
from nhipcau.programme.events.views import RequestRow
from nhipcau.programme.hosting.requesting import state_at
from nhipcau.programme.permissions import allowed
from nhipcau.programme.views import ItemRow

_ON_AN_EVENT: Final = (
    "event.plan",
    "event.interpreters",
    "event.on-behalf",
    "event.figures",
    "event.desk",
)
_ON_A_REGISTRATION: Final = ("event.register", "event.request", "event.contacts")


def own_among(reads: EventReads, actor: Actor, event_id: str) -> tuple[Registration | Interpreter, ...]:
    """Return what a person comes to an event as."""
    if actor.attends:
        found = (reads.registration(actor.attends), reads.interpreter(actor.attends))
        return tuple(one for one in found if one is not None and one.event_id == event_id)
    if actor.organisation_id is None:
        return ()
    return tuple(
        one
        for one in reads.registrations(event_id)
        if one.organisation_id == actor.organisation_id and one.kept_for is None
    )


def event_seen(reads: EventReads, actor: Actor, event_id: str) -> Event:
    """Return an event that a person may know of, else raise ``NotFound``."""
    event = reads.event(event_id)
    if event is None or not (
        allowed(actor, "event.see", event)
        or any(allowed(actor, "event.see", own) for own in own_among(reads, actor, event_id))
    ):
        raise NotFound("error.not-found", kind="event", id=event_id)
    return event


def may_on_event(actor: Actor) -> frozenset[str]:
    """Return the permissions that a person has on events."""
    return frozenset(one for one in _ON_AN_EVENT if allowed(actor, one))


def may_on_registration(actor: Actor, registration: Registration) -> frozenset[str]:
    """Return the permissions that a person has on a registration."""
    return frozenset(one for one in _ON_A_REGISTRATION if allowed(actor, one, registration))


def registration_seen(actor: Actor, registration: Registration) -> Registration | None:
    """Return a registration as this person may see it; ``None`` where it may not know of it.

    Others see who comes, once that is sure: the name, the side and the languages spoken.
    """
    if allowed(actor, "event.contacts", registration):
        return registration
    sure = registration.state is RegistrationState.REGISTERED and registration.kept_for is None
    if not sure and not allowed(actor, "event.figures"):
        return None
    people = tuple(
        replace(one, name="", person_id=None, position="", email="", phone="", windows=(), arrives=None, leaves=None)
        for one in registration.attendees
    )
    hidden: dict[str, Any] = {"note": "", "needs": (), "offers": (), "presences": (), "calendar_key": ""}
    return replace(
        registration, attendees=people, created_by="", least_meetings=None, most_meetings=None, zone="", **hidden
    )


def items_told(actor: Actor, registration: Registration, rows: Iterable[ItemRow[Any]]) -> tuple[ItemRow[Any], ...]:
    """Return what a registration brings: to others only what is on the market with its name."""
    if allowed(actor, "event.contacts", registration):
        return tuple(rows)
    seen = [(row, replace(row.item, state=row.state)) for row in rows]
    return tuple(row for row, item in seen if allowed(actor, "market.see", item) and allowed(actor, "market.who", item))


def row_seen(
    actor: Actor, row: RequestRow, sides: tuple[Registration, Registration], now: datetime
) -> RequestRow | None:
    """Return a request as it stands now and as this person may see it; ``None`` where it may not know of it.

    A side is not told of a "no thanks" that nobody had asked for, nor why a "no thanks" was said: to it the meeting is
    declined.
    """
    request = replace(row.request, state=state_at(row.request, now))
    if allowed(actor, "event.on-behalf"):
        return replace(row, request=request)
    own = {side.id for side in sides if allowed(actor, "event.request", side)}
    seen = _of_a_side(request, own) if own else None
    return replace(row, request=seen) if seen is not None else None


def _of_a_side(request: MeetingRequest, own: set[str]) -> MeetingRequest | None:
    told = replace(request, created_by="")
    if request.state is not RequestState.REFUSED or request.refused_by in own:
        return told
    if request.asker_id not in own:
        return None
    return replace(told, state=RequestState.DECLINED, reason=None)
