"""What the desk sees of somebody comes in: they came, are late, did not come, left, are sick; it is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter, Presence, PresenceKind, Registration
from nhipcau.facts.event import EventState
from nhipcau.facts.message import Message
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at, interpreter_at, registration_at
from nhipcau.programme.hosting.moments import moment, ordered
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import Work, work

_LONGEST_NOTE = 500


def note_presence(  # noqa: PLR0913 -- of whom, what, from when to when
    office: Office,
    actor: Actor,
    attending_id: str,
    *,
    kind: str,
    attendee: str = "",
    since: str | datetime | None = None,
    until: str | datetime | None = None,
    note: str = "",
    version: int | None = None,
) -> Registration | Interpreter:
    """Note that a firm, one of its people (``attendee``, a key), or an interpreter is there, or away.

    Moments are by the event's clock; ``since`` left out is now, ``until`` left out the end of the event. Who is late is
    expected at a time. The timetable stays as it is until it is repaired.
    """
    demand(actor, "event.desk")
    with work(office, actor, "note-presence") as opened:
        before = _attending(opened, attending_id, version)
        event = event_at(opened, before.event_id)
        demand_event_state(event, EventState.OPEN)
        form = Form(actor.language)
        zone = ZoneInfo(event.zone)
        said = form.code("kind", kind, tuple(PresenceKind), required=True)
        starts = moment(form, "since", since, zone) or opened.at
        ends = moment(form, "until", until, zone)
        ordered(form, "until", starts, ends)
        if said == PresenceKind.LATE and ends is None:
            form.refuse("until", Message("field.required"))
        if attendee and attendee not in _people(before):
            form.refuse("attendee", Message("field.code-unknown", {"value": attendee}))
        text = form.text("note", note, longest=_LONGEST_NOTE)
        form.check()
        noted = Presence(
            kind=PresenceKind(said),
            starts=starts,
            ends=ends,
            noted_at=opened.at,
            noted_by=actor.id,
            attendee=attendee or None,
            note=text,
        )
        return opened.save(replace(before, presences=(*before.presences, noted)), before=before)


def _attending(work: Work, attending_id: str, version: int | None) -> Registration | Interpreter:
    if work.unit.interpreters.get(attending_id) is not None:
        return interpreter_at(work, attending_id, "event.desk", version)
    return registration_at(work, attending_id, "event.desk", version)


def _people(attending: Registration | Interpreter) -> frozenset[str]:
    return frozenset(one.key for one in attending.attendees) if isinstance(attending, Registration) else frozenset()
