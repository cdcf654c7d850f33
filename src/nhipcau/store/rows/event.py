"""Events, registrations, interpreters and requests, and their rows."""

from __future__ import annotations

from nhipcau.facts.attendance import Interpreter, Registration
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import MeetingRequest
from nhipcau.programme.name_keys import folded
from nhipcau.store.models import EventRow, InterpreterRow, MeetingRequestRow, RegistrationRow
from nhipcau.store.rows.bodied import bodied
from nhipcau.store.rows.folding import sort_key
from nhipcau.store.rows.table import Table

_KEPT = ("demo", "version")


def _event(event: Event) -> dict[str, object]:
    starts = min((session.starts for session in event.sessions), default=None)
    return {"sort_title": sort_key(event.title), "starts_at": starts}


def _registration(registration: Registration) -> dict[str, object]:
    names = (registration.name, *(attendee.name for attendee in registration.attendees))
    people = "|".join(one.person_id for one in registration.attendees if one.person_id)
    return {
        "sort_name": sort_key(registration.name),
        "found_by": "\n".join(map(folded, names)),
        "people": f"|{people}|" if people else "",
    }


def _request(request: MeetingRequest) -> dict[str, object]:
    lower, higher = sorted((request.asker_id, request.asked_id))
    return {"lower": lower, "higher": higher}


EVENTS: Table[Event, EventRow] = bodied(
    Event,
    EventRow,
    "event",
    ("id", "commitment_id", "title", "state", "created_at", "link_key", "timetable_id", *_KEPT),
    _event,
)
REGISTRATIONS: Table[Registration, RegistrationRow] = bodied(
    Registration,
    RegistrationRow,
    "registration",
    (
        *("id", "event_id", "organisation_id", "name", "side", "state", "walk_in", "kept_for", "created_at"),
        *("calendar_key", *_KEPT),
    ),
    _registration,
)
INTERPRETERS: Table[Interpreter, InterpreterRow] = bodied(
    Interpreter, InterpreterRow, "interpreter", ("id", "event_id", "person_id", "calendar_key", *_KEPT)
)
MEETING_REQUESTS: Table[MeetingRequest, MeetingRequestRow] = bodied(
    MeetingRequest,
    MeetingRequestRow,
    "meeting-request",
    ("id", "event_id", "asker_id", "asked_id", "state", "expires_at", "created_at", "score", *_KEPT),
    _request,
)
