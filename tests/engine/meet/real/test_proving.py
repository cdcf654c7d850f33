from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.meet_events_peer import peer
from benchmarks.meet_generator import SIZES, Fair, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.real.proving import proven
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Level
from tests.engine.meet.filled import filled

SMALL = Fair(participants=12, meetings=18, a_day=7, apart=0.6, interpreters=0.6)


def unhurried() -> Search:
    return Search(elapsed=lambda: 0.0, seconds=2.0)


@pytest.mark.parametrize("fair", [SMALL, replace(SMALL, fairness=2), replace(SMALL, mixed=False, days=2)])
@pytest.mark.parametrize("seed", range(3))
def test_every_timetable_meets_the_relaxation_which_counts_no_more_than_it_loses(fair: Fair, seed: int) -> None:
    problem = problem_of(replace(fair, seed=seed))
    placed = filled(problem)
    values = aims(problem, placed)
    result = proven(problem, unhurried(), placed, {})
    assert check(problem, result.placed) == ()
    reached = aims(problem, result.placed)
    assert reached[:5] <= values[:5]
    for level, value in zip(Level, reached, strict=True):
        assert result.bounds.get(level, 0) <= value
        if result.bounds.get(level, 0) < value:
            break  # below a level that is not proven nothing is


@pytest.mark.parametrize("seed", range(3))
def test_what_is_proven_is_not_undercut_by_another_method(seed: int) -> None:
    problem = problem_of(replace(SMALL, mixed=False, seed=seed))
    ours = proven(problem, unhurried(), filled(problem), {})
    other = aims(problem, peer(problem, 60).placed)
    assert (ours.bounds.get(Level.MUSTS, 0), ours.bounds.get(Level.WANTS, 0)) <= (other[0], other[2])
    assert aims(problem, ours.placed)[:4] <= other[:4]


def test_what_is_locked_stays() -> None:
    problem = problem_of(SMALL)
    placed = filled(problem)
    locked = replace(problem, locked=placed[:4])
    result = proven(locked, unhurried(), placed, {})
    assert check(locked, result.placed) == ()


def test_a_large_event_and_a_search_that_is_over_are_left_as_they_are() -> None:
    large, small = problem_of(SIZES["426/1,705"]), problem_of(SMALL)
    assert proven(large, unhurried(), (), {}).placed == ()
    assert proven(small, Search(elapsed=lambda: 61.0), (), {}).bounds == {}
