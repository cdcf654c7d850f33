"""Days, moments and EDTF values come in; dates as an officer writes them in vi, ko and en go out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final

from babel.dates import format_date, format_datetime, get_month_names


@dataclass(frozen=True, slots=True)
class _Way:
    """How one language writes dates: Babel patterns, and templates for what EDTF leaves open."""

    day: str
    short: str
    moment: str
    month: str
    year: str
    mid_month: str
    day_month: str
    month_only: str
    day_only: str
    decade: str
    no_year: str
    no_month: str
    about: str
    about_year: str
    uncertain: str
    interval: str
    since: str
    until: str
    none: str


_WAYS: Final[Mapping[str, _Way]] = {
    "vi": _Way(
        day="'ngày' d/M/y",
        short="dd/MM/y",
        moment="HH:mm, dd/MM/y",
        month="tháng {month}/{year}",
        year="năm {year}",
        mid_month="giữa tháng {month}/{year}",
        day_month="ngày {day}/{month}",
        month_only="tháng {month}",
        day_only="ngày {day}",
        decade="thập niên {year}0",
        no_year="{rest} (không rõ năm)",
        no_month="{rest} (không rõ tháng, năm)",
        about="khoảng {rest}",
        about_year="khoảng năm {year}",
        uncertain="{rest} (chưa chắc chắn)",
        interval="từ {start} đến {end}",
        since="từ {start}",
        until="đến {end}",
        none="không nêu",
    ),
    "ko": _Way(
        day="y년 M월 d일",
        short="y. M. d.",
        moment="y. M. d. HH:mm",
        month="{year}년 {month}월",
        year="{year}년",
        mid_month="{year}년 {month}월 중순",
        day_month="{month}월 {day}일",
        month_only="{month}월",
        day_only="{day}일",
        decade="{year}0년대",
        no_year="{rest}(연도 미상)",
        no_month="{rest}(연월 미상)",
        about="{rest}경",
        about_year="{year}년경",
        uncertain="{rest}(불확실)",
        interval="{start}부터 {end}까지",
        since="{start}부터",
        until="{end}까지",
        none="명시되지 않음",
    ),
    "en": _Way(
        day="d MMMM y",
        short="d MMM y",
        moment="d MMM y, HH:mm",
        month="{name} {year}",
        year="{year}",
        mid_month="mid-{name} {year}",
        day_month="{day} {name}",
        month_only="{name}",
        day_only="day {day}",
        decade="the {year}0s",
        no_year="{rest} (year not stated)",
        no_month="{rest} (month and year not stated)",
        about="about {rest}",
        about_year="about {year}",
        uncertain="{rest} (uncertain)",
        interval="from {start} to {end}",
        since="from {start}",
        until="until {end}",
        none="not stated",
    ),
}

_ONE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[~?%]?)")


def day(value: date, language: str) -> str:
    """Write a day out, as in running text."""
    return format_date(value, _WAYS[language].day, locale=language)


def short_day(value: date, language: str) -> str:
    """Write a day briefly, as in a table."""
    return format_date(value, _WAYS[language].short, locale=language)


def short_edtf(value: str | None, language: str) -> str:
    """Write an EDTF value as in a table: a whole day briefly, anything else in words."""
    try:
        return short_day(date.fromisoformat(value or ""), language)
    except ValueError:
        return edtf(value, language)


def moment(value: datetime, language: str, zone: tzinfo) -> str:
    """Write an aware moment as the clock on the wall of ``zone`` shows it."""
    return format_datetime(value.astimezone(zone), _WAYS[language].moment, locale=language)


def edtf(value: str | None, language: str) -> str:
    """Write an EDTF value (level 1, intervals included) in words; what is not EDTF comes back as it is."""
    way = _WAYS[language]
    if not value:
        return way.none
    if "/" not in value:
        return _one(value, language)
    start, _, end = value.partition("/")
    if start in {"", ".."}:
        return way.until.format(end=_one(end, language))
    if end in {"", ".."}:
        return way.since.format(start=_one(start, language))
    return way.interval.format(start=_one(start, language), end=_one(end, language))


def _one(value: str, language: str) -> str:
    match = _ONE.fullmatch(value)
    if match is None:
        return value
    way = _WAYS[language]
    year, month, mark = match["year"], match["month"], match["mark"]
    known_month = month is not None and "X" not in month and 1 <= int(month) <= 12
    if known_month and match["day"] is None and mark == "~" and year.isdigit():
        # The house writes "the middle ten days of June" as 2024-06~.
        return way.mid_month.format(**_parts(match, language))
    rest = _known(match, language)
    if rest is None:
        return value
    if mark in {"~", "%"}:
        rest = way.about_year.format(year=year) if month is None else way.about.format(rest=rest)
    return way.uncertain.format(rest=rest) if mark in {"?", "%"} else rest


def _known(match: re.Match[str], language: str) -> str | None:
    """What the digits that are there say; ``None`` where nothing sensible is left."""
    way = _WAYS[language]
    year, month, of_month = match["year"], match["month"], match["day"]
    parts = _parts(match, language)
    has_month = month is not None and month.isdigit() and parts["name"] != ""
    has_day = of_month is not None and of_month.isdigit()
    if year.isdigit():
        return _in_year(match, language) if month is None or has_month else way.year.format(**parts)
    if has_month:
        known = way.day_month if has_day else way.month_only
        return way.no_year.format(rest=known.format(**parts))
    if has_day:
        return way.no_month.format(rest=way.day_only.format(**parts))
    if month is None and year.endswith("X") and year[:3].isdigit():
        return way.decade.format(year=year[:3])
    return None


def _in_year(match: re.Match[str], language: str) -> str:
    way = _WAYS[language]
    year, month, of_month = match["year"], match["month"], match["day"]
    if month is None:
        return way.year.format(year=year)
    if of_month is None or not of_month.isdigit():
        return way.month.format(**_parts(match, language))
    try:
        return day(date(int(year), int(month), int(of_month)), language)
    except ValueError:
        return match[0]


def _parts(match: re.Match[str], language: str) -> dict[str, str]:
    month, of_month = match["month"] or "", match["day"] or ""
    names = get_month_names("wide", locale=language)
    number = int(month) if month.isdigit() else 0
    return {
        "year": match["year"],
        "month": str(number),
        "name": names.get(number, ""),
        "day": str(int(of_month)) if of_month.isdigit() else "",
    }
