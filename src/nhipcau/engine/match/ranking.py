"""Needs and offers come in; for each need its matches and near misses go out, best first, each explained.

For lists that fit in memory; what is larger is asked of an index (``compute.market``) and explained with ``explain``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from nhipcau.engine.match.asking import Asking, ask
from nhipcau.engine.match.contradictions import contradictions
from nhipcau.engine.match.explaining import explain
from nhipcau.engine.match.nothing import why_nothing
from nhipcau.engine.match.prepared import Prepared
from nhipcau.engine.match.query import Hit, hit
from nhipcau.engine.match.weights import DEFAULT, MatchWeights
from nhipcau.facts.market import ItemKind
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.facts.message import Message
from nhipcau.language.thesaurus.vocabulary import Vocabulary


class Shelf:
    """Prepared offers by the terms that they have; counts them as ``Statistics`` wants it."""

    def __init__(self, offers: Iterable[Prepared]) -> None:
        """Put the offers where their terms find them."""
        self._offers = {offer.listing.id: offer for offer in offers}
        self._sizes = Counter(offer.listing.kind for offer in self._offers.values())
        self._by_term: dict[tuple[ItemKind, str], list[str]] = defaultdict(list)
        for offer in self._offers.values():
            for term in offer.item.terms:
                self._by_term[offer.listing.kind, term].append(offer.listing.id)

    def size(self, kind: ItemKind, /) -> int:
        """Return the number of offers of a kind."""
        return self._sizes[kind]

    def document_frequency(self, term: str, kind: ItemKind, /) -> int:
        """Return the number of offers of a kind that have a term."""
        return len(self._by_term.get((kind, term), ()))

    def offer(self, offer_id: str) -> Prepared:
        """Return an offer."""
        return self._offers[offer_id]

    def search(self, asking: Asking) -> tuple[list[Hit], list[Hit]]:
        """Return the matches and the near misses of a query, best first."""
        query = asking.query
        terms = {term for slot in query.slots for term, _points in slot.alternatives}
        touched = {offer for term in terms for offer in self._by_term.get((query.kind, term), ())}
        hits = [found for offer in touched if (found := hit(self._offers[offer].item, query)) is not None]
        hits.sort(key=lambda one: (-one.points, one.id))
        fits = [one for one in hits if not one.near]
        near = [one for one in hits if one.near]
        return fits[: query.top], near[: query.top_near]


def rank(
    needs: Sequence[Prepared],
    shelf: Shelf,
    vocabulary: Vocabulary,
    *,
    top: int = 20,
    weights: MatchWeights = DEFAULT,
) -> Iterable[Ranking]:
    """Yield the ranking of each need, in their order."""
    for need in needs:
        asking = ask(need, vocabulary, shelf, top=top, weights=weights)
        fits, near = shelf.search(asking)
        yield ranking(asking, [shelf.offer(one.id) for one in fits], [shelf.offer(one.id) for one in near], vocabulary)


def ranking(
    asking: Asking,
    fits: Sequence[Prepared],
    near: Sequence[Prepared],
    vocabulary: Vocabulary,
    weights: MatchWeights = DEFAULT,
) -> Ranking:
    """Return what was found, explained, with what the reader must know."""
    notes = [*contradictions(asking.need.requirements)]
    if asking.by_words:
        notes.append(Message("match.by-words-alone"))
    matches = tuple(explain(asking, offer, vocabulary) for offer in fits)
    near_misses = right_things(matches, [explain(asking, offer, vocabulary) for offer in near], weights)
    if max((fit.topic for fit in matches), default=0) < weights.likely * weights.topic:
        notes.append(why_nothing(asking, near_misses, vocabulary))
    return Ranking(
        asked=asking.need.listing.id,
        matches=matches,
        near_misses=near_misses,
        notes=tuple(notes),
    )


def right_things(matches: Sequence[Fit], near: Sequence[Fit], weights: MatchWeights = DEFAULT) -> tuple[Fit, ...]:
    """Return those of what fails a must that are the right thing beside the best that was found."""
    best = max((fit.topic for fit in (*matches, *near)), default=0)
    return tuple(fit for fit in near if is_right_thing(fit, best, weights))


def is_right_thing(fit: Fit, best: int, weights: MatchWeights = DEFAULT) -> bool:
    """Tell whether the topic of a fit is not far below ``best``, the most that was found.

    Requirements that half the market meets lift what is another thing altogether.
    """
    return 100 * fit.topic >= weights.right_thing * best
