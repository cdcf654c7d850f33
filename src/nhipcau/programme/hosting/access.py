"""Ids of an event and what belongs to it come in; the things go out where this person may know of them."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter, Registration, RegistrationState
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import MeetingRequest
from nhipcau.programme.permissions import allowed
from nhipcau.programme.ports import Unit
from nhipcau.programme.work import Work, found, unchanged


def event_at(work: Work, event_id: str, version: int | None = None) -> Event:
    """Return an event as the person saw it: enterprises know of those that are open, or that they come to."""
    event = found(work.unit.events.get(event_id), "event", event_id)
    if not allowed(work.actor, "event.see", event) and not any(
        allowed(work.actor, "event.see", own) for own in own_at(work.unit, work.actor, event_id)
    ):
        raise NotFound("error.not-found", kind="event", id=event_id)
    return unchanged(event, version)


def own_at(unit: Unit, actor: Actor, event_id: str) -> list[Registration | Interpreter]:
    """Return what a person comes to an event as: by a secret address, or for its organisation."""
    own: list[Registration | Interpreter | None] = []
    if actor.attends:
        own = [unit.registrations.get(actor.attends), unit.interpreters.get(actor.attends)]
    elif actor.organisation_id:
        own = [*unit.registrations.of_organisations([actor.organisation_id])]
    return [one for one in own if one is not None and one.event_id == event_id]


def standing_at(work: Work, event_id: str, *, withdrawn: bool = False) -> list[Registration]:
    """Return the registrations of an event that were joined into no other; withdrawn ones where they are wanted."""
    return [
        one
        for one in work.unit.registrations.of_event(event_id)
        if one.kept_for is None and (withdrawn or one.state is not RegistrationState.WITHDRAWN)
    ]


def registration_at(work: Work, registration_id: str, permission: str, version: int | None = None) -> Registration:
    """Return a registration with which a person may do this; one that was joined into another is not there."""
    registration = found(work.unit.registrations.get(registration_id), "registration", registration_id)
    if registration.kept_for is not None or not allowed(work.actor, permission, registration):
        raise NotFound("error.not-found", kind="registration", id=registration_id)
    return unchanged(registration, version)


def other_at(work: Work, registration: Registration, other_id: str) -> Registration:
    """Return somebody else at the same event; of other events, and of what was joined, nobody is told here."""
    other = work.unit.registrations.get(other_id)
    if other is None or other.event_id != registration.event_id or other.kept_for is not None:
        raise NotFound("error.not-found", kind="registration", id=other_id)
    return other


def interpreter_at(work: Work, interpreter_id: str, permission: str, version: int | None = None) -> Interpreter:
    """Return an interpreter with whom a person may do this."""
    interpreter = found(work.unit.interpreters.get(interpreter_id), "interpreter", interpreter_id)
    if not allowed(work.actor, permission, interpreter):
        raise NotFound("error.not-found", kind="interpreter", id=interpreter_id)
    return unchanged(interpreter, version)


def request_at(
    work: Work, request_id: str, version: int | None = None
) -> tuple[MeetingRequest, Registration, Registration]:
    """Return a request with its asker and the asked: for a side of it, and for the office."""
    request = found(work.unit.meeting_requests.get(request_id), "meeting-request", request_id)
    sides = work.unit.registrations.get_many([request.asker_id, request.asked_id])
    asker = found(sides.get(request.asker_id), "registration", request.asker_id)
    asked = found(sides.get(request.asked_id), "registration", request.asked_id)
    if not any(allowed(work.actor, "event.request", side) for side in (asker, asked)):
        raise NotFound("error.not-found", kind="meeting-request", id=request_id)
    return unchanged(request, version), asker, asked


def demand_event_state(event: Event, *states: EventState) -> None:
    """Raise ``Conflict`` where an event is in none of these states."""
    if event.state not in states:
        raise Conflict("error.event-state", id=event.id, state=event.state)
