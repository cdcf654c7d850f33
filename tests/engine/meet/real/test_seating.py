from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.meet_generator import SIZES, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.laid import Laid
from nhipcau.engine.meet.real.seating import seat
from nhipcau.facts.scheduling import Placed
from tests.engine.meet.filled import filled


@pytest.mark.parametrize("seed", range(3))
def test_who_is_seated_anew_walks_less_and_meets_when_and_whom_they_did(seed: int) -> None:
    problem = problem_of(replace(SIZES["78/300"], apart=0.6, interpreters=0.8, seed=seed))
    before = filled(problem)
    laid = Laid(problem, before)
    seat(laid, frozenset({before[0].wanted}))
    after = tuple(laid.placed[one.wanted] for one in before)
    assert check(problem, after) == ()
    assert after[0] == before[0]
    assert [replace(one, room=0) for one in after] == [replace(one, room=0) for one in before]
    assert aims(problem, after)[5] <= aims(problem, before)[5]


def test_two_who_only_meet_others_one_after_another_need_not_walk() -> None:
    problem = problem_of(replace(SIZES["42/125"], mixed=False))
    wanted = [number for number, one in enumerate(problem.wanted) if one.one == problem.wanted[0].one][:3]
    laid = Laid(problem)
    for slot, number in enumerate(wanted):
        [(one, other)] = laid.pairs(number)
        laid.put(Placed(wanted=number, slot=slot, room=slot, one=one, other=other))
    seat(laid, frozenset())
    assert len({one.room for one in laid.placed.values()}) == 1
