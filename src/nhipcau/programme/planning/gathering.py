"""Gaps come in; the offers on the market that may close them go out, made comparable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nhipcau.engine.match.prepared import prepare
from nhipcau.engine.plan.costing import cost_of, days_of
from nhipcau.engine.plan.remedies import looked_for
from nhipcau.facts.market import ItemKind, ItemState, Offer
from nhipcau.facts.plan import Gap, Remedy
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.filters import ItemFilter, Paging
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.office import Office

# Of what helps with one gap in one way, so many of the newest offers are looked at.
_LOOKED_AT: Final = 40


def remedies_for(
    office: Office, offer: Offer, gaps: Iterable[Gap], concepts: Iterable[str], vocabulary: Vocabulary
) -> tuple[Remedy, ...]:
    """Return the published offers of others that may close a gap, each once."""
    wanted = {
        (kind, tuple(sorted(target.concepts)))
        for gap in gaps
        for target in looked_for(gap, concepts, vocabulary)
        for kind in target.kinds
    }
    known: dict[str, Offer] = {}
    for kind, named in sorted(wanted):
        known |= {found.id: found for found in _offers(office, offer, kind, named)}
    return tuple(_remedy(known[key], vocabulary) for key in sorted(known))


def _offers(office: Office, offer: Offer, kind: ItemKind, concepts: tuple[str, ...]) -> Iterable[Offer]:
    asked = ItemFilter(
        today=office.clock.today(), kind=kind, state=ItemState.PUBLISHED, concepts=concepts, demo=offer.demo
    )
    page = office.store.reads().offer_list(asked, Paging(sort="-new", limit=_LOOKED_AT))
    return (row.item for row in page.items if row.item.organisation_id != offer.organisation_id)


def _remedy(offer: Offer, vocabulary: Vocabulary) -> Remedy:
    listing = listing_of(offer)
    read = prepare(listing, vocabulary)
    # What a machine is capable of is read as of a product, under whatever kind it is offered.
    capable = prepare(replace(listing, kind=ItemKind.PRODUCT), vocabulary).item.figures
    days = days_of(offer.kind, read.attributes)
    cost, price = cost_of(read.attributes, days)
    return Remedy(
        offer=offer.id,
        kind=offer.kind,
        concepts=frozenset(read.concepts),
        days=days,
        cost=cost,
        price=price,
        place=read.place,
        figures={**capable, **read.item.figures},
    )
