"""An EDTF value with open digits and a publication date come in; the value with those digits filled goes out."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_FORM: Final = re.compile(r"(?P<y>[\dX]{4})(?:-(?P<m>[\dX]{2}))?(?:-(?P<d>[\dX]{2}))?(?P<q>[~?%]?)")
_PUBLISHED: Final = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2}))?(?:-(?P<d>\d{2}))?")
_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
_YEARS: Final = {"this-year": 0, "last-year": -1, "next-year": 1}
_MONTHS: Final = {"this-month": 0, "last-month": -1, "next-month": 1}
_TWELVE: Final = 12


def complete(value: str, published: str | None, derivation: str | None = None) -> tuple[str, bool]:
    """Fill the open year, month or day of ``value`` from the day of publication; tell whether anything was filled.

    ``published`` is an EDTF value (a day, a month or a year). Without ``derivation`` the nearest date that is not after
    the publication is meant (``지난 26일``); ``derivation`` is what ``find_dates`` found (last-year, this-month, today,
    coming, weekday-5 ...). A value that stays open is returned as it came, with ``False``.
    """
    known = _PUBLISHED.match(published or "")
    if known is None or "X" not in value:
        return value, False
    if "/" in value:
        ends = [complete(end, published, derivation)[0] for end in value.split("/", 1)]
        if ends[0] > ends[1]:
            ends[0] = complete(ends[0].replace(ends[0][:4], "XXXX", 1), ends[1])[0]
        interval = "/".join(ends)
        return interval, interval != value
    form = _FORM.fullmatch(value)
    if form is None:
        return value, False
    latest = _latest(known)
    filled = _filled(form, latest, derivation, exact=known["d"] is not None) if latest else None
    return (value, False) if filled is None else (filled + form["q"], True)


def _latest(known: re.Match[str]) -> dt.date | None:
    """Return the last day that the publication can have been on."""
    year, month, day = int(known["y"]), int(known["m"] or _TWELVE), known["d"]
    try:
        if day:
            return dt.date(year, month, int(day))
        return _month_start(dt.date(year, month, 1), 1) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _filled(form: re.Match[str], latest: dt.date, derivation: str | None, *, exact: bool) -> str | None:
    year, month, day = _digits(form["y"]), _digits(form["m"]), _digits(form["d"])
    if derivation in _YEARS:
        return _written(latest.year + _YEARS[derivation], form["m"], form["d"])
    if derivation in _MONTHS and month is None:
        start = _month_start(latest, _MONTHS[derivation])
        return _written(start.year, f"{start.month:02d}", form["d"])
    if form["d"] == "XX":
        return _relative_day(latest, derivation) if exact else None
    if year is None and month is not None:
        return _nearest_year(month, day, latest, ahead=derivation == "coming")
    if year is None and day is not None:
        return _nearest_month(day, latest, ahead=derivation == "coming")
    return None


def _digits(part: str | None) -> int | None:
    return int(part) if part and part.isdigit() else None


def _written(year: int, month: str | None, day: str | None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if day is None or "X" in month:
        return f"{year:04d}-{month}" + (f"-{day}" if day else "")
    exists = "X" in day or _date(year, int(month), int(day)) is not None
    return f"{year:04d}-{month}-{day}" if exists else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_start(day: dt.date, months: int) -> dt.date:
    index = day.year * _TWELVE + day.month - 1 + months
    return dt.date(index // _TWELVE, index % _TWELVE + 1, 1)


def _relative_day(latest: dt.date, derivation: str | None) -> str | None:
    if derivation in _DAYS:
        return (latest + dt.timedelta(days=_DAYS[derivation])).isoformat()
    if derivation and derivation.startswith("weekday-"):
        back = (latest.isoweekday() - int(derivation[-1])) % 7
        return (latest - dt.timedelta(days=back)).isoformat()
    return None


def _nearest_year(month: int, day: int | None, latest: dt.date, *, ahead: bool) -> str | None:
    order = (0, 1, 2, 3, 4) if ahead else (0, -1, -2, -3, -4)
    for step in order:
        year = latest.year + step
        candidate = _date(year, month, day or 1)
        fits = candidate is not None and (candidate >= latest if ahead else candidate <= latest)
        if ahead and day is None:
            fits = (year, month) >= (latest.year, latest.month)
        if fits:
            return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return None


def _nearest_month(day: int, latest: dt.date, *, ahead: bool) -> str | None:
    for step in range(_TWELVE):
        start = _month_start(latest, step if ahead else -step)
        candidate = _date(start.year, start.month, day)
        if candidate is not None and (candidate >= latest if ahead else candidate <= latest):
            return candidate.isoformat()
    return None
