"""Text comes in; the concepts of the thesaurus that its words mean go out, with their offsets."""

from __future__ import annotations

import functools
import importlib.resources
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from nhipcau.language.thesaurus.search import LabelSearch

SECTORS: Final = "sectors"
ACTIVITIES: Final = "activities"
_LANGUAGES: Final = ("vi", "ko", "en")


@dataclass(frozen=True, slots=True)
class Concept:
    """A sector or a kind of activity.

    ``labels`` are the preferred ones, ``other_labels`` the other names of it, ``hidden_labels`` turns of phrase that
    promise it, where ``…`` leaves room for some words.
    """

    code: str
    scheme: str
    labels: Mapping[str, str]
    other_labels: Mapping[str, tuple[str, ...]]
    hidden_labels: Mapping[str, tuple[str, ...]]
    broader: tuple[str, ...]
    narrower: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptFound:
    """A concept whose ``label`` stands at ``start:end``."""

    start: int
    end: int
    code: str
    label: str


class Thesaurus:
    """The concepts of both schemes, ``sectors`` and ``activities``."""

    def __init__(
        self,
        concepts: Mapping[str, Mapping[str, Concept]],
        not_meant: Mapping[str, Mapping[str, list[str]]],
    ) -> None:
        """Keep the concepts by scheme and code, and by scheme and language what only looks like one."""
        self._concepts = concepts
        self._not_meant = not_meant
        self._searches: dict[tuple[str, str], LabelSearch] = {}

    @classmethod
    @functools.cache
    def load(cls) -> Thesaurus:
        """Return the thesaurus of the package."""
        table = json.loads(importlib.resources.files(__package__).joinpath("concepts.json").read_text(encoding="utf-8"))
        concepts = {
            scheme: MappingProxyType({code: _concept(code, scheme, row) for code, row in rows["concepts"].items()})
            for scheme, rows in table.items()
        }
        return cls(MappingProxyType(concepts), {scheme: rows["not_meant"] for scheme, rows in table.items()})

    def concepts(self, scheme: str) -> Mapping[str, Concept]:
        """Return the concepts of a scheme by their codes; an unknown scheme is a ``KeyError``."""
        return self._concepts[scheme]

    def label(self, code: str, scheme: str, language: str) -> str:
        """Return the preferred label of a concept, in English where the language is another."""
        labels = self._concepts[scheme][code].labels
        return labels.get(language, labels["en"])

    def find(self, text: str, language: str, scheme: str) -> tuple[ConceptFound, ...]:
        """Return the concepts that ``text`` names, in order, none overlapping.

        Case does not count, except for labels in capitals (AI, IT); diacritics do. Vietnamese and English labels are
        whole words, Korean ones may stand inside a compound. Every language also finds the English labels in capitals.
        """
        search = self._search(language if language in _LANGUAGES else "en", scheme)
        return tuple(ConceptFound(start, end, code, text[start:end]) for start, end, code in search.find(text))

    def _search(self, language: str, scheme: str) -> LabelSearch:
        known = self._searches.get((language, scheme))
        if known is None:
            known = self._searches[language, scheme] = LabelSearch(self._labels(language, scheme), language)
        return known

    def _labels(self, language: str, scheme: str) -> dict[str, str]:
        """Return every label with its concept's code; what is not meant has none and hides the labels inside it."""
        found = dict.fromkeys(self._not_meant[scheme][language], "")
        for code, concept in self._concepts[scheme].items():
            capitals = [label for label in concept.other_labels["en"] if label.isupper()]
            own = (concept.labels[language], *concept.other_labels[language], *concept.hidden_labels[language])
            for label in (*own, *capitals):
                found.setdefault(label, code)
        return found


def _concept(code: str, scheme: str, row: dict[str, Any]) -> Concept:
    return Concept(
        code=code,
        scheme=scheme,
        labels=MappingProxyType(row["labels"]),
        other_labels=_by_language(row["other_labels"]),
        hidden_labels=_by_language(row["hidden_labels"]),
        broader=tuple(row["broader"]),
        narrower=tuple(row["narrower"]),
    )


def _by_language(labels: dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({language: tuple(names) for language, names in labels.items()})
