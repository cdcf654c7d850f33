"""Text comes in; the concepts of the thesaurus that its words mean go out, with their offsets."""

from __future__ import annotations

import functools
import importlib.resources
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from nhipcau.language.lexicon import Lexicon, is_whole_word

SECTORS: Final = "sectors"
ACTIVITIES: Final = "activities"
_NOT_MEANT: Final = ""
_LANGUAGES: Final = ("vi", "ko", "en")


@dataclass(frozen=True, slots=True)
class Concept:
    """A sector or a kind of activity: ``labels`` are the preferred ones, ``other_labels`` what texts write for it."""

    code: str
    scheme: str
    labels: Mapping[str, str]
    other_labels: Mapping[str, tuple[str, ...]]
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

    def __init__(self, concepts: Mapping[str, Mapping[str, Concept]], not_meant: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep the concepts by scheme and code, and by scheme and language what only looks like one."""
        self._concepts = concepts
        self._not_meant = not_meant
        self._searches: dict[tuple[str, str], tuple[Lexicon, tuple[tuple[str, str], ...]]] = {}

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
        """Return the concepts that ``text`` names, in order, the longest label first, none overlapping.

        Case does not count, except for labels in capitals (AI, IT); diacritics do. Vietnamese and English labels are
        whole words, Korean ones may stand inside a compound. Every language also finds the English labels in capitals.
        """
        lexicon, labels = self._search(language if language in _LANGUAGES else "en", scheme)

        def fits(whole: str, start: int, end: int, index: int) -> bool:
            return _fits(whole, start, end, labels[index][0])

        hits = lexicon.find(text, fits)
        return tuple(
            ConceptFound(start, end, labels[index][1], text[start:end]) for start, end, index in hits if labels[index][1]
        )

    def _search(self, language: str, scheme: str) -> tuple[Lexicon, tuple[tuple[str, str], ...]]:
        known = self._searches.get((language, scheme))
        if known is None:
            labels = tuple(self._labels(language, scheme).items())
            known = Lexicon([label.lower() for label, _ in labels], ignore_case=True), labels
            self._searches[language, scheme] = known
        return known

    def _labels(self, language: str, scheme: str) -> dict[str, str]:
        """Return every label with its concept's code; what is not meant has none and hides the labels inside it."""
        found = dict.fromkeys(self._not_meant[scheme][language], _NOT_MEANT)
        for code, concept in self._concepts[scheme].items():
            found.setdefault(concept.labels[language], code)
            for label in concept.other_labels[language]:
                found.setdefault(label, code)
            for label in concept.other_labels["en"]:
                if label.isupper():
                    found.setdefault(label, code)
        return found


def _fits(text: str, start: int, end: int, label: str) -> bool:
    if label.isupper() and label.isascii() and text[start:end] != label:
        return False
    if label.isascii() or not _is_hangul(label[0]):
        return _is_apart(text, start, end)
    return True


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether a word in Latin letters stands alone; Hangul may touch it, as a particle does."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return is_whole_word(" " + text[start:end] + " ", 1, end - start + 1) and not _touches(before) and not _touches(after)


def _touches(letter: str) -> bool:
    return letter.isalnum() and not _is_hangul(letter)


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"


def _concept(code: str, scheme: str, row: dict[str, Any]) -> Concept:
    return Concept(
        code=code,
        scheme=scheme,
        labels=MappingProxyType(row["labels"]),
        other_labels=MappingProxyType({language: tuple(labels) for language, labels in row["other_labels"].items()}),
        broader=tuple(row["broader"]),
        narrower=tuple(row["narrower"]),
    )
