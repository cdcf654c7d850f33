"""Ids of timetables and what is in them come in; the things go out where this person works at the desk."""

from __future__ import annotations

from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import Meeting, Timetable, TimetableState
from nhipcau.programme.hosting.access import demand_event_state
from nhipcau.programme.work import Work, found, unchanged

OPEN = (TimetableState.DRAFT, TimetableState.RELEASED)


def timetable_at(work: Work, timetable_id: str, version: int | None = None) -> tuple[Timetable, Event]:
    """Return a timetable as the person saw it, with its event."""
    timetable = found(work.unit.timetables.get(timetable_id), "timetable", timetable_id)
    event = found(work.unit.events.get(timetable.event_id), "event", timetable.event_id)
    return unchanged(timetable, version), event


def meeting_at(work: Work, meeting_id: str, version: int | None = None) -> Meeting:
    """Return a meeting as the person saw it."""
    return unchanged(found(work.unit.meetings.get(meeting_id), "meeting", meeting_id), version)


def demand_timetable_state(timetable: Timetable, *states: TimetableState) -> None:
    """Raise ``Conflict`` where a timetable is in none of these states."""
    if timetable.state not in states:
        raise Conflict("error.timetable-state", id=timetable.id, state=timetable.state, number=timetable.number)


def demand_editable(timetable: Timetable, event: Event) -> None:
    """Raise ``Conflict`` where a timetable is one of the past, or the event is over."""
    demand_event_state(event, EventState.OPEN)
    demand_timetable_state(timetable, *OPEN)


def released_of(work: Work, event: Event) -> Timetable:
    """Return the timetable that everybody was told; ``Conflict`` where there is none."""
    timetable = work.unit.timetables.get(event.timetable_id) if event.timetable_id else None
    if timetable is None:
        raise Conflict("error.nothing-released", id=event.id)
    return timetable
