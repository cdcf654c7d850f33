"""When somebody said they come, and what the desk noted, come in; whether they are there in a slot goes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from nhipcau.facts.attendance import Attendee, Interpreter, Presence, PresenceKind, Window
from nhipcau.facts.event import EventSlot

_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)


def standing_of(presences: Sequence[Presence], attendee: str | None = None) -> Presence | None:
    """Return what was noted last of somebody: of one person of a firm, or (``None``) of the whole firm."""
    mine = [one for one in presences if one.attendee is None or one.attendee == attendee]
    return max(mine, key=lambda one: one.noted_at, default=None)


def away(presences: Iterable[Presence], attendee: str | None = None) -> tuple[Window, ...]:
    """Return when somebody is away by what the desk noted; that they arrived ends what was noted before."""
    found: list[Window] = []
    for one in sorted(presences, key=lambda presence: presence.noted_at):
        if one.attendee is not None and one.attendee != attendee:
            continue
        if one.kind is PresenceKind.ARRIVED:
            ended = (Window(starts=past.starts, ends=min(past.ends, one.starts)) for past in found)
            found = [past for past in ended if past.starts < past.ends]
        else:
            found.append(Window(starts=one.starts, ends=one.ends or _LAST))
    return tuple(found)


def attendee_slots(attendee: Attendee, presences: Sequence[Presence], slots: Sequence[EventSlot]) -> frozenset[int]:
    """Return the numbers of the slots in which one person of a firm is there from the first minute to the last."""
    bounds = Window(starts=attendee.arrives or _FIRST, ends=attendee.leaves or _LAST)
    return _there(slots, (attendee.windows or (bounds,)), bounds, away(presences, attendee.key))


def interpreter_slots(interpreter: Interpreter, slots: Sequence[EventSlot]) -> frozenset[int]:
    """Return the numbers of the slots in which an interpreter is there from the first minute to the last."""
    whole = Window(starts=_FIRST, ends=_LAST)
    return _there(slots, interpreter.windows or (whole,), whole, away(interpreter.presences))


def _there(
    slots: Sequence[EventSlot], windows: Sequence[Window], bounds: Window, gone: Sequence[Window]
) -> frozenset[int]:
    return frozenset(
        number
        for number, slot in enumerate(slots)
        if _within(slot, bounds)
        and any(_within(slot, window) for window in windows)
        and not any(slot.starts < absence.ends and absence.starts < slot.ends for absence in gone)
    )


def _within(slot: EventSlot, window: Window) -> bool:
    return window.starts <= slot.starts and slot.ends <= window.ends
