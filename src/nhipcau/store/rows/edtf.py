"""An EDTF date comes in, the first and the last calendar day that it may mean go out."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?")


def first_day(edtf: str | None) -> date | None:
    """Return the first day of a date, a month, a year or an interval; ``None`` for what names no year."""
    return _day((edtf or "").split("/")[0], last=False)


def last_day(edtf: str | None) -> date | None:
    """Return the last day of a date, a month, a year or an interval; ``None`` for what names no year."""
    return _day((edtf or "").split("/")[-1], last=True)


def _day(written: str, *, last: bool) -> date | None:
    """Fill in what is not said: with January and the first, or with December and the month's last."""
    found = _DATE.match(written)
    if not found or not int(found["year"]):
        return None
    year = int(found["year"])
    month = _within(found["month"], 12) or (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    day = _within(found["day"], length) or (length if last else 1)
    return date(year, month, day)


def _within(digits: str | None, most: int) -> int | None:
    """Read a number from 1 to ``most``; anything else (a season, an unspecified digit) is ``None``."""
    number = int(digits) if digits and digits.isdecimal() else 0
    return number if 1 <= number <= most else None
