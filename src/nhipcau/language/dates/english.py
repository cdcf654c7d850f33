# ruff: noqa: E501 -- one way of writing a date a line
"""English date expressions come in as matches; EDTF values go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.dates.found import DAY, MID_MONTH, MONTH, YEAR, Rule, Value, edtf, full_year, known, span_of

_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MON: Final = "(?:" + "|".join(
    [name for full in _NAMES for name in (full, full.upper())] + [r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"],
) + ")"  # fmt: skip
_D: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DTH: Final = rf"{_D}(?:st|nd|rd|th)?"
_M: Final = r"(?:0?[1-9]|1[0-2])"
_Y: Final = r"(?:19|20)\d\d"
_TO: Final = r"\s*(?:-|\u2013|\u2014|to|and|through|until)\s*"
_NO_DIGIT: Final = r"(?<![\d.,/-])"
_LAST_MONTH_NUMBER: Final = 12


def _month(name: str) -> int:
    start = name[:3].lower()
    return next(number for number, full in enumerate(_NAMES, start=1) if full[:3].lower() == start)


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _day(found: re.Match[str]) -> Value | None:
    value = edtf(full_year(found.groupdict().get("y")), _month(found["m"]), _number(found["d"]))
    return known(value, DAY, None)


def _day_alone(found: re.Match[str]) -> Value | None:
    value = edtf(None, None, _number(found["d"]))
    which = (found["which"] or "").split()[:1]
    hint = {"this": "this-month", "last": "last-month", "next": "next-month"}.get(which[0].lower() if which else "")
    return known(value, DAY, hint)


def _days(found: re.Match[str]) -> Value | None:
    groups = found.groupdict()
    year = full_year(groups.get("y"))
    last = groups.get("m2") or found["m"]
    return span_of(
        edtf(year, _month(found["m"]), _number(found["d"])), edtf(year, _month(last), _number(found["d2"])), DAY
    )


def _figures(found: re.Match[str]) -> Value | None:
    """Read 12/06/2024: the day stands first, as in both countries' English pages, unless no calendar has it so."""
    day, month = int(found["d"]), int(found["m"])
    if month > _LAST_MONTH_NUMBER:
        day, month = month, day
    value = edtf(full_year(found["y"]), month, day)
    return known(value, DAY, None)


def _day_and_month(found: re.Match[str]) -> Value | None:
    return known(edtf(None, int(found["m"]), int(found["d"])), DAY, None)


def _iso(found: re.Match[str]) -> Value | None:
    value = edtf(int(found["y"]), int(found["m"]), int(found["d"]))
    return known(value, DAY, None)


def _whole_month(found: re.Match[str]) -> Value | None:
    groups = found.groupdict()
    value = edtf(full_year(groups.get("y")), _month(found["m"]))
    if not value:
        return None
    part = (groups.get("part") or "").lower()
    if part in ("mid", "the middle of"):
        return value, MID_MONTH, "part-of-month"
    return value, MONTH, "part-of-month" if part else None


def _quarter(found: re.Match[str]) -> Value | None:
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    word = found["q"].lower()
    first = 3 * (names.get(word) or int(word)) - 2
    year = int(found["y"])
    return span_of(edtf(year, first), edtf(year, first + 2), MONTH, "quarter")


def _years(found: re.Match[str]) -> Value | None:
    last = found["y"]
    if len(last) == 2:
        last = found["y1"][:2] + last
    return span_of(edtf(int(found["y1"])), edtf(int(last)), YEAR)


def _whole_year(found: re.Match[str]) -> Value | None:
    value = edtf(int(found["y"]))
    return known(value, YEAR, None)


def _relative(found: re.Match[str]) -> Value | None:
    which, _, unit = found[0].lower().rpartition(" ")
    if unit == "month":
        return "XXXX-XX", MONTH, f"{which}-month"
    if unit == "year":
        return "XXXX", YEAR, f"{which}-year"
    return "XXXX-XX-XX", DAY, unit


def _weekday(found: re.Match[str]) -> Value | None:
    return "XXXX-XX-XX", DAY, f"weekday-{_WEEKDAYS.index(found['name']) + 1}"


_RULES: Final = (
    (rf"\b(?P<m>{_MON})\s*(?P<d>{_DTH}){_TO}(?:(?P<m2>{_MON})\s*)?(?P<d2>{_DTH})(?!\d)(?:,?\s*(?P<y>{_Y}))?", _days),
    (rf"{_NO_DIGIT}(?P<d>{_DTH})\s*(?P<m>{_MON}){_TO}(?P<d2>{_DTH})\s*(?P<m2>{_MON})(?:,?\s*(?P<y>{_Y}))?", _days),
    (rf"{_NO_DIGIT}(?P<d>{_DTH}){_TO}(?P<d2>{_DTH})\s*(?:of\s+)?(?P<m>{_MON})(?:,?\s*(?P<y>{_Y}))?", _days),
    (rf"\b(?P<m>{_MON})\s*(?P<d>{_DTH})(?!\d),?\s*(?:of\s+)?(?P<y>{_Y})(?!\d)", _day),
    (rf"{_NO_DIGIT}(?:the\s+)?(?P<d>{_DTH})(?:\s*(?:of\s+)?|-)(?P<m>{_MON})(?:,?\s*|-|\s+of\s+)(?P<y>{_Y})(?!\d)", _day),
    (rf"{_NO_DIGIT}(?P<y>{_Y})(?P<sep>[/.-])(?P<m>{_M})(?P=sep)(?P<d>{_D})(?!\d)", _iso),
    (rf"{_NO_DIGIT}(?P<d>\d?\d)(?P<sep>[/.-])(?P<m>\d?\d)(?P=sep)(?P<y>{_Y})(?!\d)", _figures),
    (rf"\b(?P<m>{_MON})\s+(?P<d>{_DTH})(?![\d%]|[.,]\d)", _day),
    (rf"{_NO_DIGIT}(?P<d>{_DTH})\s+(?:of\s+)?(?P<m>{_MON})(?![a-z])", _day),
    (rf"\b(?:[Oo]n|since|until|by|from) the (?P<d>{_D}(?:st|nd|rd|th))\b(?!\s+(?:floor|anniversary|century|edition|day|session|meeting|[A-Z]))(?:\s+of\s+(?P<which>(?:this|last|next) month))?", _day_alone),
    (rf"(?:(?<=\b[Oo]n )|(?<=\bof ))(?!24/7)(?P<d>{_D})/(?P<m>{_M})(?![\d/])", _day_and_month),
    (rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Tt]he middle of|[Tt]he end of|[Tt]he beginning of)[ -](?P<m>{_MON})(?:(?:,|\s+of)?\s+(?P<y>{_Y}))?", _whole_month),
    (rf"\b(?P<m>{_MON}),?\s+(?:of\s+)?(?P<y>{_Y})(?!\d)", _whole_month),
    (rf"\b(?:(?<=[Ii]n )|(?<=[Ll]ast )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Tt]his )|(?<=[Nn]ext )|(?<=[Uu]ntil )|(?<=[Ff]rom ))(?P<m>{_MON})(?![a-z])", _whole_month),
    (rf"\bQ(?P<q>[1-4])[ /](?:of\s+)?(?P<y>{_Y})", _quarter),
    (rf"\b(?P<q>first|second|third|fourth) quarter (?:of|in) (?P<y>{_Y})", _quarter),
    (rf"{_NO_DIGIT}(?P<y1>{_Y})(?:\s*[-\u2013\u2014]\s*|\s+to\s+)(?P<y>{_Y}|\d\d)(?![\d/-])", _years),
    (r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow)\b|\b(?:[Ll]ast|[Tt]his|[Nn]ext) (?:month|year)\b", _relative),
    (rf"(?<!every )(?<!each )\b(?P<name>{'|'.join(_WEEKDAYS)})\b(?!,?\s*(?:the\s+)?(?:{_MON}|\d|s\b))", _weekday),
    (rf"(?<![\w.,/$&-])(?P<y>{_Y})(?![\w/%]|[.,]\d|-\d|-[A-Z]|\s+(?:companies|enterprises|firms|people|projects|students|workers|million|billion|tons|tonnes|participants)\b)", _whole_year),
)  # fmt: skip


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Return the ways in which English writes dates, the most telling first."""
    return tuple(Rule(re.compile(pattern), build) for pattern, build in _RULES)
