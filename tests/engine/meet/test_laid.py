from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.meet_generator import SIZES, Fair, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.laid import Laid, bits, numbers_of
from nhipcau.facts.scheduling import Linguist, Problem, Room, SlotTime
from tests.engine.meet.filled import filled


@given(st.sets(st.integers(min_value=0, max_value=200)))
def test_bits_and_numbers_are_each_others_inverse(numbers: set[int]) -> None:
    assert list(numbers_of(bits(numbers))) == sorted(numbers)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_offered_as_a_place_keeps_every_rule(seed: int) -> None:
    fair = replace(SIZES["78/300"], apart=0.1 + seed / 8, interpreters=0.6 + seed / 12, tables=0.7, seed=seed)
    problem = problem_of(fair)
    placed = filled(problem)
    assert check(problem, placed) == ()
    assert len(placed) > 60


@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_out_leaves_no_trace(seed: int) -> None:
    problem = problem_of(Fair(participants=42, meetings=125, apart=0.6, interpreters=0.9, seed=seed))
    placed = filled(problem)
    kept, drawn = Laid(problem, placed), random.Random(seed)  # noqa: S311 -- seeded, to be the same each time
    for wanted in drawn.sample(sorted(kept.placed), 30):
        kept.put(kept.take(wanted))
    fresh = Laid(problem, placed)
    for number in range(len(problem.wanted)):
        for one, other in fresh.pairs(number):
            assert kept.free(one, other) == fresh.free(one, other)
        assert [kept.rooms_free(number, slot) for slot in range(len(problem.slots))] == [
            fresh.rooms_free(number, slot) for slot in range(len(problem.slots))
        ]
    assert sum(diary.breaks(kept.clock) for diary in kept.seats) == aims(problem, placed)[3]


def test_breaks_more_says_what_one_meeting_more_does_to_the_breaks() -> None:
    problem = problem_of(Fair(participants=42, meetings=125))
    laid = Laid(problem, filled(problem))
    for wanted in list(laid.placed):
        one = laid.take(wanted)
        before = [laid.seats[seat].breaks(laid.clock) for seat in (one.one, one.other)]
        more = [laid.seats[seat].breaks_more(laid.clock, one.slot) for seat in (one.one, one.other)]
        laid.put(one)
        after = [laid.seats[seat].breaks(laid.clock) for seat in (one.one, one.other)]
        assert [had + new for had, new in zip(before, more, strict=True)] == after


def test_a_room_is_full_only_while_as_many_are_under_way_as_fit() -> None:
    """Two short meetings one after the other fill one of two places beside a long one."""
    slots = tuple(
        SlotTime(session=0, day=0, starts=starts, ends=ends) for starts, ends in ((0, 20), (0, 60), (20, 40), (40, 60))
    )
    problem = problem_of(Fair(participants=42, meetings=125, mixed=False))
    every = frozenset(range(4))
    problem = replace(
        problem,
        slots=slots,
        rooms=(Room(slots=every, capacity=2),),
        seats=tuple(replace(seat, slots=every) for seat in problem.seats),
    )
    apart = _meetings_of_nobody_twice(problem)
    laid = Laid(problem)
    for wanted, slot in zip(apart, (1, 0, 2), strict=False):
        [pair] = laid.pairs(wanted)
        laid.put(next(laid.places(wanted, slot, *pair)))
    assert [bool(laid.rooms_free(apart[3], slot)) for slot in range(4)] == [False, False, False, True]
    assert check(problem, tuple(laid.placed.values())) == ()


def _meetings_of_nobody_twice(problem: Problem) -> list[int]:
    met: set[int] = set()
    found = []
    for number, asked in enumerate(problem.wanted):
        if not met & {asked.one, asked.other}:
            met |= {asked.one, asked.other}
            found.append(number)
    return found


def test_who_knows_the_trade_is_asked_first_and_who_must_not_serve_never() -> None:
    problem = problem_of(Fair(participants=42, meetings=125, apart=0.999, mixed=False))
    every = frozenset(range(len(problem.slots)))
    pairs = frozenset({("ko", "vi")})
    asked = replace(problem.wanted[0], trades=frozenset({"seals"}))
    problem = replace(
        problem,
        wanted=(asked, *problem.wanted[1:]),
        linguists=(
            Linguist(pairs=pairs, slots=every),
            Linguist(pairs=pairs, slots=every, trades=frozenset({"seals"})),
            Linguist(pairs=pairs, slots=every, trades=frozenset({"seals"}), apart=frozenset({asked.one})),
        ),
    )
    laid = Laid(problem)
    [pair] = laid.pairs(0)
    assert list(laid.linguists_for(0, 0, 0, pair)) == [(1,), (0,)]
