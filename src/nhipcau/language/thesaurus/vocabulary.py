"""The compiled table of the trade facets and an office's own concepts come in; concepts, their kin and tags go out."""

from __future__ import annotations

import functools
import importlib.resources
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from nhipcau.facts.market import OwnConcept
from nhipcau.language.thesaurus.choices import Choices
from nhipcau.language.thesaurus.tagger import Tagger
from nhipcau.language.thesaurus.trade_concept import FACETS, Choice, Tag, TradeConcept

_LANGUAGES: Final = ("vi", "ko", "en")


class Vocabulary:
    """The concepts of trade by their ids. It is made once and shared; nothing changes it."""

    def __init__(self, concepts: Iterable[TradeConcept]) -> None:
        """Take concepts whose ``narrower`` may be missing; what points to none of them is left out."""
        self.concepts: Mapping[str, TradeConcept] = MappingProxyType(_mirrored(concepts))
        self._tagger: Tagger | None = None
        self._choices: Choices | None = None
        self._up: dict[str, Mapping[str, int]] = {}
        self._down: dict[str, Mapping[str, int]] = {}

    def adding(self, own: Iterable[OwnConcept]) -> Vocabulary:
        """Return the vocabulary with an office's own concepts besides; asked again for the same, the same one."""
        more = tuple(own)
        return _with_own(self, more) if more else self

    def concept(self, concept_id: str) -> TradeConcept:
        """Return a concept; an unknown id is a ``KeyError``."""
        return self.concepts[concept_id]

    def label(self, concept_id: str, language: str) -> str:
        """Return the preferred label, in English or the first other language where it has none in this one."""
        return self.concepts[concept_id].label(language)

    def tag(self, text: str, language: str) -> tuple[Tag, ...]:
        """Return the concepts that a text names, in order; never two of one facet on one stretch."""
        if self._tagger is None:
            self._tagger = Tagger(self.concepts.values())
        return self._tagger.tag(text, language)

    def find(
        self, typed: str, language: str, facets: Iterable[str] | None = None, most: int = 10
    ) -> tuple[Choice, ...]:
        """Return what may be meant by what was typed so far, the likeliest first."""
        if self._choices is None:
            self._choices = Choices(self.concepts.values())
        return self._choices.find(typed, language, frozenset(FACETS if facets is None else facets), most)

    def ancestors(self, concept_id: str) -> Mapping[str, int]:
        """Return everything broader, each with how many steps up it is (the fewest); not the concept itself."""
        return _kin(self.concepts, concept_id, "broader", self._up)

    def descendants(self, concept_id: str) -> Mapping[str, int]:
        """Return everything narrower, each with how many steps down it is (the fewest); not the concept itself."""
        return _kin(self.concepts, concept_id, "narrower", self._down)


@functools.cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the package."""
    rows = json.loads(importlib.resources.files(__package__).joinpath("trade.json").read_text(encoding="utf-8"))
    return Vocabulary(_concept(row) for row in rows)


@functools.lru_cache(maxsize=4)
def _with_own(shipped: Vocabulary, own: tuple[OwnConcept, ...]) -> Vocabulary:
    return Vocabulary((*shipped.concepts.values(), *(_of_office(one) for one in own)))


def _concept(row: Mapping[str, Any]) -> TradeConcept:
    return TradeConcept(
        id=row["id"],
        facet=row["facet"],
        labels=row["labels"],
        other_labels={language: tuple(labels) for language, labels in row.get("other", {}).items()},
        hidden_labels={language: tuple(labels) for language, labels in row.get("hidden", {}).items()},
        broader=tuple(row.get("broader", ())),
        related=tuple(row.get("related", ())),
        hs=tuple(row.get("hs", ())),
        isic=tuple(row.get("isic", ())),
        note=row.get("note", ""),
    )


def _of_office(own: OwnConcept) -> TradeConcept:
    preferred = {language: label for language, label, first in own.labels if first}
    other = {
        one: tuple(label for language, label, first in own.labels if language == one and not first)
        for one in _LANGUAGES
    }
    return TradeConcept(own.id, own.facet, preferred, other, {}, broader=own.broader, note=own.note)


def _mirrored(concepts: Iterable[TradeConcept]) -> dict[str, TradeConcept]:
    """Return the concepts by id, narrower ones set from the broader ones, links to nothing left out."""
    known = {one.id: one for one in concepts}
    narrower: dict[str, list[str]] = defaultdict(list)
    for one in known.values():
        for above in one.broader:
            narrower[above].append(one.id)
    return {
        key: replace(
            one,
            broader=tuple(other for other in one.broader if other in known),
            narrower=tuple(narrower[key]),
            related=tuple(other for other in one.related if other in known),
        )
        for key, one in known.items()
    }


def _kin(
    concepts: Mapping[str, TradeConcept], concept_id: str, direction: str, known: dict[str, Mapping[str, int]]
) -> Mapping[str, int]:
    if concept_id in known:
        return known[concept_id]
    steps = {concept_id: 0}
    edge = [concept_id]
    while edge:
        edge = [other for one in edge for other in getattr(concepts[one], direction) if _is_new(other, one, steps)]
    del steps[concept_id]
    known[concept_id] = found = MappingProxyType(steps)
    return found


def _is_new(other: str, one: str, steps: dict[str, int]) -> bool:
    if other in steps:
        return False
    steps[other] = steps[one] + 1
    return True
