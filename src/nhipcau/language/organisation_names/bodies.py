"""The table of public bodies comes in from the package; which of them a name means goes out.

A body is found by an acronym that only it has, by a name, or by what its name says (kind, field, place) in any of the
three languages and any order of words. The table is an authority file of well-known public bodies.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nhipcau.language.organisation_names.lexicon import light_trades, table
from nhipcau.language.organisation_names.parts import Parts, parts_of_name, words_of
from nhipcau.language.text import fold

Signature = tuple[str, frozenset[str], frozenset[str], frozenset[str]]

_HANGUL: Final = re.compile("[가-힣]")
_LONG_ENOUGH: Final = 4
_MARK: Final = "@"
_FIRMS: Final = frozenset({"company", "LLC", "LLC-1", "private", "partnership"})
_COMPANY: Final = frozenset({"company"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A public body: its code (its acronym where no other has it), country, kinds, acronyms and names by language."""

    code: str
    country: str
    acronyms: frozenset[str]
    names: Mapping[str, tuple[str, ...]]


@functools.cache
def bodies() -> Mapping[str, Body]:
    """Return every body by its code."""
    return MappingProxyType({row["code"]: _body(row) for row in table("bodies.tsv")})


def _body(row: Mapping[str, str]) -> Body:
    names = {language: tuple(filter(None, row[language].split(";"))) for language in ("vi", "en", "ko")}
    acronyms = frozenset(filter(None, row["acronyms"].split(";")))
    return Body(code=row["code"], country=row["country"], acronyms=acronyms, names=MappingProxyType(names))


def acronyms_of(name: str, parts: Parts) -> frozenset[str]:
    """Return the acronyms of a name; of a known body also its own, and its code behind the mark of a known body."""
    code = _code_of(name, parts)
    if code is None:
        return frozenset(parts.acronyms)
    return bodies()[code].acronyms | parts.acronyms | {_MARK + code}


def body_codes(acronyms: frozenset[str]) -> frozenset[str]:
    """Return, of a name's acronyms, those that are codes of known bodies."""
    return frozenset(acronym for acronym in acronyms if acronym.startswith(_MARK)) if acronyms else acronyms


@functools.cache
def home_of(codes: frozenset[str]) -> frozenset[str]:
    """Return the places that the names of known bodies themselves say."""
    names = (name for code in codes for one in bodies()[code.removeprefix(_MARK)].names.values() for name in one)
    return frozenset(place for name in names for place in parts_of_name(name).places)


def _code_of(name: str, parts: Parts) -> str | None:
    for acronym in (*parts.acronyms, *_word_alone(parts)):
        code = _by_acronym().get(acronym)
        if code and not parts.form and (not parts.head or not _kinds(code).isdisjoint(parts.head)):
            return code
    if parts.form and (not parts.head or (parts.core and parts.form in _FIRMS and parts.head == _COMPANY)):
        return None
    return _by_name().get(_plain(name)) or _by_parts(parts, "ko" if _HANGUL.search(name) else "vi")


def _word_alone(parts: Parts) -> list[str]:
    """Return the one proper word of a name that says nothing else but a place or kind: Kotra, Koica."""
    alone = len(parts.core) == 1 and not parts.trade and len(parts.core[0]) >= _LONG_ENOUGH
    return parts.core if alone else []


@functools.cache
def _kinds(code: str) -> frozenset[str]:
    """Return every kind that a body's names say."""
    names = (name for one in bodies()[code].names.values() for name in one)
    return frozenset(kind for name in names for kind in parts_of_name(name).head)


def _by_parts(parts: Parts, language: str) -> str | None:
    """Return the one body whose names say the same; where two do, the one whose names say it in the same words."""
    meant = [sense for sense in _by_signature().get(_signature(parts), ()) if sense.said_in in (None, language)]
    heads, trades = frozenset(parts.head), frozenset(parts.trade)
    for left in (
        [sense for sense in meant if not heads.isdisjoint(sense.heads)],
        [sense for sense in meant if trades == sense.trades and not heads.isdisjoint(sense.heads)],
        [sense for sense in meant if trades == sense.trades and heads == sense.heads],
    ):
        codes = {sense.code for sense in left}
        if len(codes) == 1:
            return codes.pop()
    return None


def _plain(name: str) -> str:
    return "".join(fold(word) for word in words_of(name) if word not in "()[]")


@functools.cache
def _by_name() -> Mapping[str, str]:
    """Return the bodies by their names in folded letters without spaces."""
    return MappingProxyType(
        {_plain(name): body.code for body in bodies().values() for names in body.names.values() for name in names},
    )


@functools.cache
def _by_acronym() -> Mapping[str, str]:
    """Return the bodies by acronyms that one body alone has."""
    known: dict[str, set[str]] = {}
    for body in bodies().values():
        for acronym in body.acronyms:
            known.setdefault(acronym, set()).add(body.code)
    return MappingProxyType({acronym: min(codes) for acronym, codes in known.items() if len(codes) == 1})


def _signature(parts: Parts) -> Signature:
    trade = frozenset(parts.trade)
    return parts.sounds, trade - light_trades() or trade, frozenset(parts.places), frozenset(parts.numbers)


@dataclass(frozen=True, slots=True)
class _Sense:
    """One name of a body: its kinds and all its trades; without its country, it is its own only in one language."""

    code: str
    heads: frozenset[str]
    trades: frozenset[str]
    said_in: str | None


@functools.cache
def _by_signature() -> Mapping[Signature, tuple[_Sense, ...]]:
    """Return the bodies by what their names say."""
    known: dict[Signature, list[_Sense]] = {}
    for body in bodies().values():
        for language, names in body.names.items():
            native = language == {"VN": "vi", "KR": "ko"}.get(body.country)
            for parts in map(parts_of_name, names):
                for signature in _signatures(_signature(parts), body.country, native=native):
                    said_in = language if native and body.country not in signature[2] else None
                    sense = _Sense(body.code, frozenset(parts.head), frozenset(parts.trade), said_in)
                    known.setdefault(signature, []).append(sense)
    return MappingProxyType({signature: tuple(senses) for signature, senses in known.items()})


def _signatures(signature: Signature, country: str, *, native: bool) -> tuple[Signature, ...]:
    """In its own country's language a body is named with the country or without."""
    sounds, trade, places, numbers = signature
    if not native or any(not place.startswith(country) for place in places):
        return (signature,)
    return (sounds, trade, places - {country}, numbers), (sounds, trade, places | {country}, numbers)
