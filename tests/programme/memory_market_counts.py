"""The tables of a store in memory come in; how many needs and offers have a concept, or stand where, go out."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from nhipcau.facts.market import Item, ItemKind, ItemState
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.market.places import province_of
from nhipcau.programme.views import ConceptCount, NearPair, SupplyRow
from tests.programme.memory_market import items
from tests.programme.memory_tables import Tables


def coverage(tables: Tables, today: date) -> tuple[ConceptCount, ...]:
    needs, offers = _concepts(tables, "need", today), _concepts(tables, "offer", today)
    return tuple(
        ConceptCount(concept=concept, needs=needs[concept], offers=offers[concept])
        for concept in sorted({*needs, *offers})
    )


def supply(tables: Tables, today: date) -> tuple[SupplyRow, ...]:
    found: defaultdict[str | None, Counter[ItemKind]] = defaultdict(Counter)
    for item in _shown(tables, "offer", today):
        found[province_of(item.place)][item.kind] += 1
    places = sorted(found, key=lambda place: (place is None, place or ""))
    return tuple(SupplyRow(place=place, kinds=dict(found[place])) for place in places)


def near_pairs(tables: Tables, today: date, visible_to: str | None, limit: int) -> tuple[NearPair, ...]:
    needs = {item.id: item for item in _shown(tables, "need", today)}
    offers = {item.id: item for item in _shown(tables, "offer", today)}
    found = [
        pair
        for pair in tables.found.values()
        if pair.near and pair.gone_at is None and pair.score > 0 and pair.need_id in needs and pair.offer_id in offers
        if visible_to in (None, needs[pair.need_id].organisation_id, offers[pair.offer_id].organisation_id)
    ]
    found.sort(key=lambda pair: (-pair.score, pair.id))
    return tuple(NearPair(need_id=pair.need_id, offer_id=pair.offer_id, unmet=pair.unmet) for pair in found[:limit])


def _concepts(tables: Tables, side: str, today: date) -> Counter[str]:
    shown = _shown(tables, side, today)
    return Counter(concept for item in shown for concept in {*item.concepts, *item.found} - {*item.dropped})


def _shown(tables: Tables, side: str, today: date) -> list[Item]:
    return [item for item in items(tables, side).values() if state_on(item, today) is ItemState.PUBLISHED]
