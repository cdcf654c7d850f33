"""Times as people type them come in, with the clock that they are meant by; moments in UTC go out, or mistakes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from nhipcau.facts.attendance import Window
from nhipcau.facts.message import Message
from nhipcau.programme.forms import Form

_MOST_WINDOWS: Final = 60
_TIME: Final = re.compile(r"([01]?[0-9]|2[0-3])[:h.]([0-5][0-9])")
_OFFSET: Final = re.compile(r"(?:Z|[+-][0-9]{2}:?[0-9]{2})$")


def zone_named(form: Form, name: str, typed: object, *, required: bool = False) -> str:
    """Return the name of a time zone (IANA), or ""."""
    value = form.text(name, typed, longest=60, required=required)
    if value and value not in available_timezones():
        form.refuse(name, Message("field.zone-unknown", {"value": value}))
        return ""
    return value


def moment_at(form: Form, name: str, day: date, clock: str, zone: ZoneInfo) -> datetime | None:
    """Return the moment of a day and a time by the clock of a zone."""
    value = form.text(name, clock, longest=20, required=True)
    found = _TIME.fullmatch(value)
    if not found:
        if value:
            form.refuse(name, Message("field.time-malformed", {"value": value}))
        return None
    return _by_the_clock(form, name, datetime.combine(day, time(int(found[1]), int(found[2]))), zone)


def moment(form: Form, name: str, typed: str | datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return the moment typed as a day and a time by the clock of a zone, or with an offset from UTC."""
    if isinstance(typed, datetime):
        return typed.astimezone(UTC) if typed.tzinfo else _by_the_clock(form, name, typed, zone)
    value = form.text(name, typed, longest=40)
    if not value:
        return None
    if _OFFSET.search(value) and "T" in value:
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            form.refuse(name, Message("field.moment-malformed", {"value": value}))
            return None
    parts = value.replace("T", " ").rsplit(" ", 1)
    inner = Form()
    day = inner.day(name, parts[0])
    found = _TIME.fullmatch(parts[-1])
    if day is None or not found:
        form.refuse(name, Message("field.moment-malformed", {"value": value}))
        return None
    return _by_the_clock(form, name, datetime.combine(day, time(int(found[1]), int(found[2]))), zone)


def windows_typed(
    form: Form, name: str, typed: Sequence[tuple[str | datetime, str | datetime]], zone: ZoneInfo
) -> tuple[Window, ...]:
    """Return times from one moment up to another, by their beginnings."""
    if len(typed) > _MOST_WINDOWS:
        form.refuse(name, Message("field.too-many", {"limit": _MOST_WINDOWS}))
        return ()
    found = []
    for number, (since, until) in enumerate(typed, 1):
        where = f"{name}.{number}"
        starts, ends = moment(form, where, since, zone), moment(form, where, until, zone)
        if starts is None or ends is None:
            form.refuse(where, Message("field.required"))
        elif ordered(form, where, starts, ends):
            found.append(Window(starts=starts, ends=ends))
    return tuple(sorted(found, key=lambda window: (window.starts, window.ends)))


def ordered(form: Form, name: str, starts: datetime | None, ends: datetime | None) -> bool:
    """Tell whether a time ends after it begins; the mistake is kept where it does not."""
    if starts is not None and ends is not None and ends <= starts:
        form.refuse(name, Message("field.ends-before-start"))
        return False
    return True


def _by_the_clock(form: Form, name: str, local: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the moment that a clock shows; on the days it is put forward or back one hour has none, one has two."""
    first, second = local.replace(tzinfo=zone), local.replace(tzinfo=zone, fold=1)
    try:
        if first.utcoffset() == second.utcoffset():
            return first.astimezone(UTC)
        there = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
    except OverflowError:
        form.refuse(name, Message("field.moment-malformed", {"value": local.isoformat(" ", "minutes")}))
        return None
    code = "field.time-twice" if there else "field.time-skipped"
    form.refuse(name, Message(code, {"value": f"{local:%H:%M}", "zone": zone.key}))
    return None
