from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.meet_generator import SIZES, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.real.bounds import Bounds, _Relaxed, bounds_of
from nhipcau.facts.scheduling import Linguist, Party, Placed, Problem, Room, Seat, SlotTime, Wanted
from tests.engine.meet.filled import filled

GAPS = st.lists(st.sampled_from([0, 5, 20, 45]), min_size=4, max_size=8)


def one_interpreter(gaps: list[int], most: int, rest: int) -> Problem:
    """One interpreter, and so many slots, with such gaps between, that any may be a meeting of its own pair."""
    starts = [sum(gaps[:n]) + 20 * n for n in range(len(gaps))]
    slots = tuple(SlotTime(session=0, day=0, starts=start, ends=start + 20) for start in starts)
    every = frozenset(range(len(slots)))
    pairs = range(0, 2 * len(slots), 2)
    return Problem(
        slots=slots,
        parties=(Party(),) * (2 * len(slots)),
        seats=tuple(
            Seat(party=n, languages=frozenset({"ko" if n % 2 else "vi"}), slots=every) for n in range(2 * len(slots))
        ),
        rooms=(Room(slots=every),),
        linguists=(Linguist(pairs=frozenset({("ko", "vi")}), slots=every, most_minutes=most, rest_minutes=rest),),
        wanted=tuple(Wanted(one=n, other=n + 1) for n in pairs),
    )


@given(GAPS, st.sampled_from([20, 45, 60, 70]), st.sampled_from([0, 10, 20, 25, 50]))
def test_an_interpreter_is_never_thought_to_do_less_than_they_could(gaps: list[int], most: int, rest: int) -> None:
    problem = one_interpreter(gaps, most, rest)
    possible = max(
        size
        for size in range(len(gaps) + 1)
        for slots in combinations(range(len(gaps)), size)
        if not check(
            problem,
            [Placed(wanted=s, slot=s, room=0, one=2 * s, other=2 * s + 1, linguists=(0,)) for s in slots],
        )
    )
    relaxed = _Relaxed(problem)
    assert relaxed._worked(0, relaxed.blocks[0], 0) >= possible


def test_a_bound_is_no_more_than_any_timetable_loses_and_finds_what_lacks() -> None:
    problem = problem_of(replace(SIZES["78/300"], apart=0.6, interpreters=0.5, tables=0.7))
    bounds = bounds_of(problem, 60)
    values = aims(problem, filled(problem))
    assert bounds.musts <= values[0]
    assert 0 < bounds.wants <= values[2]
    more = bounds_of(replace(problem, linguists=problem.linguists * 3, rooms=problem.rooms * 2), 60)
    assert more.wants < bounds.wants


def test_no_time_no_bound() -> None:
    assert bounds_of(problem_of(SIZES["42/125"]), 0.0) == Bounds()
