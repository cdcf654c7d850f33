"""Text comes in; its numbers with their multipliers and units go out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhipcau.language.dates import DateFound, find_dates
from nhipcau.language.number_patterns import DIGITS, MULTIPLIERS, NO_NUMBER, NOUN_TAIL, WORDS, pattern
from nhipcau.language.units import unit_codes


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in a text.

    ``start:end`` covers the word of approximation, the figures, the multiplier and the unit (``gần 70,4 tỷ USD``).
    ``value`` is the number in plain units, or a pair for a range. ``unit`` is a code (USD, KRW, %, ha, years,
    enterprises ...) or ``None``; ``unit_text`` is the word as written. ``noun_end`` is where the noun that is counted
    ends (``45% nhu cầu thiết yếu``).
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None
    unit_text: str
    approx: bool
    noun_end: int


def find_numbers(
    text: str,
    language: str,
    *,
    dates: Sequence[DateFound] | None = None,
) -> tuple[NumberFound, ...]:
    """Return the numbers that ``text`` names, in order, none overlapping.

    Dates, numbers of laws, telephone numbers, clock times, article numbers and ordinals are no numbers. ``dates`` are
    the dates of the same text where the caller has them already.
    """
    speech = language if language in DIGITS else "en"
    closed = bytearray(len(text))
    for date in find_dates(text, language) if dates is None else dates:
        closed[date.start : date.end] = b"\x01" * (date.end - date.start)
    for match in NO_NUMBER.finditer(text):
        closed[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    matches = pattern(speech).finditer(text)
    found = (_number(match, text, speech) for match in matches if not _is_closed(match, closed))
    return tuple(number for number in found if number is not None)


def _is_closed(match: re.Match[str], closed: bytearray) -> bool:
    return any(closed[match.start("first") : match.end("first")])


def _number(match: re.Match[str], text: str, language: str) -> NumberFound | None:
    unit_text = match["unit"] or (match["prefix"] or "").strip()
    unit = _unit(match, language)
    first = _amount(match["first"], language, unit)
    last = _amount(match["last"], language, unit) if match["last"] else None
    if first is None or (match["last"] and last is None):
        return None
    value: float | tuple[float, float] = first
    if last is not None:
        value = _range(match["first"], first, last, language)
    end = match.end("after") if match["after"] else match.end("unit") if match["unit"] else _end(match)
    about = bool(match["approx"] or match["some"] or match["after"])
    return NumberFound(match.start(), end, value, unit, unit_text, about, _noun_end(text, end, unit, language))


def _end(match: re.Match[str]) -> int:
    return max(match.end("first"), match.end("last"), match.end("some"))


def _unit(match: re.Match[str], language: str) -> str | None:
    codes = unit_codes(language)
    prefix = re.sub(r"[\s.]", "", match["prefix"] or "").lower()
    if prefix:
        return {"us$": "USD", "$": "USD", "€": "EUR", "₩": "KRW"}.get(prefix, prefix.upper())
    return codes.get(" ".join(match["unit"].lower().split())) if match["unit"] else None


def _range(first_text: str, first: float, last: float, language: str) -> tuple[float, float]:
    """Give the first number the multiplier that stands after the second (2-3 tỷ)."""
    if 1 <= first < last and re.fullmatch(DIGITS[language], first_text):
        for factor in sorted(MULTIPLIERS[language].values(), reverse=True):
            if first * factor <= last and last % factor == 0:
                return first * factor, last
    return (first, last) if first <= last else (last, first)


def _amount(written: str, language: str, unit: str | None) -> float | None:
    words = written.lower().strip()
    small = WORDS.get(language, {}).get(words)
    if small is not None:
        return float(small)
    if "/" in words:
        upper, lower = words.split("/")
        return float(upper) / float(lower) if float(upper) < float(lower) else None
    value = _korean_amount(words) if language == "ko" else _western_amount(words, language, unit)
    return value if math.isfinite(value) else None


def _western_amount(words: str, language: str, unit: str | None) -> float:
    """Read 70,4 tỷ; 1 tỷ 200 triệu; 12 nghìn tỷ; 1.5 billion."""
    total = 0.0
    for part in re.finditer(rf"({DIGITS[language]})([^\d]*)", words):
        names = re.findall(r"[^\W\d_]+", part[2])
        factor = math.prod((MULTIPLIERS[language][name] for name in names), start=1.0)
        vietnamese = language == "vi"
        digits = part[1]
        amount = _vietnamese_digits(digits, unit, plain=not names) if vietnamese else float(digits.replace(",", ""))
        total += amount * factor
    return round(total, 6)


def _vietnamese_digits(digits: str, unit: str | None, *, plain: bool) -> float:
    """Read 9.000, 70,4, 1.234,5 and what is written the English way (70.4, 9,000 people, 1,234,567)."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", digits):
        return float(digits.replace(",", ""))
    if plain and unit not in (None, "%", "ha", "km2") and re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))


def _korean_amount(words: str) -> float:
    """Read 1천586, 3억 5천만, 1조 2천억, 1천500만: 만, 억 and 조 close a group, 천, 백 and 십 stand within one."""
    total = group = number = 0.0
    for part in re.finditer(r"[\d,]+(?:\.\d+)?|[천백십만억조]", words):
        if part[0][0].isdigit():
            number = float(part[0].replace(",", ""))
            continue
        factor = MULTIPLIERS["ko"][part[0]]
        if part[0] in "천백십":
            group += (number or 1.0) * factor
        else:
            total += ((group + number) or 1.0) * factor
            group = 0.0
        number = 0.0
    return round(total + group + number, 6)


def _noun_end(text: str, end: int, unit: str | None, language: str) -> int:
    if unit not in (None, "%"):
        return end
    tail = NOUN_TAIL[language].match(text, end)
    return tail.end() if tail else end
