"""Years, months and days come in; EDTF values and the date found in a text go out."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

DAY: Final = "day"
MONTH: Final = "month"
MID_MONTH: Final = "mid-month"
YEAR: Final = "year"

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
_MONTHS: Final = 12
_CENTURY: Final = 2000
_LEAP_YEAR: Final = 2000


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text.

    ``value`` is EDTF (ISO 8601-2, level 1) with X for each digit that the words leave open: ``2021-11-26``,
    ``XXXX-09-12``, ``XXXX-XX-26``, ``2024-06``, ``2021``, or an interval of two such values. ``precision`` is day,
    month, mid-month or year. ``derivation`` is a code where the words need reckoning: range, quarter, part-of-month,
    part-of-year, last-year, this-year, next-year, last-month, this-month, next-month, today, yesterday, tomorrow,
    coming, weekday-1 (Monday) ... weekday-7. ``reporting`` marks the day on which the report itself was made (밝혔다).
    """

    start: int
    end: int
    value: str
    precision: str
    derivation: str | None = None
    reporting: bool = False


Value = tuple[str, str, str | None]
"""An EDTF value, its precision and its derivation."""

Build = Callable[[re.Match[str]], Value | None]
"""Turns a match into a value, or ``None`` where no calendar has such a date."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a date; earlier rules win over later ones where they overlap."""

    pattern: re.Pattern[str]
    build: Build


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """Write what is known of a date, or ``None`` where no calendar has it; an unknown part before a known one is X."""
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month or 1)[1]:
        return None
    text = "XXXX" if year is None else f"{year:04d}"
    if month is not None or day is not None:
        text += "-XX" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


def known(value: str | None, precision: str, derivation: str | None) -> Value | None:
    """Put a value together with its precision and derivation, where there is one."""
    return (value, precision, derivation) if value else None


def full_year(digits: str | None) -> int | None:
    """Read a year of four or two digits; two digits are of this century."""
    if digits is None:
        return None
    year = int(digits)
    return year + _CENTURY if len(digits) <= 2 else year


def span_of(first: str | None, last: str | None, precision: str, derivation: str = "range") -> Value | None:
    """Write an interval; ``None`` where one end is no date or the ends stand in the wrong order."""
    if first is None or last is None or first > last:
        return None
    return f"{first}/{last}", precision, derivation
