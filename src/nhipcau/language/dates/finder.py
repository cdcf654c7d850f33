"""Text comes in; every date expression in it, without overlaps and in order, goes out."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from nhipcau.language.dates import english, korean, vietnamese
from nhipcau.language.dates.found import DAY, DateFound, Rule

_RULES: Final = {"vi": vietnamese.rules, "ko": korean.rules, "en": english.rules}
_SAYING: Final = r"(?:밝혔|전했|말했|발표했|알렸|공개했|보도했|설명했|소개했|밝힌|전한)"
# ... 체결했다고 14일 밝혔다; 14일 업계에 따르면
_SAID_AFTER: Final = re.compile(
    rf"\s*(?:\([^)]{{0,12}}\))?\s*(?:(?:[가-힣A-Za-z]{{1,12}}\s){{0,2}}{_SAYING}"
    r"|(?:[가-힣A-Za-z()]{1,14}\s){0,3}[가-힣A-Za-z()]{1,14}에 따르면)",
)
_TOPIC_BEFORE: Final = re.compile(r"[가-힣A-Za-z)](?:은|는|이|가)\s*,?\s*$|(?:은|는|이|가)\s*,?\s*$")
_SAYING_AT_END: Final = re.compile(rf"(?:고|며|라며)\s*[^.]{{0,12}}{_SAYING}")
_SENTENCE_END: Final = re.compile(r"다\.|\n")
_SAID_BEFORE: Final = re.compile(r"\b(?:said|announced|reported|told reporters)(?:\s+(?:on|in a statement on))?\s*$")
# SEOUL, June 14 (Yonhap) --
_CITY_BEFORE: Final = re.compile(r"(?:^|\n)\s*\(?[A-Z][A-Z .'-]{2,28}[A-Z],\s*$")
_AGENCY_AFTER: Final = re.compile(r"\s*\([A-Z][\w ./]{1,24}\)|\s*(?:--|\u2013|\u2014|-)")
_WINDOW: Final = 40
_UNTOLD: Final = "XXXX-XX-XX"
_BESIDE: Final = 9


def find_dates(text: str, language: str) -> tuple[DateFound, ...]:
    """Return the dates that ``text`` names, in order, none overlapping; an unknown language is read as English."""
    found: list[DateFound] = []
    taken = bytearray(len(text))
    for rule in _RULES.get(language, english.rules)():
        _apply(rule, text, found, taken)
    found = _without_doubles(sorted(found, key=lambda date: date.start))
    if language == "ko":
        found = [_as_korean_report(text, date, found) for date in found]
    elif language == "en":
        found = [_as_english_report(text, date) for date in found]
    return tuple(found)


def _apply(rule: Rule, text: str, found: list[DateFound], taken: bytearray) -> None:
    for match in rule.pattern.finditer(text):
        start, end = _trimmed(text, match.start(), match.end())
        if start >= end or any(taken[start:end]):
            continue
        value = rule.build(match)
        if value is None:
            continue
        taken[start:end] = b"\x01" * (end - start)
        found.append(DateFound(start, end, *value))


def _without_doubles(found: list[DateFound]) -> list[DateFound]:
    """Drop a day told by its name (Wednesday, hôm nay) where the calendar's day stands beside it: (June 12)."""
    stated = [date for date in found if date.precision == DAY and not date.value.startswith(_UNTOLD)]
    return [date for date in found if date.value != _UNTOLD or not any(_touch(date, other) for other in stated)]


def _touch(one: DateFound, other: DateFound) -> bool:
    return 0 <= other.start - one.end <= _BESIDE or 0 <= one.start - other.end <= _BESIDE


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    if piece.count("(") > piece.count(")") and text[end : end + 1] == ")":
        return _trimmed(text, start, end + 1)
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _as_korean_report(text: str, date: DateFound, others: list[DateFound]) -> DateFound:
    """Mark the day of the report: right before the verb of saying, or after the topic where another day follows."""
    if date.precision != DAY:
        return date
    if _SAID_AFTER.match(text, date.end):
        return dataclasses.replace(date, reporting=True)
    if not text[date.start].isdigit() or not _TOPIC_BEFORE.search(text[max(0, date.start - 6) : date.start]):
        return date
    stop = _SENTENCE_END.search(text, date.end)
    end = stop.end() if stop else len(text)
    later = any(date.end <= other.start < end and other.precision == DAY for other in others)
    if later and _SAYING_AT_END.search(text, date.end, end + 1):
        return dataclasses.replace(date, reporting=True)
    return date


def _as_english_report(text: str, date: DateFound) -> DateFound:
    if date.precision != DAY:
        return date
    before = text[max(0, date.start - _WINDOW) : date.start]
    if _SAID_BEFORE.search(before) or (_CITY_BEFORE.search(before) and _AGENCY_AFTER.match(text, date.end)):
        return dataclasses.replace(date, reporting=True)
    return date
