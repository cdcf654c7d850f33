from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.engine.plan.covering import Candidate, cover, worth
from nhipcau.engine.plan.schedule import LINES, shortest, starts
from nhipcau.facts.plan import Phase, Variant

VALUES = st.none() | st.integers(1, 30)


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    return [
        Candidate(
            id=f"offer-{number}",
            bits=draw(st.integers(1, 31)),
            phase=draw(st.sampled_from(Phase)),
            days=draw(VALUES),
            cents=draw(VALUES),
        )
        for number in range(draw(st.integers(1, 8)))
    ]


def covered(chosen: tuple[Candidate, ...]) -> int:
    found = 0
    for one in chosen:
        found |= one.bits
    return found


@given(candidates(), st.sampled_from(Variant))
@settings(max_examples=300, deadline=None)
def test_no_other_set_that_covers_all_is_better(some: list[Candidate], variant: Variant) -> None:
    wanted = covered(tuple(some))
    found = cover(some, wanted, variant)
    chosen = tuple(one for one in some if one.id in found.ids)
    every = (set_ for size in range(1, len(some) + 1) for set_ in combinations(some, size))
    best = min(worth(set_, variant) for set_ in every if covered(set_) & wanted == wanted)
    assert covered(chosen) & wanted == wanted
    assert found.exact
    assert worth(chosen, variant) == best


@given(candidates(), st.sampled_from(Variant), st.randoms())
@settings(deadline=None)
def test_the_order_of_the_candidates_changes_nothing(some: list[Candidate], variant: Variant, chance: object) -> None:
    wanted = covered(tuple(some))
    turned = list(some)
    chance.shuffle(turned)  # type: ignore[attr-defined]  # a random.Random
    assert cover(turned, wanted, variant) == cover(some, wanted, variant)


def test_an_unknown_price_is_never_nought() -> None:
    silent = Candidate("silent", 1, Phase.LEARN, 5, None)
    dear = Candidate("dear", 1, Phase.LEARN, 5, 9_000_000)
    assert cover([silent, dear], 1, Variant.CHEAPEST).ids == ("dear",)


def test_the_fastest_is_the_cheapest_of_the_equally_fast() -> None:
    slow = Candidate("slow", 1, Phase.LEARN, 30, 1)
    quick = Candidate("quick", 1, Phase.LEARN, 5, 900)
    quick_and_cheap = Candidate("quick-cheap", 1, Phase.LEARN, 5, 800)
    assert cover([slow, quick, quick_and_cheap], 1, Variant.FASTEST).ids == ("quick-cheap",)
    assert cover([slow, quick, quick_and_cheap], 1, Variant.CHEAPEST).ids == ("slow",)


def partitions(days: tuple[int, ...]) -> int:
    if not days:
        return 0
    best = sum(days)
    for number in range(LINES ** len(days)):
        loads = [0] * LINES
        for place, one in enumerate(days):
            loads[number // LINES**place % LINES] += one
        best = min(best, max(loads))
    return best


@given(st.lists(st.integers(0, 20), max_size=6))
def test_three_lines_are_as_short_as_can_be(days: list[int]) -> None:
    ordered = tuple(sorted(days, reverse=True))
    assert shortest(ordered) == partitions(ordered)


@given(st.lists(st.tuples(st.sampled_from(Phase), st.integers(0, 20)), max_size=8))
def test_phases_follow_one_another_and_three_steps_at_most_stand_side_by_side(steps: list[tuple[Phase, int]]) -> None:
    begun, whole = starts(steps)
    order = list(Phase)
    for place, (phase, days) in enumerate(steps):
        assert begun[place] + days <= whole
        for other, (later, _days) in enumerate(steps):
            if order.index(phase) < order.index(later):
                assert begun[place] + days <= begun[other]
    for day in range(whole):
        assert sum(begun[at] <= day < begun[at] + steps[at][1] for at in range(len(steps))) <= LINES
