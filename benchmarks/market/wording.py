"""What an offer states comes in; a phrase of its language goes out, one of many ways to say it.

Either half of the market leaves out another third of the ways, so that the half that is scored has some of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.market.judge import Value

LANGUAGES: Final = ("vi", "ko", "en")
_HERE = Path(__file__).parent
_LEFT_OUT: Final = {"develop": 2, "report": 0}
_COUNTED: Final = ("pcs", "pairs", "sets", "USD", "VND")
_JOINS: Final = (", ", ", ", " & ", " + ", "/")
_ENGLISH_MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

Ways = Mapping[tuple[str, str], tuple[str, ...]]


def _rows(file: str) -> list[list[str]]:
    return [line.split("\t") for line in (_HERE / file).read_text(encoding="utf-8").splitlines()]


_PHRASES: Final[Ways] = {(name, language): tuple(ways.split("|")) for name, language, ways in _rows("phrases.txt")}
_UNITS: Final[Ways] = {
    (unit, language): tuple(ways.split("|"))
    for unit, *columns in _rows("units.txt")
    for language, ways in zip(LANGUAGES, columns, strict=True)
}
_WORDS: Final = {word: dict(zip(LANGUAGES, forms, strict=True)) for word, *forms in _rows("words.txt")}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who states things: the language, the half of the market, and the kind of what is offered."""

    half: str
    language: str
    kind: str


def phrase(draw: Random, who: Speaker, name: str, values: Sequence[Value], *, denied: bool = False) -> str:
    """Return a phrase that states the values of a property (or that says that they are not there)."""
    joint = draw.choice(_JOINS)
    said = joint.join(_value(draw, who, name, *value) for value in values)
    key = "denied" if denied else "topik" if said.startswith("TOPIK") else name
    return draw.choice(_ways(who, key)).replace("{v}", said)


def word(value: str, language: str) -> str:
    """Return a word of a list in a language; one that is written alike everywhere stays as it is."""
    return _WORDS.get(value, {}).get(language, value)


def _ways(who: Speaker, name: str) -> tuple[str, ...]:
    special = f"{name}@{who.kind}", who.language
    ways = _PHRASES[special if special in _PHRASES else (name, who.language)]
    return tuple(way for place, way in enumerate(ways) if place % 3 != _LEFT_OUT[who.half] or len(ways) < 3)


def _value(draw: Random, who: Speaker, name: str, value: str, unit: str) -> str:
    if name == "start_date":
        return _day(draw, value, who.language)
    if name == "cleanroom":
        return draw.choice((value, f"class {10 ** (int(value[-1]) - 3):,}"))
    if name == "seats":
        unit = "person"
    if not unit:
        return word(value, who.language)
    counted = unit.startswith(_COUNTED)
    number = _number(draw, float(value), who.language, short=counted and draw.random() < 0.5)
    plus_minus = "±" if name == "tolerance" and draw.random() < 0.5 else ""
    written = draw.choice(_UNITS[unit, who.language]).replace("{n}", plus_minus + number)
    return written.removesuffix("s") if who.language == "en" and number == "1" else written


def _day(draw: Random, value: str, language: str) -> str:
    day = date.fromisoformat(value)
    ways = {
        "vi": (
            f"{day:%d/%m/%Y}",
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"{day.day}/{day.month}/{day.year}",
        ),
        "ko": (f"{day:%Y.%m.%d}", f"{day.year}년 {day.month}월 {day.day}일", value),
        "en": (
            value,
            f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}",
            f"{day:%d} {_ENGLISH_MONTHS[day.month - 1]} {day.year}",
        ),
    }
    return draw.choice(ways[language])


def _number(draw: Random, value: float, language: str, *, short: bool) -> str:
    if short and (written := _short(draw, value, language)):
        return written
    written = f"{int(value):,}" if value == int(value) else f"{value:,.4f}".rstrip("0")
    return written.translate(str.maketrans(",.", ".,")) if language == "vi" else written


def _short(draw: Random, value: float, language: str) -> str:
    steps = {
        "vi": ((1_000_000_000, (" tỷ", " tỉ")), (1_000_000, (" triệu", " tr")), (1000, (" nghìn", " ngàn", "k"))),
        "ko": ((100_000_000, ("억 ", "억")), (10_000, ("만", "만 ")), (1000, ("천",))),
        "en": ((1_000_000_000, (" billion",)), (1_000_000, (" million", "M")), (1000, ("k", " thousand", "K"))),
    }
    for step, names in steps[language]:
        if value >= step and value * 10 % step == 0:
            return _number(draw, value / step, language, short=False) + draw.choice(names)
    return ""
