"""The table of public bodies comes in from the package; which of them a name means goes out.

A body is found by what its name says (kind, field, place), in any of the three languages and in any order of words, or by
an acronym that only it has. The table is an authority file of well-known public bodies; an office's own register adds to it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nhipcau.language.organisation_names.lexicon import table
from nhipcau.language.organisation_names.parts import Parts, parts_of_name

Signature = tuple[str, frozenset[str], frozenset[str], frozenset[str]]


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


def codes_of(parts: Parts) -> frozenset[str]:
    """Return the codes of the bodies that a name means: one, or none."""
    named = frozenset(code for acronym in parts.acronyms if (code := _by_acronym().get(acronym)))
    if named:
        return named
    meant = _by_signature().get(_signature(parts))
    if meant is not None and _kinds_meet(meant[1], frozenset(parts.head)):
        return frozenset({meant[0]})
    return frozenset()


def _kinds_meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


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
    return parts.sounds, trade - _LIGHT or trade, frozenset(parts.places), frozenset(parts.numbers)


# Translations differ in these, and no two bodies of the table differ in nothing else.
_LIGHT = frozenset({"technology", "engineering", "research", "general", "evaluation"})


@functools.cache
def _by_signature() -> Mapping[Signature, tuple[str, frozenset[str]]]:
    """Return the bodies, each with the kinds its names say, by what their names say; what two of them share counts for none."""
    known: dict[Signature, dict[str, frozenset[str]]] = {}
    for body in bodies().values():
        for language, names in body.names.items():
            native = language == {"VN": "vi", "KR": "ko"}.get(body.country)
            for name in names:
                parts = parts_of_name(name)
                for signature in _signatures(_signature(parts), body.country, native=native):
                    kinds = known.setdefault(signature, {})
                    kinds[body.code] = kinds.get(body.code, frozenset()) | frozenset(parts.head)
    return MappingProxyType({signature: next(iter(one.items())) for signature, one in known.items() if len(one) == 1})


def _signatures(signature: Signature, country: str, *, native: bool) -> tuple[Signature, ...]:
    """In its own country's language a body is named with the country or without."""
    if not native:
        return (signature,)
    sounds, trade, places, numbers = signature
    return (sounds, trade, places - {country}, numbers), (sounds, trade, places | {country}, numbers)
