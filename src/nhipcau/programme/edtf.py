"""A date as the papers give it (EDTF, ISO 8601-2 level 1) comes in; whether it is one, and its days, go out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_EDTF = re.compile(r"^(?P<year>[0-9]{4}|XXXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[~?%]?$")
_LEAP = 2000
_PRECISIONS = ("none", "year", "month", "day")

Parts = tuple[int | None, int | None, int | None]


def is_edtf(value: str) -> bool:
    """Tell whether a text is a date with unknown parts ("X") and a mark of doubt at most."""
    parts = _parts(value)
    if parts is None:
        return False
    year, month, day = parts
    if year == 0 or not (month is None or 1 <= month <= 12):
        return False
    return day is None or 1 <= day <= monthrange(year or _LEAP, month or 1)[1]


def precision_of(value: str) -> str:
    """Return "day", "month", "mid-month" (a month with "~"), "year" or "none"."""
    parts = _parts(value) or (None, None, None)
    known = max((place for place, part in enumerate(parts, start=1) if part is not None), default=0)
    return "mid-month" if known == 2 and value.endswith("~") else _PRECISIONS[known]


def first_day(value: str | None) -> date | None:
    """Return the first possible day, or ``None`` where the year is unknown."""
    if not value or not is_edtf(value):
        return None
    year, month, day = _parts(value) or (None, None, None)
    return date(year, month or 1, day or 1) if year else None


def last_day(value: str | None) -> date | None:
    """Return the last possible day, or ``None`` where the year is unknown."""
    if not value or not is_edtf(value):
        return None
    year, month, day = _parts(value) or (None, None, None)
    if not year:
        return None
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def agree(one: str | None, other: str | None) -> bool:
    """Tell whether two dates may be the same day: every part that both know is equal."""
    if not one or not other:
        return True
    pairs = zip(_parts(one) or (), _parts(other) or (), strict=False)
    return all(a is None or b is None or a == b for a, b in pairs)


def _parts(value: str) -> Parts | None:
    found = _EDTF.match(value)
    if not found:
        return None
    year, month, day = (int(part) if part and part[0] != "X" else None for part in found.groups())
    return year, month, day
