"""A phrase with named places and the values for them come in; the finished sentence goes out."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from typing_extensions import override

from nhipcau.facts.market import Attribute, Requirement
from nhipcau.facts.message import Message
from nhipcau.language.organisation_names.concept_names import concept_name
from nhipcau.language.thesaurus.trade_concept import TradeConcept
from nhipcau.language.thesaurus.vocabulary import vocabulary
from nhipcau.words import dates, numbers
from nhipcau.words.label_phrases import LABELS
from nhipcau.words.labels import label, label_of
from nhipcau.words.place_names import place
from nhipcau.words.requirements import stated

_ABSENT: Final = "—"
_Time = TypeVar("_Time", date, datetime)
_Trade: TypeAlias = str | TradeConcept
_FORMATS: Final[Mapping[str, Callable[[Any, str], str]]] = {
    "edtf": dates.edtf,
    "day": lambda value, language: dates.day(_read(date, value), language),
    "country": numbers.country,
    "size": numbers.size,
    "percent": numbers.percent,
    "place": lambda value, language: place(str(value), language),
    "concept": lambda value, language: _concepts(str(value), language),
    "trade": lambda value, language: _trade(value, language),  # noqa: PLW0108 -- is defined below
}


def _concepts(codes: str, language: str) -> str:
    """What kind of body, which trade or which known body codes say; several codes are parted by commas."""
    return numbers.listed([concept_name(code, language) for code in codes.split(", ")], language)


def _trade(said: _Trade | Sequence[_Trade], language: str) -> str:
    """What a concept of the thesaurus or several are called; an id that it does not know stands for itself."""
    several = [said] if isinstance(said, str | TradeConcept) else said
    known = vocabulary().concepts
    found = [one if isinstance(one, TradeConcept) else known.get(one, one) for one in several]
    return numbers.listed([one if isinstance(one, str) else one.label(language) for one in found], language)


def _read(kind: type[_Time], value: _Time | str) -> _Time:
    """A day or moment that travelled as ISO text."""
    return kind.fromisoformat(value) if isinstance(value, str) else value


class Sentence(string.Formatter):
    """Fill ``{name}`` and ``{name:format}`` for one language.

    Without a format the value's type decides: days, moments (by the clock of ``zone``), numbers, codes of
    enumerations, messages and lists of all these. Formats are edtf, day, moment (both also of ISO text), country,
    place, concept and trade (codes), size (bytes), percent (of 1), or the name of a vocabulary of ``LABELS`` for a
    bare code.
    """

    def __init__(self, language: str, zone: tzinfo = UTC, say: Callable[[Message], str] | None = None) -> None:
        """Fill for ``language``; ``say`` speaks messages that are parameters of messages."""
        super().__init__()
        self._language = language
        self._zone = zone
        self._say = say

    @override
    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, Any]) -> Any:
        """The value of a place; one that the sender left out shows as a dash."""
        return kwargs.get(str(key))

    @override
    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, Any]) -> Any:
        """The value of a plain name: attributes and indexes are not followed."""
        return self.get_value(field_name, args, kwargs), field_name

    @override
    def format_field(self, value: Any, format_spec: str) -> str:
        """Write one value as its format, or else its type, says."""
        if value is None or value == "":
            return _ABSENT
        if format_spec == "moment":
            return dates.moment(_read(datetime, value), self._language, self._zone)
        if format_spec in _FORMATS:
            return _FORMATS[format_spec](value, self._language)
        if format_spec in LABELS:
            return label(format_spec, str(value), self._language)
        return self._by_type(value)

    def _by_type(self, value: Any) -> str:
        if isinstance(value, Message) and self._say is not None:
            return self._say(value)
        if isinstance(value, StrEnum):
            return label_of(value, self._language)
        if isinstance(value, date):
            return self._when(value)
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            return numbers.number(value, self._language)
        if isinstance(value, Requirement | Attribute):
            return stated(value, self._language)
        if isinstance(value, tuple | list | frozenset | set):
            return numbers.listed([self.format_field(part, "") for part in value], self._language)
        return str(value)

    def _when(self, value: date) -> str:
        if isinstance(value, datetime):
            return dates.moment(value, self._language, self._zone)
        return dates.day(value, self._language)
