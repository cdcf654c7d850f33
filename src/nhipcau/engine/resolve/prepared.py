"""A record as a source wrote it comes in; the canonical values by which two records are compared go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nhipcau.facts.record import Record
from nhipcau.language.addresses import NOWHERE, site_of
from nhipcau.language.identifiers import canonical_domain, canonical_phone, read_identifier
from nhipcau.language.organisation_names import OrganisationName, analyse
from nhipcau.language.places import place_named, place_of
from nhipcau.language.romanise import name_key
from nhipcau.language.text import fold

_MOST_NAMES: Final = 6
_MOST_PEOPLE: Final = 4
_LONGEST_ACRONYM: Final = 40
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What is compared. Keys are canonical: two spellings of one value are equal; unknown parts are empty.

    ``keys`` are the names as sound of the core with the codes of trade and number behind it, the first name's first;
    ``cores`` the sounds alone. ``seats``, ``numbers``, ``heads`` and ``trades`` are what tells bodies of like names
    apart. ``codes`` maps an identifier's scheme to its value. ``site`` is house number and street, ``street`` the
    street alone. ``persons`` are the people as written.
    """

    id: str
    names: tuple[OrganisationName, ...]
    keys: tuple[str, ...] = ()
    cores: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    codes: tuple[tuple[str, str], ...] = ()
    country: str = ""
    place: str = ""
    site: str = ""
    street: str = ""
    phone: str = ""
    domain: str = ""
    people: frozenset[str] = frozenset()
    persons: tuple[str, ...] = ()


def prepare(record: Record) -> Prepared:
    """Return the canonical values of a record."""
    given = frozenset(acronym for acronym in map(_acronym, record.acronyms) if acronym)
    names = tuple(_with(analyse(name), given) for name in record.names[:_MOST_NAMES] if name.strip())
    place = _place(record.place) or _place_in(record.address)
    country = record.country or place[:2]
    site = site_of(record.address) if record.address else NOWHERE
    return Prepared(
        id=record.id,
        names=names,
        keys=tuple(dict.fromkeys(key for key in map(_key, names) if key)),
        cores=tuple(dict.fromkeys(name.sounds for name in names if name.sounds)),
        acronyms=_union([name.acronyms for name in names]) | given,
        seats=_union([name.places for name in names]),
        numbers=_union([name.numbers for name in names]),
        heads=_union([name.head for name in names]),
        trades=_union([name.trade for name in names]),
        codes=_codes(record.identifiers, country),
        country=country,
        place=place,
        site=site.key,
        street=site.street,
        phone=(canonical_phone(record.phone, country or None) or "") if record.phone else "",
        domain=(canonical_domain(record.domain) or "") if record.domain else "",
        people=_union([_person(person) for person in record.people[:_MOST_PEOPLE]]),
        persons=record.people[:_MOST_PEOPLE],
    )


def _key(name: OrganisationName) -> str:
    """Return what one name is called, in any language: the sound of its core with its trades, numbers and provinces."""
    if not name.sounds and not name.trade:
        return ""
    # A country adds nothing (Hanbit, Hanbit Việt Nam, Hanbit Vina); a province often makes it another works.
    seats = sorted([place for place in name.places if "-" in place])
    trade = "+".join(sorted(name.trade))
    return f"{name.sounds}/{trade}/{'+'.join([*sorted(name.numbers), *seats])}".rstrip("/")


def _acronym(written: str) -> str:
    folded = "".join(_WORD.findall(fold(written[:_LONGEST_ACRONYM])))
    return folded if len(folded) > 1 else ""


def _with(name: OrganisationName, acronyms: frozenset[str]) -> OrganisationName:
    """Return a name that knows the acronyms which stand in a column of their own."""
    return replace(name, acronyms=name.acronyms | acronyms) if acronyms - name.acronyms else name


def _union(parts: Sequence[frozenset[str]]) -> frozenset[str]:
    return parts[0] if len(parts) == 1 else frozenset().union(*parts)


def _codes(identifiers: tuple[str, ...], country: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for written in identifiers:
        scheme, colon, value = written.partition(":")
        read = read_identifier(value if colon else written, country or None, scheme if colon else None)
        if read is not None:
            found.setdefault(read.scheme, read.value)
    return tuple(sorted(found.items()))


@functools.lru_cache(maxsize=20_000)
def _place(name: str | None) -> str:
    """Return the code of the province that a place is or lies in; a merged province is the one it became part of."""
    if not name:
        return ""
    place = place_of(name) or place_named(name)
    while place is not None and place.level == "city" and place.parent:
        place = place_of(place.parent)
    if place is not None and place.merged_into:
        place = place_of(place.merged_into)
    return place.code if place is not None and place.level != "country" else ""


def _place_in(address: str | None) -> str:
    """Return the province that the last or the first part of an address names."""
    if not address:
        return ""
    parts = [part.strip() for part in address.split(",")]
    found = (_place(part) for part in (*reversed(parts[-3:]), *address.split()[:2]))
    return next((code for code in found if code), "")


@functools.lru_cache(maxsize=200_000)
def _person(name: str) -> frozenset[str]:
    return frozenset(key for key in name_key(name.split(",", maxsplit=1)[0]) if not key.startswith("="))
