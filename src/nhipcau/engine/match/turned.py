"""An offer comes in; the query that finds, in an index of needs, every need that could find this offer, goes out."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from nhipcau.engine.match.plain_words import PREFIX
from nhipcau.engine.match.prepared import Prepared
from nhipcau.engine.match.query import Query, Slot
from nhipcau.engine.match.slots import Statistics, rarity, shares
from nhipcau.engine.match.weights import DEFAULT
from nhipcau.engine.match.wording import near_term
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_POINTS: Final = 100


def needs_for(offer: Prepared, vocabulary: Vocabulary, statistics: Statistics, *, most: int) -> Query:
    """Return what a need must say so that the offer has something it looks for, the likeliest ``most`` first.

    A need looks for its concepts and their neighbours (``slots.shares``); here the neighbours are followed the other
    way. How well each need is met is then for the need's own query to say.
    """
    slots = (*_concepts(offer, vocabulary, statistics), *_words(offer, statistics))
    return Query(id=offer.listing.id, kind=offer.listing.kind, slots=slots, floor=1, top=most, top_near=0)


def _concepts(offer: Prepared, vocabulary: Vocabulary, statistics: Statistics) -> Iterator[Slot]:
    size = statistics.size(offer.listing.kind)
    seekers = _seekers(vocabulary)
    for concept_id, sure in offer.concepts.items():
        facet = sure * DEFAULT.facets[vocabulary.concept(concept_id).facet]
        worth = {
            other: _points(share * facet * rarity(statistics.document_frequency(other, offer.listing.kind), size))
            for other, share in seekers[concept_id].items()
        }
        close = {
            near_term(other, level): _points(points * part / _POINTS)
            for other, points in worth.items()
            for level, (_least, part) in enumerate(DEFAULT.near_levels)
        }
        yield Slot(about=concept_id, alternatives=(*worth.items(), *close.items()))


@functools.lru_cache(maxsize=4)
def _seekers(vocabulary: Vocabulary) -> Mapping[str, Mapping[str, float]]:
    """Return for each concept those that are content with it, and to which share."""
    seekers: dict[str, dict[str, float]] = defaultdict(dict)
    for concept_id in vocabulary.concepts:
        for found, share in shares(concept_id, vocabulary, DEFAULT).items():
            seekers[found][concept_id] = share
    return seekers


def _words(offer: Prepared, statistics: Statistics) -> Iterator[Slot]:
    kind = offer.listing.kind
    size = statistics.size(kind)
    for word in sorted(term for term in offer.item.terms if term.startswith(PREFIX)):
        count = statistics.document_frequency(word, kind)
        if count:
            yield Slot(about=word, alternatives=((word, _points(rarity(count, size))),))


def _points(worth: float) -> int:
    return max(1, math.ceil(worth * _POINTS))
