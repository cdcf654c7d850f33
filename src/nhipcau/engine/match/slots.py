"""The concepts and words of a need come in; what an index is to look for, each with its points, goes out as slots.

Facets, rarity and tree distance decide (see ``/docs/decisions/0013``): a concept's points are its facet's weight times
its rarity; its neighbours in the thesaurus get a share of them by their distance (after Rada et al. 1989).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nhipcau.engine.match.query import Slot
from nhipcau.engine.match.weights import MatchWeights
from nhipcau.engine.match.wording import near_term
from nhipcau.facts.market import ItemKind
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_CERTIFICATE = "certificate"
_MOST_WORDS = 24
_MOST_NEIGHBOURS = 400


class Statistics(Protocol):
    """How many items of a kind an index holds, and how many of them have a term."""

    def size(self, kind: ItemKind, /) -> int:
        """Return the number of items of a kind."""
        ...

    def document_frequency(self, term: str, kind: ItemKind, /) -> int:
        """Return the number of items of a kind that have a term."""
        ...


def shares(concept_id: str, vocabulary: Vocabulary, weights: MatchWeights) -> dict[str, float]:
    """Return for a concept and its neighbours the share of its points that each is worth, the best way to it."""
    found = {concept_id: 1.0}
    for below, steps in vocabulary.descendants(concept_id).items():
        _raise(found, below, weights.narrower[min(steps, len(weights.narrower)) - 1])
    for above, steps in vocabulary.ancestors(concept_id).items():
        if steps <= len(weights.broader):
            _raise(found, above, weights.broader[steps - 1])
    concept = vocabulary.concept(concept_id)
    for parent in concept.broader:
        # Another certificate of a family is no substitute.
        if vocabulary.concept(parent).broader and concept.facet != _CERTIFICATE:
            for sibling in vocabulary.concept(parent).narrower:
                _raise(found, sibling, weights.sibling)
    for other in concept.related:
        _raise(found, other, weights.related)
    best = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return dict(best[:_MOST_NEIGHBOURS])


def _raise(found: dict[str, float], concept_id: str, share: float) -> None:
    found[concept_id] = max(share, found.get(concept_id, 0.0))


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing looked for: the share of its points for each term that will do, and how much it weighs."""

    about: str
    shares: Mapping[str, float]
    weight: float


def sought_concepts(
    concepts: Mapping[str, float],
    kind: ItemKind,
    vocabulary: Vocabulary,
    statistics: Statistics,
    weights: MatchWeights,
) -> list[Sought]:
    """Return what each concept of a need looks for; ``concepts`` says how sure each is."""
    size = statistics.size(kind)
    found: list[Sought] = []
    for concept_id, sure in concepts.items():
        close = shares(concept_id, vocabulary, weights)
        if sure < 1:
            # What was only guessed has no kin but what is narrower: a guess upon a guess gives no reason.
            close = {term: share for term, share in close.items() if share >= weights.narrower[-1]}
        same = [term for term, share in close.items() if share >= weights.narrower[-1]]
        count = sum(statistics.document_frequency(term, kind) for term in same)
        facet = weights.facets[vocabulary.concept(concept_id).facet]
        found.append(Sought(concept_id, {**close, **_near(close, weights)}, sure * facet * rarity(count, size)))
    return found


def _near(close: Mapping[str, float], weights: MatchWeights) -> dict[str, float]:
    """Return what items get whose wording is near to a concept, or to one that is nearly the same."""
    return {
        near_term(concept, level): share * part
        for concept, share in close.items()
        if share >= weights.near_kin
        for level, (_least, part) in enumerate(weights.near_levels)
    }


def sought_words(words: Iterable[str], kind: ItemKind, statistics: Statistics) -> list[Sought]:
    """Return the rarest words that the index knows and not one item in five has."""
    size = statistics.size(kind)
    known = [(statistics.document_frequency(word, kind), word) for word in words]
    rare = sorted((count, word) for count, word in known if 0 < count <= max(3, size // 5))
    return [Sought(word, {word: 1.0}, rarity(count, size)) for count, word in rare[:_MOST_WORDS]]


def rarity(count: int, size: int) -> float:
    """Return how much a term tells: the inverse document frequency of BM25 (Robertson and Zaragoza 2009)."""
    return math.log1p((size - min(count, size) + 0.5) / (count + 0.5))


def in_points(sought: Sequence[Sought], points: int) -> tuple[Slot, ...]:
    """Share ``points`` among what is sought, by weight; what would get none is not looked for."""
    total = sum(one.weight for one in sought)
    slots = (
        Slot(
            about=one.about,
            alternatives=tuple(
                (term, worth)
                for term, share in one.shares.items()
                if (worth := round(points * one.weight / total * share)) > 0
            ),
        )
        for one in sought
        if one.weight > 0
    )
    return tuple(slot for slot in slots if slot.alternatives)
