"""The table of places comes in from the package; a place with its names in three languages goes out."""

from __future__ import annotations

import csv
import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nhipcau.language.text import fold

_LANGUAGES = ("vi", "en", "ko")


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a province or a city.

    ``code`` is ISO 3166 for countries and provinces (``KR-43``); a city's is its province's with its own name behind
    (``KR-43:cheongju``). ``level`` is country, province or city; ``parent`` the code of what it lies in.
    ``names`` holds for vi, en and ko every spelling, the usual one first. ``merged_into`` is the code of the province
    that a Vietnamese province became part of on 1 July 2025.
    """

    code: str
    country: str
    level: str
    parent: str | None
    merged_into: str | None
    names: Mapping[str, tuple[str, ...]]

    def name(self, language: str) -> str:
        """Return the usual name in a language, in English where the language is another."""
        return self.names.get(language, self.names["en"])[0]


@functools.cache
def places() -> Mapping[str, Place]:
    """Return every place by its code."""
    lines = importlib.resources.files(__package__).joinpath("places.tsv").read_text(encoding="utf-8").splitlines()
    return MappingProxyType({row["code"]: _place(row) for row in csv.DictReader(lines, delimiter="\t")})


def place_of(code: str) -> Place | None:
    """Return the place of a code."""
    return places().get(code)


def place_named(name: str) -> Place | None:
    """Return the place of which ``name``, in any language, with or without diacritics, is a spelling."""
    return _by_name().get(fold(name).strip())


@functools.cache
def _by_name() -> Mapping[str, Place]:
    known: dict[str, Place] = {}
    for place in places().values():
        for spellings in place.names.values():
            for spelling in spellings:
                known.setdefault(fold(spelling), place)
    return known


def _place(row: dict[str, str]) -> Place:
    names = {language: tuple(row[language].split(";")) for language in _LANGUAGES}
    return Place(
        code=row["code"],
        country=row["country"],
        level=row["level"],
        parent=row["parent"] or None,
        merged_into=row["merged_into"] or None,
        names=MappingProxyType(names),
    )
