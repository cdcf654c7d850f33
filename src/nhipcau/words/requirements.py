"""A requirement or what an offer states comes in; how a reader of vi, ko or en writes it goes out."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from babel import Locale

from nhipcau.facts.market import Attribute, Comparison, Requirement
from nhipcau.words import dates, numbers
from nhipcau.words.labels import label
from nhipcau.words.market_labels import MARKET_LABELS

_SIGNS: Final = {
    Comparison.AT_MOST: "\u2264 ",
    Comparison.AT_LEAST: "\u2265 ",
    Comparison.EQUAL: "= ",
    Comparison.HAS: "",
    Comparison.HAS_NOT: "\u2260 ",
}
_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_POWER: Final = re.compile(r"(?<=[a-z])[23]\Z")


def stated(said: Requirement | Attribute, language: str) -> str:
    """Say a requirement (``Tolerance ≤ 0.02 mm``), or the value of an attribute alone."""
    return requirement(said, language) if isinstance(said, Requirement) else value_of(said, language)


def requirement(asked: Requirement, language: str) -> str:
    """Say a requirement: ``Tolerance ≤ 0.02 mm``."""
    value = value_of(asked, language)
    return f"{label('property', asked.property, language)} {_SIGNS[asked.comparison]}{value}"


def value_of(stated: Requirement | Attribute, language: str) -> str:
    """Say a value with its unit: numbers, days, languages and degrees as the reader writes them, other words as is."""
    value = stated.value
    if stated.property == "start_date":
        return _day(str(value), language)
    if stated.property == "language" and _LANGUAGE.fullmatch(str(value)):
        return str(Locale.parse(language).languages.get(str(value), value))
    for vocabulary in ("degree", "ip-status"):
        if stated.property.replace("_", "-") == vocabulary and str(value) in MARKET_LABELS[vocabulary]:
            return label(vocabulary, str(value), language)
    number = _number(value)
    if number is None:
        return str(value)
    written = numbers.number(number, language)
    return f"{written} {unit(stated.unit, language)}" if stated.unit else written


def unit(written: str, language: str) -> str:
    """Say a unit, part by part: ``pcs/month``; signs of measures are the same in every language."""
    known = MARKET_LABELS["unit"]
    return "/".join(
        label("unit", part, language) if part in known else _POWER.sub(_raised, part) for part in written.split("/")
    )


def _raised(power: re.Match[str]) -> str:
    return {"2": "\u00b2", "3": "\u00b3"}[power[0]]


def _number(value: Decimal | str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(value: str, language: str) -> str:
    try:
        return dates.day(date.fromisoformat(value), language)
    except ValueError:
        return value
