"""The term of an agreement as a paper says it comes in; months and the day it expires go out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from nhipcau.programme.edtf import last_day


def months_of(term: Mapping[str, str]) -> int | None:
    """Return a term in whole months, or ``None`` where no length is said."""
    if not term.get("value"):
        return None
    months = Decimal(term["value"]) * (12 if term.get("unit") == "year" else 1)
    return int(months.to_integral_value()) or None


def expires_on(signed: str | None, months: int | None, until: str | None = None) -> date | None:
    """Return the last possible day: ``until`` where it is given, else the months counted from the signing."""
    if until:
        return last_day(until)
    start = last_day(signed)
    if start is None or not months:
        return None
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
