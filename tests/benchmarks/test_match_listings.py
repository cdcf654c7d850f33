from __future__ import annotations

from benchmarks.match_listings import A_LISTING, CONCEPTS, TERMS, needs, offers
from nhipcau.compute.market.index import MarketIndex
from nhipcau.facts.market import ItemKind


def test_the_same_seed_draws_the_same_market() -> None:
    assert list(offers(300, seed=1)) == list(offers(300, seed=1))
    assert list(needs(20)) == list(needs(30))[:20]
    assert next(offers(1, seed=1)) != next(offers(1, seed=2))


def test_few_concepts_are_in_many_listings_and_many_in_few() -> None:
    market = list(offers(3_000))
    index = MarketIndex.build(market)
    counts = sorted(sum(index.document_frequency(term, kind) for kind in ItemKind) for term in TERMS)
    assert all(0 < len(one.terms) <= A_LISTING for one in market)
    assert sum(counts[-CONCEPTS // 10 :]) > sum(counts[: -CONCEPTS // 10])


def test_most_needs_have_matches_and_near_misses() -> None:
    index = MarketIndex.build(offers(20_000))
    lists = list(index.search_many(needs(50)))
    assert sum(bool(matches) for matches, _ in lists) > 40
    assert sum(bool(near) for _, near in lists) > 40
