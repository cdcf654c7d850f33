from __future__ import annotations

from dataclasses import replace

from benchmarks.meet_generator import SIZES, problem_of
from nhipcau.engine.meet.conflict import conflict_of
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Linguist, Party, Placed, Problem, Room, Seat, SlotTime, Wanted

SLOTS = tuple(SlotTime(session=0, day=0, starts=start, ends=start + 20) for start in (540, 560, 580))
ALL = frozenset(range(3))
VI, KO = frozenset({"vi"}), frozenset({"ko"})
BRIDGE = Linguist(pairs=frozenset({("ko", "vi")}), slots=ALL)
# One host, four visitors that are all musts of theirs, and one pair more that asks for nothing.
WHOLE = Problem(
    slots=SLOTS,
    parties=(Party(),) * 6,
    seats=tuple(Seat(party=n, languages=VI if n in {0, 5} else KO, slots=ALL) for n in range(6)),
    rooms=(Room(slots=ALL), Room(slots=ALL)),
    linguists=(BRIDGE, BRIDGE),
    wanted=(
        *(Wanted(one=0, other=other, must=other != 4) for other in (1, 2, 3, 4)),
        Wanted(one=5, other=1, must=True),
        Wanted(one=5, other=4),
    ),
)


def said(problem: Problem) -> set[tuple[str, int, int]]:
    return set(conflict_of(problem, Search(elapsed=lambda: 0.0, seconds=20)))


def test_where_everything_can_be_met_nothing_is_in_conflict() -> None:
    assert said(WHOLE) == set()


def test_more_musts_than_slots() -> None:
    fourth = (*WHOLE.wanted[:3], replace(WHOLE.wanted[3], must=True), *WHOLE.wanted[4:])
    assert said(replace(WHOLE, wanted=fourth)) == {("must", n, 0) for n in range(4)}
    early = (replace(WHOLE.seats[0], slots=frozenset({0, 1})), *WHOLE.seats[1:])
    assert said(replace(WHOLE, seats=early)) == {("must", 0, 0), ("must", 1, 0), ("must", 2, 0), ("hours", 0, 2)}


def test_more_musts_than_are_taken() -> None:
    modest = (Party(most=2), *WHOLE.parties[1:])
    assert said(replace(WHOLE, parties=modest)) == {("must", 0, 0), ("must", 1, 0), ("must", 2, 0), ("most", 0, 2)}


def test_a_pair_with_no_common_free_slot() -> None:
    seats = list(WHOLE.seats)
    seats[0], seats[1] = replace(seats[0], slots=ALL), replace(seats[1], slots=frozenset())
    assert said(replace(WHOLE, seats=tuple(seats))) in (
        {("must", 0, 0), ("hours", 1, 0)},
        {("must", 4, 0), ("hours", 1, 0)},
    )
    seats[1], seats[5] = replace(seats[1], slots=frozenset({0})), replace(seats[5], slots=frozenset({1, 2}))
    only = tuple(replace(one, must=number == 4) for number, one in enumerate(WHOLE.wanted))
    assert said(replace(WHOLE, seats=tuple(seats), wanted=only)) == {("must", 4, 0), ("hours", 1, 1), ("hours", 5, 2)}


def test_no_interpreter_for_a_must() -> None:
    nobody = said(replace(WHOLE, linguists=()))
    assert nobody in [{("must", n, 0), ("interpreters", 0, 0)} for n in (0, 1, 2, 4)]


def test_one_interpreter_for_more_musts_than_there_are_slots() -> None:
    assert said(replace(WHOLE, linguists=(BRIDGE,))) == {
        *(("must", n, 0) for n in (0, 1, 2, 4)),
        ("interpreters", 0, 0),
    }


def test_one_table_for_more_musts_than_there_are_slots() -> None:
    assert said(replace(WHOLE, rooms=WHOLE.rooms[:1])) == {*(("must", n, 0) for n in (0, 1, 2, 4)), ("rooms", 0, 0)}


def test_a_lock_in_the_only_slot_of_a_must() -> None:
    lock = Placed(wanted=3, slot=1, room=0, one=0, other=4, linguists=(0,))
    seats = (*WHOLE.seats[:2], replace(WHOLE.seats[2], slots=frozenset({1})), *WHOLE.seats[3:])
    assert said(replace(WHOLE, seats=seats, locked=(lock,))) == {("locked", 3, 1), ("must", 1, 0), ("hours", 2, 1)}


def test_locks_leave_more_breaks_than_another_can_have() -> None:
    locked = (
        Placed(wanted=4, slot=0, room=0, one=5, other=1, linguists=(0,)),
        Placed(wanted=5, slot=2, room=0, one=5, other=4, linguists=(0,)),
    )
    assert said(replace(WHOLE, fairness=0, locked=locked)) == {("locked", 4, 0), ("locked", 5, 2), ("fairness", 0, 2)}
    assert said(replace(WHOLE, fairness=1, locked=locked)) == set()


def test_an_event_of_a_real_size_is_answered() -> None:
    problem = problem_of(replace(SIZES["78/300"], apart=0.6, interpreters=0.8, mixed=False))
    pressed = replace(problem, wanted=tuple(replace(one, must=one.one == 0 or one.must) for one in problem.wanted))
    conflict = said(pressed)
    asked = sum(one.one == 0 for one in pressed.wanted)
    assert (asked > len(pressed.slots)) == bool(conflict)
    assert {code for code, *_rest in conflict} <= {"must"}
