from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from benchmarks.meet_generator import SIZES, problem_of
from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.engine.meet.limits import limits_of
from nhipcau.facts.scheduling import (
    Limit,
    Linguist,
    NotPlaced,
    Party,
    Placed,
    Problem,
    Room,
    Seat,
    SlotTime,
    Wanted,
)
from tests.engine.meet.filled import filled

SLOTS = tuple(SlotTime(session=0, day=0, starts=start, ends=start + 20) for start in (540, 560, 580))
ALL = frozenset({0, 1, 2})
VI, KO = frozenset({"vi"}), frozenset({"ko"})
BRIDGE = Linguist(pairs=frozenset({("ko", "vi")}), slots=ALL)


def small(**changes: object) -> Problem:
    """Two hosts and two visitors who need an interpreter each; one is there, and two tables."""
    whole = Problem(
        slots=SLOTS[:1],
        parties=(Party(),) * 4,
        seats=tuple(Seat(party=n, languages=VI if n < 2 else KO, slots=ALL) for n in range(4)),
        rooms=(Room(slots=ALL), Room(slots=ALL)),
        linguists=(BRIDGE,),
        wanted=(Wanted(one=0, other=2), Wanted(one=1, other=3)),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def why(problem: Problem) -> list[tuple[tuple[Limit, ...], tuple[str, str] | None, int | None]]:
    return [(one.limits, one.languages, one.party) for one in limits_of(problem, filled(problem))]


def test_interpreters_not_tables_were_the_limit_and_for_which_languages() -> None:
    assert why(small()) == [((Limit.INTERPRETERS,), ("ko", "vi"), None)]


def test_tables_not_interpreters_were_the_limit() -> None:
    assert why(small(rooms=(Room(slots=ALL),), linguists=(BRIDGE, BRIDGE))) == [((Limit.ROOMS,), None, None)]


def test_both_lacked_where_one_more_of_either_alone_would_not_do() -> None:
    assert why(small(rooms=(Room(slots=ALL),))) == [((Limit.INTERPRETERS, Limit.ROOMS), ("ko", "vi"), None)]


def test_nobody_at_all_speaks_both() -> None:
    english = replace(BRIDGE, pairs=frozenset({("en", "vi")}))
    assert [said[:2] for said in why(small(linguists=(english,)))] == [((Limit.NO_INTERPRETER,), ("ko", "vi"))] * 2


def test_the_only_interpreter_must_not_serve_them() -> None:
    kept_apart = replace(BRIDGE, apart=frozenset({3}))
    assert why(small(linguists=(kept_apart,))) == [((Limit.NO_INTERPRETER,), ("ko", "vi"), None)]


def test_two_over_a_relay_are_interpreters_too() -> None:
    two = tuple(Linguist(pairs=frozenset({pair}), slots=ALL) for pair in (("en", "vi"), ("en", "ko")))
    assert why(small(linguists=two, relay="en")) == [((Limit.INTERPRETERS,), ("ko", "vi"), None)]


def test_all_hours_that_both_share_are_taken() -> None:
    both = (Wanted(one=0, other=2), Wanted(one=0, other=3))
    assert why(small(wanted=both)) == [((Limit.SLOTS,), None, None)]


def test_a_side_would_have_to_stay_longer() -> None:
    both = (Wanted(one=0, other=2), Wanted(one=0, other=3))
    problem = small(wanted=both, slots=SLOTS)
    leaves = (replace(problem.seats[0], slots=frozenset({0})), *problem.seats[1:])
    assert why(replace(problem, seats=leaves)) == [((Limit.OWN_HOURS, Limit.SLOTS), None, 0)]


def test_one_comes_when_the_other_has_left() -> None:
    problem = small(slots=SLOTS)
    seats = (*problem.seats[:3], replace(problem.seats[3], slots=frozenset({1})))
    seats = (seats[0], replace(seats[1], slots=frozenset({0, 2})), *seats[2:])
    assert why(replace(problem, seats=seats)) == [((Limit.NO_COMMON_TIME,), None, None)]


def test_somebody_does_not_come_at_all() -> None:
    problem = small()
    seats = (*problem.seats[:3], replace(problem.seats[3], slots=frozenset()))
    assert why(replace(problem, seats=seats)) == [((Limit.NO_COMMON_TIME,), None, 3)]


def test_no_more_was_wanted() -> None:
    parties = (Party(most=0), Party(), Party(), Party())
    assert why(small(parties=parties, linguists=(BRIDGE, BRIDGE))) == [((Limit.MOST_MEETINGS,), None, 0)]


def test_past_slots_are_no_hours() -> None:
    assert why(small(closed=frozenset({0})))[0][0] == (Limit.NO_COMMON_TIME,)


def test_a_lock_stands_where_only_they_could_meet() -> None:
    problem = small(
        slots=SLOTS,
        wanted=(Wanted(one=0, other=2), Wanted(one=0, other=3)),
        locked=(Placed(wanted=0, slot=1, room=0, one=0, other=2, linguists=(0,)),),
    )
    seats = (*problem.seats[:3], replace(problem.seats[3], slots=frozenset({1})))
    assert why(replace(problem, seats=seats))[0][0][0] is Limit.LOCKED


def test_breaks_would_be_unfair() -> None:
    problem = small(
        slots=SLOTS, fairness=0, linguists=(BRIDGE, BRIDGE), wanted=(*small().wanted, Wanted(one=0, other=3))
    )
    seats = tuple(replace(seat, slots=ALL if seat.party == 0 else frozenset({0, 2})) for seat in problem.seats)
    locked = (
        Placed(wanted=0, slot=0, room=0, one=0, other=2, linguists=(0,)),
        Placed(wanted=1, slot=0, room=1, one=1, other=3, linguists=(1,)),
    )
    assert [one.limits for one in limits_of(replace(problem, seats=seats), locked)] == [(Limit.FAIRNESS,)]


def test_what_was_merely_overlooked_is_said_to_be() -> None:
    assert [one.limits for one in limits_of(small(), ())] == [(Limit.SEARCH,)] * 2


def more_interpreters(problem: Problem, lacking: NotPlaced) -> Problem:
    assert lacking.languages is not None
    every = frozenset(range(len(problem.slots)))
    return replace(problem, linguists=(*problem.linguists, Linguist(pairs=frozenset({lacking.languages}), slots=every)))


def more_rooms(problem: Problem, _lacking: NotPlaced) -> Problem:
    every = frozenset(range(len(problem.slots)))
    number = len(problem.rooms)
    wanted = tuple(replace(one, rooms=one.rooms | {number}) if one.rooms else one for one in problem.wanted)
    return replace(problem, rooms=(*problem.rooms, Room(slots=every)), wanted=wanted)


def longer_hours(problem: Problem, lacking: NotPlaced) -> Problem:
    every = frozenset(range(len(problem.slots)))
    seats = tuple(replace(seat, slots=every) if seat.party == lacking.party else seat for seat in problem.seats)
    return replace(problem, seats=seats)


def more_meetings(problem: Problem, lacking: NotPlaced) -> Problem:
    both = (problem.wanted[lacking.wanted].one, problem.wanted[lacking.wanted].other)
    parties = (replace(one, most=99) if number in both else one for number, one in enumerate(problem.parties))
    return replace(problem, parties=tuple(parties))


RELAXED: dict[Limit, Callable[[Problem, NotPlaced], Problem]] = {
    Limit.INTERPRETERS: more_interpreters,
    Limit.ROOMS: more_rooms,
    Limit.OWN_HOURS: longer_hours,
    Limit.MOST_MEETINGS: more_meetings,
}


def fits(problem: Problem, placed: Iterable[Placed], wanted: int) -> bool:
    laid = Laid(problem, placed)
    return laid.has_left(wanted) and any(
        True
        for one, other in laid.pairs(wanted)
        for slot in numbers_of(laid.free(one, other))
        for _place in laid.places(wanted, slot, one, other)
    )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("tables", [0.5, 1.3])
def test_more_of_what_is_named_alone_would_let_the_meeting_in(seed: int, tables: float) -> None:
    fair = replace(SIZES["78/300"], apart=0.5, interpreters=0.5 + seed / 10, tables=tables, seed=seed)
    problem = problem_of(fair)
    placed = filled(problem)
    lacking = limits_of(problem, placed)
    assert {one.wanted for one in lacking} == set(range(len(problem.wanted))) - {one.wanted for one in placed}
    for one in lacking:
        assert Limit.SEARCH not in one.limits
        assert not fits(problem, placed, one.wanted)
        if len(one.limits) == 1 and one.limits[0] in RELAXED:
            assert fits(RELAXED[one.limits[0]](problem, one), placed, one.wanted), one
    assert len({one.limits[0] for one in lacking}) > 1
