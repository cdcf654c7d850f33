from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.meet_generator import SIZES, Fair, problem_of
from nhipcau.engine.meet.check import check
from nhipcau.facts.scheduling import Problem

SMALL = SIZES["42/125"]


def apart(problem: Problem) -> float:
    """The share of meetings of which no two people share a language."""
    spoken: dict[int, frozenset[str]] = {}
    for seat in problem.seats:
        spoken[seat.party] = spoken.get(seat.party, frozenset()) | seat.languages
    return sum(not spoken[one.one] & spoken[one.other] for one in problem.wanted) / len(problem.wanted)


def test_the_same_seed_gives_the_same_event_and_another_another() -> None:
    assert problem_of(SMALL) == problem_of(SMALL)
    assert problem_of(SMALL) != problem_of(replace(SMALL, seed=2))


@pytest.mark.parametrize("size", ["42/125", "78/300", "426/1,705"])
def test_an_event_has_its_size_and_every_pair_once(size: str) -> None:
    fair = SIZES[size]
    problem = problem_of(fair)
    assert (len(problem.parties), len(problem.wanted)) == (fair.participants, fair.meetings)
    assert len({(one.one, one.other) for one in problem.wanted}) == fair.meetings
    assert {seat.party for seat in problem.seats} == set(range(fair.participants))
    assert check(problem, ()) == ()


def test_few_visitors_are_asked_by_many_and_many_hosts_by_few() -> None:
    problem = problem_of(SIZES["426/1,705"])
    visitors = Counter(one.one for one in problem.wanted).values()
    hosts = Counter(one.other for one in problem.wanted).values()
    assert sum(visitors) / len(visitors) > 2 * sum(hosts) / len(hosts)


@pytest.mark.parametrize("share", [0.3, 0.55, 0.8])
def test_pairs_without_a_common_language_are_as_many_as_is_asked(share: float) -> None:
    fair = Fair(participants=400, meetings=1_600, days=2, apart=share, interpreters=0.5)
    assert apart(problem_of(fair)) == pytest.approx(share, abs=0.1)
    more = problem_of(replace(fair, interpreters=1.0))
    assert len(more.linguists) == pytest.approx(2 * len(problem_of(fair).linguists), abs=1)


def test_slots_stand_in_the_order_of_their_times_and_lie_side_by_side() -> None:
    slots = problem_of(SIZES["1,000/8,000"]).slots
    times = [(slot.starts, slot.ends) for slot in slots]
    assert times == sorted(times)
    assert any(after[0] < before[1] for before, after in itertools.pairwise(times))


def test_a_plain_event_has_tables_alone() -> None:
    problem = problem_of(replace(SMALL, mixed=False))
    assert all(room.capacity == 1 and room.party is None and not room.travel for room in problem.rooms)
    assert len(problem.slots) == SMALL.a_day
    assert problem.relay is None
