"""What every store counts of the market, whatever the day and whoever asks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from nhipcau.facts.deal import Found
from nhipcau.facts.market import ItemKind, ItemState
from nhipcau.programme.ports import Store
from nhipcau.programme.views import ConceptCount, NearPair, SupplyRow
from tests.conformance.test_market import put
from tests.programme.samples import ANPHU, MIRAE, NOW, SONGHAN, TODAY, agreement, need, offer


@pytest.fixture
def filled(store: Store) -> Store:
    """A market with two needs and three offers, and one of each that is not on it."""
    put(store, ANPHU, SONGHAN, MIRAE, agreement())
    put(
        store,
        need(concepts=("turning",), found=("stainless-steel",)),
        need("nee-2", found=("turning",), confidential=True),
        need("nee-3", found=("turning",), state=ItemState.DRAFT),
        offer(found=("ceramic-coating", "turning"), dropped=("ceramic-coating",), place="KR-48:jinju"),
        offer("off-2", SONGHAN, kind=ItemKind.PRODUCT, found=("turning",), place="KR-48", confidential=True),
        offer("off-3", SONGHAN, place=None),
        offer("off-4", expires_on=TODAY - timedelta(days=1), found=("turning",)),
    )
    return store


def found(key: str, need_id: str, offer_id: str, score: int = 500, **parts: object) -> Found:
    whole = {"near": True, "since": NOW, "unmet": ("certificate",), **parts}
    return Found(id=key, need_id=need_id, offer_id=offer_id, score=score, **whole)  # type: ignore[arg-type]  # parts


def test_counts_what_is_on_the_market_by_concept_confidential_or_not(filled: Store) -> None:
    counts = {count.concept: count for count in filled.reads().market_coverage(today=TODAY)}
    assert counts["turning"] == ConceptCount(concept="turning", needs=2, offers=2)
    assert counts["stainless-steel"] == ConceptCount(concept="stainless-steel", needs=1, offers=0)
    assert list(counts) == sorted(counts)


def test_counts_offers_by_province_and_kind_those_without_one_last(filled: Store) -> None:
    assert filled.reads().market_supply(today=TODAY) == (
        SupplyRow(place="KR-48", kinds={ItemKind.PRODUCT: 1, ItemKind.TECHNOLOGY: 1}),
        SupplyRow(place=None, kinds={ItemKind.TECHNOLOGY: 1}),
    )


def test_nearly_fitting_pairs_are_those_on_the_market_the_best_first(filled: Store) -> None:
    with filled.unit() as unit:
        unit.found.add_many(
            [
                found("f1", "nee-1", "off-1", 300),
                found("f2", "nee-2", "off-2", 700, unmet=("tolerance", "certificate")),
                found("f3", "nee-3", "off-1"),
                found("f4", "nee-1", "off-4"),
                found("f5", "nee-1", "off-2", near=False),
                found("f6", "nee-2", "off-1", 0),
                found("f7", "nee-1", "off-3", gone_at=NOW),
            ]
        )
    best = NearPair(need_id="nee-2", offer_id="off-2", unmet=("tolerance", "certificate"))
    other = NearPair(need_id="nee-1", offer_id="off-1", unmet=("certificate",))
    reads = filled.reads()
    assert reads.near_pairs(today=TODAY, visible_to=None, limit=9) == (best, other)
    assert reads.near_pairs(today=TODAY, visible_to=None, limit=1) == (best,)
    assert reads.near_pairs(today=TODAY, visible_to=MIRAE.id, limit=9) == (other,)
    assert reads.near_pairs(today=TODAY, visible_to="", limit=9) == ()
