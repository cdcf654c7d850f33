from __future__ import annotations

from dataclasses import replace
from typing import Any

import numba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.compute.market.compiled import compiled
from nhipcau.compute.market.index import MarketIndex
from nhipcau.engine.match.query import FigureLimit, Item, MemberLimit, Query, Slot, hit, standing
from nhipcau.facts.market import ItemKind
from nhipcau.facts.matching import Standing
from tests.compute.market.drawn import KINDS, found, item, items, query, seeded

PRODUCT = ItemKind.PRODUCT
CASTING = Slot(about="casting", alternatives=(("casting", 10), ("die-casting", 9)))


def offer(id_: str, *terms: str, boost: int = 0, **figures: int) -> Item:
    return Item(id=id_, kind=PRODUCT, terms=frozenset(terms or {"casting"}), figures=figures, boost=boost)


def need(*slots: Slot, top: int = 20, limits: tuple[FigureLimit | MemberLimit, ...] = ()) -> Query:
    return Query(id="N1", kind=PRODUCT, slots=slots or (CASTING,), limits=limits, top=top)


@settings(deadline=None, max_examples=150)
@given(st.integers(min_value=0))
def test_the_index_finds_what_the_definition_finds(seed: int) -> None:
    chance = seeded(seed)
    market = items(chance, chance.randrange(300))
    # Blocks of a few places, so that what was found in one bounds what is looked at in the next.
    index = replace(MarketIndex.build(iter(market)), block=chance.choice((1, 3, 16, 100)))
    for _ in range(10):
        asked = query(chance)
        assert index.search(asked) == found(asked, market)


@settings(deadline=None, max_examples=30)
@given(st.integers(min_value=0))
def test_after_any_changes_it_finds_what_the_definition_finds_in_what_is_left(seed: int) -> None:
    chance = seeded(seed)
    market = {one.id: one for one in items(chance, 150)}
    index = replace(MarketIndex.build(market.values()), block=10)
    for _ in range(4):
        known = sorted(market)
        changed = [*items(chance, 10), *(item(chance, id_, KINDS) for id_ in chance.sample(known, 10))]
        removed = set(chance.sample(known, 10)) - {one.id for one in changed}
        index = index.changed(changed, removed)
        market = {id_: one for id_, one in market.items() if id_ not in removed} | {one.id: one for one in changed}
        asked = query(chance)
        assert index.search(asked) == found(asked, market.values())
        for kind in KINDS:
            assert index.size(kind) == sum(one.kind is kind for one in market.values())
            for term in ("concept-1", "concept-2", "nobody-has-it"):
                has = sum(one.kind is kind and term in one.terms for one in market.values())
                assert index.document_frequency(term, kind) == has


@settings(deadline=None, max_examples=30)
@given(st.integers(min_value=0))
def test_it_says_how_many_had_the_topic_and_what_kept_them_out(seed: int) -> None:
    chance = seeded(seed)
    market = {one.id: one for one in items(chance, 100)}
    gone = chance.sample(sorted(market), 10)
    index = replace(MarketIndex.build(market.values()).changed([], gone), block=10)
    asked = query(chance)
    candidates = [one for id_, one in market.items() if id_ not in gone and hit(one, asked)]
    said = index.explain_nothing(asked)
    assert said.candidates == len(candidates)
    assert [limit for limit, _ in said.failed] == [limit for limit in asked.limits if limit.must]
    for limit, count in said.failed:
        assert count == sum(standing(one, limit) is Standing.UNMET for one in candidates)


def test_lists_are_exact_across_many_blocks_and_threads() -> None:
    chance = seeded(5)
    market = items(chance, 40_000, [PRODUCT])
    index = MarketIndex.build(market).changed([], [one.id for one in market[::7]])
    left = [one for number, one in enumerate(market) if number % 7]
    asked = [query(chance, [PRODUCT]) for _ in range(6)]
    lists = list(index.search_many(asked, threads=3))
    assert lists == [index.search(one) for one in asked]
    assert lists == [found(one, left) for one in asked]


def test_more_queries_than_are_taken_at_a_time_come_back_in_their_order() -> None:
    index = MarketIndex.build([offer(f"O{n}", f"term-{n}") for n in range(1_200)])
    asked = [need(Slot(about="", alternatives=((f"term-{n}", 1),))) for n in range(1_200)]
    assert [matches[0].id for matches, _ in index.search_many(iter(asked))] == [f"O{n}" for n in range(1_200)]


def test_equal_points_go_by_id_however_the_items_came() -> None:
    index = MarketIndex.build([offer(id_) for id_ in ("b", "Đ", "a", "공", "B")])
    assert [one.id for one in index.search(need(top=3))[0]] == ["B", "a", "b"]


def test_equal_points_go_by_id_across_what_was_added_later() -> None:
    index = MarketIndex.build([offer("b"), offer("d")]).changed([offer("a"), offer("c")])
    assert [one.id for one in index.search(need(top=3))[0]] == ["a", "b", "c"]


def test_the_best_alternative_of_a_slot_counts_once() -> None:
    index = MarketIndex.build([offer("both", "casting", "die-casting"), offer("narrower", "die-casting")])
    assert [(one.id, one.points) for one in index.search(need())[0]] == [("both", 10), ("narrower", 9)]


def test_of_two_items_with_one_id_the_later_one_counts() -> None:
    later = replace(offer("a"), kind=ItemKind.SITE)
    index = MarketIndex.build([offer("a"), later])
    assert (index.size(PRODUCT), index.size(ItemKind.SITE)) == (0, 1)


def test_an_item_both_changed_and_removed_is_there_as_changed() -> None:
    index = MarketIndex.build([offer("a", "welding")]).changed([offer("a")], ["a"])
    assert [one.id for one in index.search(need())[0]] == ["a"]


def test_figures_beyond_eight_bytes_stay_beyond_every_bound() -> None:
    index = MarketIndex.build([offer("small", price=1), offer("huge", price=10**30), offer("low", price=-(10**30))])
    bound = FigureLimit(column="price", at_most=10**12, at_least=-(10**12))
    matches, near = index.search(need(limits=(bound,)))
    assert [one.id for one in matches] == ["small"]
    assert [one.id for one in near] == ["huge", "low"]


def test_points_that_would_not_fit_are_refused_and_never_summed_wrongly() -> None:
    index = MarketIndex.build([offer("a")])
    with pytest.raises(ValueError, match="N1"):
        index.search(need(Slot(about="casting", alternatives=(("casting", 2**30),))))


def test_boosts_that_would_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="much"):
        MarketIndex.build([offer("much", boost=2**30)])


def test_an_index_of_nothing_finds_nothing() -> None:
    for index in (MarketIndex(), MarketIndex.build([]), MarketIndex.build([offer("a")]).changed([], ["a"])):
        assert index.search(need()) == ([], [])
        assert index.size(PRODUCT) == index.document_frequency("casting", PRODUCT) == 0
        assert index.explain_nothing(need()).candidates == 0


def test_a_need_of_a_thousand_slots_and_a_thousand_limits_is_answered() -> None:
    chance = seeded(3)
    market = items(chance, 60)
    some = [query(chance) for _ in range(700)]
    asked = Query(
        id="much",
        kind=PRODUCT,
        slots=tuple(slot for one in some for slot in one.slots),
        limits=tuple(limit for one in some for limit in one.limits),
    )
    assert len(asked.slots) > 1_000
    assert len(asked.limits) > 1_000
    assert MarketIndex.build(market).search(asked) == found(asked, market)


def test_code_is_compiled_also_where_nothing_may_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def njit(*, cache: bool = False, nogil: bool) -> Any:
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return numba.njit(nogil=nogil)

    monkeypatch.setattr("nhipcau.compute.market.compiled.njit", njit)

    @compiled
    def doubled(number: int) -> int:
        return 2 * number

    assert doubled(21) == 42
