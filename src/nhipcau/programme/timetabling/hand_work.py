"""A change of one meeting under way comes in; what hangs on it (who is told, that the event moved on) is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, Timetable, TimetableState
from nhipcau.programme.timetabling.access import demand_editable, timetable_at
from nhipcau.programme.timetabling.by_hand import ByHand
from nhipcau.programme.timetabling.gathering import gathered_in
from nhipcau.programme.timetabling.telling import note_changes
from nhipcau.programme.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """A timetable that a person changes by hand, with the meetings that it has before."""

    timetable: Timetable
    event: Event
    meetings: tuple[Meeting, ...]


def editing(work: Work, timetable_id: str) -> Editing:
    """Return a draft, or what is released; ``Conflict`` where it is neither."""
    timetable, event = timetable_at(work, timetable_id)
    demand_editable(timetable, event)
    return Editing(timetable=timetable, event=event, meetings=tuple(work.unit.meetings.of_timetable(timetable.id)))


def by_hand(work: Work, edited: Editing, request_id: str) -> ByHand:
    """Return a request's meeting, to be laid; ``Conflict`` where not both accepted, or one does not come."""
    laying = ByHand(gathered_in(work.unit, edited.event), edited.meetings, request_id, work.at)
    if not laying.possible:
        raise Conflict("error.not-accepted", id=request_id)
    return laying


def told(work: Work, edited: Editing, after: Sequence[Meeting]) -> None:
    """Note who is to be told of a change of what is released; of a draft nobody is.

    The event's version moves on: who repairs or releases what they saw before is told that it changed.
    """
    if edited.timetable.state is TimetableState.RELEASED:
        work.unit.events.save(edited.event)
        note_changes(work, edited.event, edited.timetable.id, edited.meetings, after)


def with_changed(meetings: Sequence[Meeting], changed: Meeting) -> tuple[Meeting, ...]:
    """Return meetings with one as it is now."""
    return (*(one for one in meetings if one.request_id != changed.request_id), changed)
