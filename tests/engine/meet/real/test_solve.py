from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.meet_events_peer import peer
from benchmarks.meet_generator import SIZES, Fair, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.real.measure import measured
from nhipcau.engine.meet.real.solve import solve
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Level, Problem, Schedule, Status
from tests.engine.meet.filled import filled

SMALL = SIZES["42/125"]


def clocked(rounds: int) -> Search:
    """A search whose clock moves only when it is asked, so that it ends at the same point every time."""
    asked = iter(range(10**9))
    return Search(elapsed=lambda: next(asked) * 0.001, seconds=rounds * 0.001)


def solved(problem: Problem, told: list[Schedule] | None = None) -> Schedule:
    search = clocked(1_500)
    return solve(problem, search if told is None else replace(search, tell=told.append))


@pytest.mark.parametrize("apart", [0.0, 0.6])
@pytest.mark.parametrize("fairness", [None, 3])
@pytest.mark.parametrize("tables", [0.6, 1.3])
def test_every_timetable_that_is_told_keeps_every_rule_and_is_better(
    apart: float, fairness: int | None, tables: float
) -> None:
    problem = problem_of(replace(SMALL, apart=apart, interpreters=0.7, fairness=fairness, tables=tables))
    told: list[Schedule] = []
    schedule = solved(problem, told)
    assert told
    for one in (*told, schedule):
        assert check(problem, one.placed) == ()
        assert tuple(aim.value for aim in one.aims) == aims(problem, one.placed) == measured(problem, one.placed)
        assert all(aim.bound <= aim.value for aim in one.aims)
    worth = [tuple(aim.value for aim in one.aims) for one in told]
    assert worth == sorted(worth, reverse=True)
    assert worth[-1] <= aims(problem, filled(problem))


def test_the_same_seed_gives_the_same_timetable() -> None:
    problem = problem_of(replace(SMALL, apart=0.6, interpreters=0.7))
    assert solved(problem).placed == solved(problem).placed


@pytest.mark.parametrize("seed", range(3))
def test_no_bound_is_above_what_another_method_reaches(seed: int) -> None:
    problem = problem_of(
        Fair(participants=12, meetings=26, a_day=8, mixed=False, apart=0.6, interpreters=0.6, seed=seed)
    )
    schedule, other = solved(problem), peer(problem, 60)
    assert other.status is Status.OPTIMAL
    reached = dict(zip(Level, aims(problem, other.placed), strict=True))
    bounds = {aim.level: aim.bound for aim in schedule.aims}
    assert bounds[Level.MUSTS] <= reached[Level.MUSTS]
    assert bounds[Level.WANTS] <= reached[Level.WANTS]


def test_what_is_locked_lies_and_what_begins_from_a_timetable_is_no_worse() -> None:
    problem = problem_of(replace(SMALL, apart=0.6, interpreters=0.7))
    first = filled(problem)
    locked = replace(problem, locked=first[:5], closed=frozenset({first[0].slot}))
    assert check(locked, solved(locked).placed) == ()
    begun = solve(problem, Search(elapsed=lambda: 0.0, stop=lambda: True), start=first)
    assert {one.wanted for one in first} <= {one.wanted for one in begun.placed}


def test_locks_that_cannot_stay_end_it_at_once() -> None:
    problem = problem_of(SMALL)
    one = filled(problem)[0]
    away = replace(one, slot=next(n for n in range(len(problem.slots)) if n not in problem.rooms[one.room].slots))
    schedule = solved(replace(problem, locked=(away,)))
    assert (schedule.status, schedule.placed) == (Status.INFEASIBLE, ())
    assert schedule.conflict[0] == ("locked", away.wanted, away.slot)


def test_nothing_wanted_is_granted_at_once() -> None:
    assert solved(replace(problem_of(SMALL), wanted=())).status is Status.OPTIMAL


def test_one_meeting_that_can_be_held_is_proven_to_be_the_best() -> None:
    problem = problem_of(replace(SMALL, mixed=False))
    schedule = solved(replace(problem, wanted=problem.wanted[:1]))
    assert (schedule.status, len(schedule.placed)) == (Status.OPTIMAL, 1)
