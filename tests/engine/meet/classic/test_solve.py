from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.engine.meet.check import breaks_of_classic, check_classic
from nhipcau.engine.meet.classic import solve
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Classic, Status


def unhurried() -> Search:
    return Search(elapsed=lambda: 0.0)


@st.composite
def events(draw: st.DrawFn) -> Classic:
    people, slots = draw(st.integers(2, 5)), draw(st.integers(1, 5))
    pairs = st.tuples(st.integers(0, people - 1), st.integers(0, people - 1), st.integers(1, 3))
    meetings = draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=5))
    several = st.integers(0, max(0, len(meetings) - 1))
    few = 2 if meetings else 0
    return Classic(
        participants=people,
        slots=slots,
        morning=draw(st.integers(0, slots)),
        tables=draw(st.integers(1, 3)),
        meetings=tuple(meetings),
        forbidden=tuple(draw(st.frozensets(st.integers(0, slots - 1), max_size=2)) for _ in range(people)),
        fixed=tuple(draw(st.dictionaries(several, st.integers(0, slots - 1), max_size=few)).items()),
        precedences=tuple(draw(st.lists(st.tuples(several, several), max_size=few))),
    )


def fewest(event: Classic, fairness: int | None) -> int | None:
    """The fewest breaks by looking at every timetable there is."""
    every = product(range(event.slots), repeat=len(event.meetings))
    kept = (slots for slots in every if not check_classic(event, slots, fairness))
    return min((breaks_of_classic(event, slots) for slots in kept), default=None)


@settings(max_examples=150, deadline=None)
@given(events(), st.sampled_from((None, 0, 1, 2)))
def test_finds_what_looking_at_every_timetable_finds(event: Classic, fairness: int | None) -> None:
    found = solve(event, unhurried(), fairness=fairness)
    least = fewest(event, fairness)
    assert found.objective == least
    assert found.status is (Status.INFEASIBLE if least is None else Status.OPTIMAL)
    if least is not None:
        assert found.bound == least
        assert check_classic(event, found.meetings, fairness) == ()


def without(event: Classic, requirement: tuple[str, int, int]) -> Classic:
    code, one, other = requirement
    meetings = tuple(
        (a, b, 3) if code == "session" and at == one else (a, b, session)
        for at, (a, b, session) in enumerate(event.meetings)
    )
    return Classic(
        participants=event.participants,
        slots=event.slots,
        morning=event.morning,
        tables=len(event.meetings) if code == "tables" else event.tables,
        meetings=meetings,
        forbidden=tuple(
            slots - {other} if code == "forbidden" and who == one else slots
            for who, slots in enumerate(event.forbidden)
        ),
        fixed=tuple(pair for pair in event.fixed if requirement != ("fixed", *pair)),
        precedences=tuple(pair for pair in event.precedences if requirement != ("precedence", *pair)),
    )


def only(event: Classic, requirements: tuple[tuple[str, int, int], ...]) -> Classic:
    every = [
        *(("session", at, session) for at, (_, _, session) in enumerate(event.meetings) if session != 3),
        *(("forbidden", who, slot) for who, slots in enumerate(event.forbidden) for slot in slots),
        *(("fixed", *pair) for pair in event.fixed),
        *(("precedence", *pair) for pair in event.precedences),
        ("tables", event.tables, 0),
    ]
    for requirement in every:
        if requirement not in requirements:
            event = without(event, requirement)
    return event


@settings(max_examples=150, deadline=None)
@given(events())
def test_says_a_smallest_set_that_cannot_be_met_together(event: Classic) -> None:
    found = solve(event, unhurried(), fairness=None)
    if found.status is not Status.INFEASIBLE:
        return
    if found.conflict[0][0] == "participant":
        assert found.conflict[0][2] > event.slots
        return
    if found.conflict[0][0] == "slots":
        assert fewest(only(event, ()), None) is None
        return
    kept = only(event, found.conflict)
    assert fewest(kept, None) is None
    for requirement in found.conflict:
        assert fewest(without(kept, requirement), None) is not None


def test_says_that_fairness_is_what_cannot_be_kept() -> None:
    # The first meets twice around a closed slot, the others once: one break against none.
    event = Classic(
        participants=3,
        slots=3,
        morning=3,
        tables=1,
        meetings=((0, 1, 3), (0, 2, 3)),
        forbidden=(frozenset({1}), frozenset(), frozenset()),
    )
    assert solve(event, unhurried(), fairness=1).objective == 1
    unfair = solve(event, unhurried(), fairness=0)
    assert unfair.status is Status.INFEASIBLE
    assert unfair.conflict == (("forbidden", 0, 1), ("fairness", 0, 0))


@pytest.fixture
def hard() -> Classic:
    """Twelve who all want to meet each other, at three tables: nobody finds the optimum at once."""
    pairs = tuple((one, other, 3) for one in range(12) for other in range(one + 1, 12))
    return Classic(participants=12, slots=26, morning=13, tables=3, meetings=pairs)


def test_stops_when_told_and_keeps_the_best(hard: Classic) -> None:
    told: list[tuple[int | None, int]] = []
    search = Search(elapsed=lambda: 0.0, stop=lambda: bool(told))
    found = solve(hard, search, fairness=None, tell=lambda best, bound: told.append((best, bound)))
    assert found.status in {Status.FEASIBLE, Status.OPTIMAL, Status.UNKNOWN}
    if found.meetings:
        assert check_classic(hard, found.meetings, None) == ()


def test_gives_the_same_timetable_twice() -> None:
    pairs = tuple((one, other, 3) for one in range(3) for other in (3, 4, 5))
    event = Classic(participants=6, slots=6, morning=3, tables=2, meetings=pairs)
    assert solve(event, unhurried()).meetings == solve(event, unhurried()).meetings


def test_an_event_without_meetings_has_no_breaks() -> None:
    nothing = Classic(participants=3, slots=4, morning=2, tables=1, meetings=())
    assert solve(nothing, unhurried()).objective == 0
