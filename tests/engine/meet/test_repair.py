from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.meet_generator import SIZES, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.repair import repair
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import (
    Level,
    Linguist,
    Party,
    Placed,
    Problem,
    Room,
    Schedule,
    Seat,
    SlotTime,
    Status,
    Wanted,
)
from tests.engine.meet.filled import filled

SLOTS = tuple(SlotTime(session=0, day=0, starts=start, ends=start + 20) for start in (540, 560, 580))
ALL = frozenset({0, 1, 2})
VI, KO = frozenset({"vi"}), frozenset({"ko"})
BRIDGE = Linguist(pairs=frozenset({("ko", "vi")}), slots=ALL)


def unhurried(problem: Problem) -> Schedule:
    return repair(problem, Search(elapsed=lambda: 0.0))


def without(problem: Problem, party: int, slots: frozenset[int] = frozenset()) -> Problem:
    """Somebody is there in these slots alone."""
    seats = (replace(seat, slots=seat.slots & slots) if seat.party == party else seat for seat in problem.seats)
    return replace(problem, seats=tuple(seats))


def sick(problem: Problem, linguist: int) -> Problem:
    there = enumerate(problem.linguists)
    return replace(
        problem, linguists=tuple(replace(who, slots=frozenset()) if n == linguist else who for n, who in there)
    )


def moved(problem: Problem, placed: tuple[Placed, ...]) -> set[int]:
    """The meetings that are held elsewhere than they were to be."""
    lies = {one.wanted: (one.slot, one.room) for one in placed}
    return {one.wanted for one in problem.keep if lies.get(one.wanted, (one.slot, one.room)) != (one.slot, one.room)}


def fair(seed: int) -> Problem:
    problem = problem_of(replace(SIZES["78/300"], apart=0.6, interpreters=0.8, tables=0.9, seed=seed))
    return replace(problem, keep=filled(problem))


def busiest(problem: Problem) -> int:
    met = Counter(
        party for one in problem.keep for party in (problem.wanted[one.wanted].one, problem.wanted[one.wanted].other)
    )
    return met.most_common(1)[0][0]


@pytest.mark.parametrize("seed", range(4))
def test_who_does_not_come_leaves_the_others_where_they_are(seed: int) -> None:
    problem = fair(seed)
    away = busiest(problem)
    schedule = unhurried(without(problem, away))
    assert check(without(problem, away), schedule.placed) == ()
    theirs = {n for n, one in enumerate(problem.wanted) if away in (one.one, one.other)}
    untouched = {one.wanted for one in problem.keep} - theirs
    assert untouched <= {one.wanted for one in schedule.placed}
    assert len(moved(problem, schedule.placed) - theirs) <= math.ceil(len(untouched) / 100)


@pytest.mark.parametrize("seed", range(4))
def test_who_comes_late_is_met_later_where_that_can_be(seed: int) -> None:
    problem = fair(seed)
    late = busiest(problem)
    arrives = without(problem, late, frozenset(range(len(problem.slots) // 2, len(problem.slots))))
    schedule = unhurried(arrives)
    assert check(arrives, schedule.placed) == ()
    held = {one.wanted for one in schedule.placed}
    touched = {one.wanted for one in problem.keep if check(arrives, (one,))}
    assert {one.wanted for one in problem.keep} - touched <= held


@pytest.mark.parametrize("seed", range(4))
def test_a_sick_interpreter_is_stood_in_for_where_the_meeting_is_if_that_can_be(seed: int) -> None:
    problem = fair(seed)
    who = Counter(linguist for one in problem.keep for linguist in one.linguists).most_common(1)[0][0]
    schedule = unhurried(sick(problem, who))
    assert check(sick(problem, who), schedule.placed) == ()
    theirs = {one.wanted for one in problem.keep if who in one.linguists}
    others = {one.wanted for one in problem.keep} - theirs
    assert len(moved(problem, schedule.placed) - theirs) <= math.ceil(len(others) / 100)
    assert others <= {one.wanted for one in schedule.placed}


def test_the_aims_are_those_that_the_checker_finds() -> None:
    problem = without(fair(1), busiest(fair(1)))
    schedule = unhurried(problem)
    assert tuple(aim.value for aim in schedule.aims) == aims(problem, schedule.placed)
    assert [aim.level for aim in schedule.aims] == list(Level)
    assert all(aim.bound <= aim.value for aim in schedule.aims)


def test_the_same_absence_is_repaired_the_same_way() -> None:
    problem = without(fair(2), busiest(fair(2)))
    assert unhurried(problem).placed == unhurried(problem).placed


def test_nothing_to_repair_changes_nothing() -> None:
    problem = fair(0)
    assert {one.wanted: one for one in unhurried(problem).placed} == {one.wanted: one for one in problem.keep}


def small(**changes: object) -> Problem:
    """Two hosts, two visitors, two interpreters and tables; in slot 0 both pairs meet."""
    whole = Problem(
        slots=SLOTS,
        parties=(Party(),) * 4,
        seats=tuple(Seat(party=n, languages=VI if n < 2 else KO, slots=ALL) for n in range(4)),
        rooms=(Room(slots=ALL), Room(slots=ALL)),
        linguists=(BRIDGE, BRIDGE),
        wanted=(Wanted(one=0, other=2), Wanted(one=1, other=3), Wanted(one=1, other=2)),
        keep=(
            Placed(wanted=0, slot=0, room=0, one=0, other=2, linguists=(0,)),
            Placed(wanted=1, slot=0, room=1, one=1, other=3, linguists=(1,)),
        ),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def test_a_meeting_is_held_later_and_another_goes_out_of_its_way_only_for_that() -> None:
    """The late host can meet their visitor in slot 1 alone, where that one has a meeting that can lie anywhere."""
    keep = (*small().keep, Placed(wanted=2, slot=1, room=0, one=1, other=2, linguists=(0,)))
    late = without(small(keep=keep), 0, frozenset({1}))
    assert [(one.wanted, one.slot) for one in unhurried(late).placed] == [(0, 1), (1, 0), (2, 2)]
    locked = replace(late, locked=keep[2:])
    assert [(one.wanted, one.slot) for one in unhurried(locked).placed] == [(1, 0), (2, 1)]


def test_another_interpreter_takes_over_where_the_meeting_lies() -> None:
    three = small(linguists=(replace(BRIDGE, slots=frozenset()), BRIDGE, BRIDGE), wanted=small().wanted[:2])
    first, second = unhurried(three).placed
    assert (first.slot, first.room, first.linguists) == (0, 0, (2,))
    assert second == small().keep[1]


def test_who_is_free_takes_over_from_one_who_can_then_help() -> None:
    """The third speaks English and Vietnamese alone: they serve the second pair, whose interpreter serves the first."""
    english = replace(BRIDGE, pairs=frozenset({("en", "vi")}))
    seats = (*small().seats[:3], replace(small().seats[3], languages=frozenset({"en"})))
    both = replace(BRIDGE, pairs=BRIDGE.pairs | english.pairs)
    problem = small(
        linguists=(replace(BRIDGE, slots=frozenset()), both, english), seats=seats, wanted=small().wanted[:2]
    )
    first, second = unhurried(problem).placed
    assert (first.slot, first.linguists) == (0, (1,))
    assert (second.slot, second.linguists) == (0, (2,))


def test_another_of_the_firm_sits_down_instead() -> None:
    ill = (replace(small().seats[0], slots=frozenset()), *small().seats[1:], replace(small().seats[0]))
    first = unhurried(small(seats=ill)).placed[0]
    assert (first.slot, first.room, first.one) == (0, 0, 4)


def test_freed_slots_go_to_those_who_wait() -> None:
    schedule = unhurried(without(small(slots=SLOTS[:1]), 0))
    assert [one.wanted for one in schedule.placed] == [1]
    away = without(small(slots=SLOTS[:1]), 3)
    assert [one.wanted for one in unhurried(without(away, 0)).placed] == [2]


def test_locked_and_past_meetings_stay() -> None:
    problem = small(locked=small().keep[:1], closed=frozenset({0}))
    gone = without(problem, 0, frozenset({1, 2}))
    schedule = unhurried(gone)
    assert schedule.placed[0] == problem.keep[0]
    assert {one.slot for one in schedule.placed[1:]} <= {1, 2}
    assert check(gone, schedule.placed) == ()


def test_a_lock_that_cannot_stay_is_said_and_nothing_is_changed() -> None:
    schedule = unhurried(without(small(locked=small().keep[:1]), 0))
    assert (schedule.status, schedule.placed) == (Status.INFEASIBLE, ())
    assert schedule.conflict == (("locked", 0, 0), ("hours", 0, 0))


def test_it_ends_when_it_is_told_to_and_keeps_what_stands() -> None:
    problem = without(fair(3), busiest(fair(3)))
    schedule = repair(problem, Search(elapsed=lambda: 0.0, stop=lambda: True))
    assert check(problem, schedule.placed) == ()
    assert moved(problem, schedule.placed) == set()
