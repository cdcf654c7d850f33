"""Nothing but the person comes in; the concepts that the market asks for and offers go out."""

from __future__ import annotations

from collections.abc import Mapping

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Coverage
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.views import ConceptCount, CoverageRow


def market_coverage(office: Office, actor: Actor) -> tuple[CoverageRow, ...]:
    """Return every concept of what is on the market, the most frequent first.

    Confidential needs and offers are counted like any other: a count names nobody. A need is also met by an offer of
    something narrower, so that a concept stands alone only where nothing below (or, for offers, above) it is there.
    """
    demand(actor, "market.see")
    known = office_vocabulary(office)
    counts = office.store.reads().market_coverage(today=office.clock.today())
    by_concept = {count.concept: count for count in counts if count.concept in known.concepts}
    rows = [
        CoverageRow(
            concept=concept,
            facet=known.concept(concept).facet,
            name=known.label(concept, actor.language),
            needs=count.needs,
            offers=count.offers,
            coverage=_coverage(count, by_concept, known),
        )
        for concept, count in by_concept.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.needs - row.offers, row.concept)))


def _coverage(count: ConceptCount, counts: Mapping[str, ConceptCount], known: Vocabulary) -> Coverage:
    below, above = known.descendants(count.concept), known.ancestors(count.concept)
    if not count.offers and not any(other in counts and counts[other].offers for other in below):
        return Coverage.NEEDED
    if not count.needs and not any(other in counts and counts[other].needs for other in above):
        return Coverage.OFFERED
    return Coverage.BOTH
