"""An event comes in; all that its timetable is made of goes out, as it is kept."""

from __future__ import annotations

from nhipcau.facts.event import Event
from nhipcau.programme.events.ports import EventReads, EventUnit
from nhipcau.programme.events.problem import Gathered


def gathered_in(unit: EventUnit, event: Event) -> Gathered:
    """Return what a unit of work sees."""
    return Gathered(
        event=event,
        registrations=tuple(unit.registrations.of_event(event.id)),
        interpreters=tuple(unit.interpreters.of_event(event.id)),
        requests=tuple(unit.meeting_requests.of_event(event.id)),
    )


def gathered_by(reads: EventReads, event: Event) -> Gathered:
    """Return what a page sees."""
    return Gathered(
        event=event,
        registrations=reads.registrations(event.id),
        interpreters=reads.interpreters(event.id),
        requests=reads.meeting_requests(event.id),
    )
