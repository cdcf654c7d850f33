"""An event's sessions come in; its slots go out, in the order of their times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from nhipcau.facts.event import EventSlot, Pause, Session


def slots_of(sessions: tuple[Session, ...]) -> tuple[EventSlot, ...]:
    """Return every slot of these sessions by (start, end, key)."""
    found = (slot for session in sessions for slot in _of(session))
    return tuple(sorted(found, key=lambda slot: (slot.starts, slot.ends, slot.key)))


def _of(session: Session) -> Iterator[EventSlot]:
    """Lay slots one after another; one that would reach into a pause begins after it."""
    length, gap = timedelta(minutes=session.slot_minutes), timedelta(minutes=session.gap_minutes)
    pauses = sorted(session.pauses, key=lambda pause: pause.starts)
    starts, number = session.starts, 1
    while (starts := _after_pauses(starts, length, pauses)) + length <= session.ends:
        yield EventSlot(key=f"{session.key}:{number}", session=session.key, starts=starts, ends=starts + length)
        starts, number = starts + length + gap, number + 1


def _after_pauses(starts: datetime, length: timedelta, pauses: list[Pause]) -> datetime:
    for pause in pauses:
        if starts < pause.ends and pause.starts < starts + length:
            starts = pause.ends
    return starts
