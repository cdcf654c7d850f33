"""The sessions of an event as they were typed come in; sessions in UTC go out, or every mistake is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations, pairwise
from typing import Final
from zoneinfo import ZoneInfo

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.event import Pause, Session, SessionKind, VenueKind
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import SessionParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.moments import moment_at, ordered

MOST_SESSIONS: Final = 60
MOST_DAYS: Final = 14
MOST_SLOTS: Final = 400
_MOST_PAUSES: Final = 12
_LONGEST_KEY: Final = 40


def sessions_typed(form: Form, rows: Sequence[SessionParts], zone: ZoneInfo) -> tuple[Session, ...]:
    """Return sessions by their beginnings; each holds a slot, and those that use the same venues do not overlap.

    Mistakes of a row are kept as "sessions.<number>.<part>".
    """
    if len(rows) > MOST_SESSIONS:
        form.refuse("sessions", Message("field.too-many", {"limit": MOST_SESSIONS}))
        return ()
    keys = keys_typed(form, "sessions", rows, "s")
    found = [
        _session(form, f"sessions.{n}", key, row, zone) for n, (key, row) in enumerate(zip(keys, rows, strict=True), 1)
    ]
    sessions = tuple(sorted((one for one in found if one), key=lambda one: (one.starts, one.ends, one.key)))
    _demand_measure(form, sessions, zone)
    _demand_apart(form, sessions)
    return sessions


def keys_typed(form: Form, name: str, rows: Sequence[Mapping[str, object]], letter: str) -> list[str]:
    """Return the key of each row; one that is left out is given, one that is there twice is a mistake."""
    typed = [form.text(f"{name}.{n}.key", row.get("key"), longest=_LONGEST_KEY) for n, row in enumerate(rows, 1)]
    keys: list[str] = []
    number = 0
    for place, key in enumerate(typed, 1):
        if key in keys or ":" in key:
            form.refuse(f"{name}.{place}.key", Message("field.key-taken", {"value": key}))
        if not key:
            number += 1
            while f"{letter}{number}" in typed:
                number += 1
        keys.append(key or f"{letter}{number}")
    return keys


def _session(form: Form, where: str, key: str, row: SessionParts, zone: ZoneInfo) -> Session | None:
    for part in row:
        if part not in SessionParts.__annotations__:
            form.refuse(f"{where}.{part}", Message("field.unknown"))
    kind = form.code(f"{where}.kind", row.get("kind"), tuple(SessionKind), required=True)
    day = form.day(f"{where}.on", row.get("on"), required=True)
    minutes = form.whole(f"{where}.slot_minutes", row.get("slot_minutes", 20), least=5, most=480)
    gap = form.whole(f"{where}.gap_minutes", row.get("gap_minutes", 0), least=0, most=480)
    kinds = form.codes(f"{where}.kinds", row.get("kinds"), tuple(VenueKind))
    if day is None:
        return None
    starts = moment_at(form, f"{where}.starts", day, row.get("starts", ""), zone)
    ends = moment_at(form, f"{where}.ends", day, row.get("ends", ""), zone)
    if minutes is None:
        form.refuse(f"{where}.slot_minutes", Message("field.required"))
    if (
        not kind
        or starts is None
        or ends is None
        or minutes is None
        or not ordered(form, f"{where}.ends", starts, ends)
    ):
        return None
    times = [
        (moment_at(form, f"{where}.pauses", day, since, zone), moment_at(form, f"{where}.pauses", day, until, zone))
        for since, until in row.get("pauses", ())[: _MOST_PAUSES + 1]
    ]
    session = Session(
        key=key,
        kind=SessionKind(kind),
        starts=starts,
        ends=ends,
        slot_minutes=minutes,
        gap_minutes=gap or 0,
        pauses=_pauses(form, f"{where}.pauses", times, (starts, ends)),
        kinds=tuple(VenueKind(one) for one in kinds),
    )
    if not slots_of((session,)):
        form.refuse(f"{where}.slot_minutes", Message("field.session-without-slot"))
    return session


def _pauses(
    form: Form, name: str, times: Sequence[tuple[datetime | None, datetime | None]], within: tuple[datetime, datetime]
) -> tuple[Pause, ...]:
    """Return the pauses in their order: each inside of its session, none into another."""
    if len(times) > _MOST_PAUSES:
        form.refuse(name, Message("field.too-many", {"limit": _MOST_PAUSES}))
    whole = [(since, until) for since, until in times if since is not None and until is not None]
    for since, until in whole:
        if ordered(form, name, since, until) and not within[0] <= since < until <= within[1]:
            form.refuse(name, Message("field.pause-outside"))
    pauses = sorted((Pause(starts=since, ends=until) for since, until in whole), key=lambda one: one.starts)
    for one, other in pairwise(pauses):
        if other.starts < one.ends:
            form.refuse(name, Message("field.pauses-overlap"))
    return tuple(pauses)


def _demand_measure(form: Form, sessions: Sequence[Session], zone: ZoneInfo) -> None:
    days = {session.starts.astimezone(zone).date() for session in sessions}
    if len(days) > MOST_DAYS:
        form.refuse("sessions", Message("field.days-most", {"limit": MOST_DAYS}))
    slots = len(slots_of(tuple(sessions))) if len(days) <= MOST_DAYS else 0
    if slots > MOST_SLOTS:
        form.refuse("sessions", Message("field.slots-most", {"count": slots, "limit": MOST_SLOTS}))


def _demand_apart(form: Form, sessions: Sequence[Session]) -> None:
    """Refuse two sessions at a time that use the same venues; visits may lie beside tables."""
    for one, other in combinations(sessions, 2):
        shared = not one.kinds or not other.kinds or set(one.kinds) & set(other.kinds)
        if shared and one.starts < other.ends and other.starts < one.ends:
            form.refuse("sessions", Message("field.sessions-overlap", {"one": one.key, "other": other.key}))
