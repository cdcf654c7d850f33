"""A timetable's meetings come in; what stands in one session, as rows by columns of slots, goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.event import Event, EventSlot
from nhipcau.facts.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row: ``kind`` is "venue", "registration" or "interpreter", ``id`` the venue's key or the other's id."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One session of a timetable. ``cells`` are the meetings by (row id, slot key); most pairs have none.

    A room with several seats has several meetings in a cell, and so has a firm whose people split.
    """

    session: str
    zone: str
    slots: tuple[EventSlot, ...]
    rows: tuple[GridRow, ...]
    cells: Mapping[tuple[str, str], tuple[Meeting, ...]]


def room_grid(event: Event, session: str, meetings: Iterable[Meeting]) -> Grid:
    """Return the venues that are open in a session, in the event's order, with what is held there.

    One that is not open there, and yet holds a meeting, stands last: a grid hides no meeting.
    """
    held = _in_session(event, session, meetings)
    used = {meeting.venue for meeting in held}
    kinds = next((one.kinds for one in event.sessions if one.key == session), ())
    fitting = {
        venue.key
        for venue in event.venues
        if (not venue.sessions or session in venue.sessions) and (not kinds or venue.kind in kinds)
    }
    shown = sorted(
        (venue for venue in event.venues if venue.key in fitting | used), key=lambda it: it.key not in fitting
    )
    rows = [GridRow(kind="venue", id=venue.key, name=venue.name) for venue in shown]
    return _grid(event, session, rows, held, lambda meeting: (meeting.venue,))


def people_grid(
    event: Event, session: str, meetings: Iterable[Meeting], names: Mapping[str, str], interpreters: Mapping[str, str]
) -> Grid:
    """Return registrations, then interpreters (both: id to name), by name, with what they sit in."""
    rows = [
        GridRow(kind=kind, id=one, name=name)
        for kind, of in (("registration", names), ("interpreter", interpreters))
        for one, name in sorted(of.items(), key=lambda it: (it[1].casefold(), it[0]))
    ]
    held = _in_session(event, session, meetings)
    return _grid(event, session, rows, held, lambda it: (it.asker_id, it.asked_id, *it.interpreter_ids))


def _in_session(event: Event, session: str, meetings: Iterable[Meeting]) -> list[Meeting]:
    keys = {slot.key for slot in slots_of(event.sessions) if slot.session == session}
    return [meeting for meeting in meetings if meeting.slot in keys]


def _grid(
    event: Event,
    session: str,
    rows: Sequence[GridRow],
    held: Iterable[Meeting],
    places: Callable[[Meeting], tuple[str, ...]],
) -> Grid:
    cells: dict[tuple[str, str], tuple[Meeting, ...]] = {}
    for meeting in held:
        for row in places(meeting):
            cells[row, meeting.slot] = (*cells.get((row, meeting.slot), ()), meeting)
    slots = tuple(slot for slot in slots_of(event.sessions) if slot.session == session)
    return Grid(session=session, zone=event.zone, slots=slots, rows=tuple(rows), cells=cells)
