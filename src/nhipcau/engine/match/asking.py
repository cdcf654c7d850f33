"""A prepared need comes in; what it asks of an index goes out, each slot and limit with its points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nhipcau.engine.match.limits import limits_of
from nhipcau.engine.match.prepared import PLACE, Prepared
from nhipcau.engine.match.query import Limit, MemberLimit, Query
from nhipcau.engine.match.slots import Statistics, in_points, sought_concepts, sought_words
from nhipcau.engine.match.weights import DEFAULT, MatchWeights
from nhipcau.facts.market import Requirement
from nhipcau.language.properties import within
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_NEIGHBOURHOOD = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A need's query, and which limit belongs to which requirement; ``by_words`` where no concept was found."""

    need: Prepared
    query: Query
    limits: tuple[tuple[Requirement, Limit], ...]
    by_words: bool


def ask(
    need: Prepared,
    vocabulary: Vocabulary,
    statistics: Statistics,
    *,
    top: int = 20,
    weights: MatchWeights = DEFAULT,
) -> Asking:
    """Return what to look for: concepts by facet and rarity, words beside them, the limits, and who is near."""
    kind = need.listing.kind
    concepts = sought_concepts(need.concepts, kind, vocabulary, statistics, weights)
    words = sought_words(need.words, kind, statistics)
    for_words = round(weights.topic * (weights.words if concepts else 1)) if words else 0
    slots = (*in_points(concepts, weights.topic - for_words), *in_points(words, for_words))
    limits = limits_of(need, vocabulary, weights)
    query = Query(
        id=need.listing.id,
        kind=kind,
        slots=slots,
        limits=(*(limit for _requirement, limit in limits), *_nearness(need, weights)),
        floor=max(1, round(weights.floor * weights.topic)),
        top=top,
        top_near=top,
    )
    return Asking(
        need=need, query=query, limits=limits, by_words=not any(sure == 1.0 for sure in need.concepts.values())
    )


def _nearness(need: Prepared, weights: MatchWeights) -> tuple[MemberLimit, ...]:
    """Return the points for being near, which are no requirement."""
    if need.place is None or not weights.near_place:
        return ()
    near = frozenset(f"{PLACE}={code}" for code in within(need.place, _NEIGHBOURHOOD))
    return (MemberLimit(property=PLACE, any_of=near, must=False, met=weights.near_place),)
