from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from nhipcau.engine.meet.check import aims, breaks_of_classic, check, check_classic
from nhipcau.facts.scheduling import Classic, Linguist, Party, Placed, Problem, Room, Seat, SlotTime, Wanted

EVERY = frozenset(range(6))
SLOTS = tuple(
    SlotTime(session=number // 4, day=number // 4, starts=start, ends=start + 20)
    for number, start in enumerate((540, 560, 580, 600, 1980, 2000))
)
VI, KO, EN = frozenset({"vi"}), frozenset({"ko"}), frozenset({"en", "ko"})
# Two Vietnamese firms, two Korean, one that speaks English too; a table for two, a booth, a factory an hour away.
FAIR = Problem(
    slots=SLOTS,
    parties=(Party(least=1), Party(most=2), Party(), Party(), Party(least=1)),
    seats=(
        Seat(party=0, languages=VI, slots=EVERY),
        Seat(party=1, languages=VI, slots=EVERY - {2}),
        Seat(party=2, languages=KO, slots=EVERY),
        Seat(party=3, languages=EN, slots=EVERY),
        Seat(party=4, languages=KO, slots=EVERY),
    ),
    rooms=(
        Room(slots=EVERY, capacity=2),
        Room(slots=EVERY - {5}, party=3),
        Room(slots=EVERY, travel=60, party=0),
    ),
    linguists=(
        Linguist(pairs=frozenset({("ko", "vi")}), slots=EVERY - {3}, apart=frozenset({3}), most_minutes=40),
        Linguist(pairs=frozenset({("en", "vi")}), slots=EVERY, rest_minutes=20),
        Linguist(pairs=frozenset({("en", "ko")}), slots=EVERY),
    ),
    wanted=(
        Wanted(one=0, other=2, must=True),
        Wanted(one=0, other=3, weight=3),
        Wanted(one=1, other=2, weight=5),
        Wanted(one=1, other=3, rooms=frozenset({0})),
        Wanted(one=2, other=3),
        Wanted(one=0, other=4),
    ),
    relay="en",
)
GOOD = (
    Placed(wanted=0, slot=0, room=0, one=0, other=2, linguists=(0,)),
    Placed(wanted=1, slot=1, room=1, one=0, other=3, linguists=(1,)),
    Placed(wanted=2, slot=3, room=0, one=1, other=2, linguists=(1, 2)),
    Placed(wanted=4, slot=2, room=0, one=2, other=3),
    Placed(wanted=5, slot=4, room=2, one=0, other=4, linguists=(0,)),
)


def but(number: int, **changes: object) -> tuple[Placed, ...]:
    """The good timetable with one meeting otherwise."""
    return tuple(
        replace(one, **changes) if place == number else one  # type: ignore[arg-type]
        for place, one in enumerate(GOOD)
    )


def said(problem: Problem, placed: tuple[Placed, ...]) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.code, one.numbers) for one in check(problem, placed)]


def test_a_timetable_that_keeps_every_rule_is_not_found_fault_with() -> None:
    assert said(FAIR, GOOD) == []
    assert said(FAIR, ()) == []


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        (but(0, slot=9), ("unknown", (0,))),
        (but(0, room=-1), ("unknown", (0,))),
        ((*GOOD, replace(GOOD[0], slot=5)), ("twice", (0,))),
        (but(3, other=4), ("wrong-seat", (4, 4))),
        (but(2, slot=2), ("seat-away", (2, 1, 2))),
        (but(3, slot=0), ("seat-busy", (0, 4, 2))),
        (but(4, slot=3), ("seat-travel", (1, 5, 0))),
        (but(4, slot=5, room=1), ("room-shut", (5, 1, 5))),
        (but(4, room=1), ("room-not-theirs", (5, 1))),
        (but(0, linguists=()), ("no-linguist", (0,))),
        (but(0, linguists=(1,)), ("no-linguist", (0,))),
        (but(2, linguists=(0,)), ("linguist-away", (2, 0, 3))),
        (but(1, linguists=(1, 0)), ("linguist-apart", (1, 0))),
        (but(0, slot=1, other=4, linguists=(1, 2)), ("linguist-busy", (0, 1, 1))),
    ],
)
def test_each_rule_that_is_broken_is_said(placed: tuple[Placed, ...], expected: tuple[str, tuple[int, ...]]) -> None:
    assert expected in said(FAIR, placed)


def test_a_room_holds_no_more_meetings_at_a_time_than_fit() -> None:
    full = replace(FAIR, rooms=(replace(FAIR.rooms[0], capacity=1), *FAIR.rooms[1:]))
    beside = (*GOOD, Placed(wanted=3, slot=0, room=0, one=1, other=3, linguists=(1,)))
    assert said(FAIR, beside) == []
    assert said(full, beside) == [("room-full", (0, 0))]


def test_meetings_that_follow_one_another_do_not_fill_a_room_together() -> None:
    one = replace(FAIR, rooms=(replace(FAIR.rooms[0], capacity=1), *FAIR.rooms[1:]))
    assert said(one, GOOD) == []


def test_slots_of_unequal_length_that_overlap_take_the_same_seat() -> None:
    visit = SlotTime(session=9, day=0, starts=570, ends=690)
    both = replace(FAIR, slots=(*SLOTS, visit), rooms=tuple(replace(r, slots=r.slots | {6}) for r in FAIR.rooms))
    both = replace(both, seats=tuple(replace(seat, slots=seat.slots | {6}) for seat in both.seats))
    assert ("seat-busy", (1, 0, 0)) in said(both, (replace(GOOD[0], slot=6, linguists=(2,)), GOOD[1]))


def test_nobody_interprets_longer_than_is_allowed_without_a_rest() -> None:
    tired = tuple(replace(who, rest_minutes=21, most_minutes=40) for who in FAIR.linguists)
    long = (replace(GOOD[1], slot=1), replace(GOOD[2], slot=3))
    assert said(replace(FAIR, linguists=tired), long) == [("linguist-rest", (1, 1, 2))]
    rested = tuple(replace(who, rest_minutes=20) for who in tired)
    assert said(replace(FAIR, linguists=rested), long) == []


def test_no_relay_no_two_interpreters() -> None:
    assert said(replace(FAIR, relay=None), GOOD) == [("no-linguist", (2,))]


def test_who_shares_a_language_needs_nobody_but_may_have_one() -> None:
    assert said(FAIR, but(3, linguists=(2,))) == []


def test_nobody_has_more_meetings_than_they_want() -> None:
    modest = replace(FAIR, parties=(Party(most=2), *FAIR.parties[1:]))
    assert said(modest, GOOD) == [("most", (0,))]


def test_what_is_locked_stays_and_what_is_past_takes_nothing_new() -> None:
    locked = replace(FAIR, locked=(GOOD[0], GOOD[2]), closed=frozenset({0}))
    assert said(locked, GOOD) == []
    assert said(locked, GOOD[1:]) == [("locked", (0,))]
    assert said(locked, but(2, room=1)) != []
    assert said(replace(FAIR, closed=frozenset({1})), GOOD) == [("closed", (1, 1))]
    swapped = replace(FAIR, locked=(replace(GOOD[2], linguists=(2, 1)),))
    assert said(swapped, GOOD) == []


def test_a_meeting_that_is_past_is_not_undone_by_who_left_since() -> None:
    gone = replace(FAIR, seats=(replace(FAIR.seats[0], slots=frozenset({1, 4})), *FAIR.seats[1:]))
    assert said(gone, GOOD) == [("seat-away", (0, 0, 0))]
    assert said(replace(gone, locked=(GOOD[0],), closed=frozenset({0})), GOOD) == []


def test_breaks_of_two_parties_differ_no_more_than_is_fair() -> None:
    # Party 2 waits in slots 1 and 2 without the meeting between: one break; nobody else has any.
    idle = (GOOD[0], GOOD[2])
    assert said(replace(FAIR, fairness=1), idle) == []
    assert said(replace(FAIR, fairness=0), idle) == [("fairness", (2, 0))]


def test_the_aims_stand_in_the_order_of_the_levels() -> None:
    kept = (replace(GOOD[0], slot=1), replace(GOOD[1], linguists=()), GOOD[2], replace(GOOD[3], wanted=3))
    problem = replace(FAIR, keep=kept)
    # Breaks: party 2 idles in slot 1. Interpreter 1 in slot 2. Walks: party 0 and party 3, each once; 1 to the table.
    assert aims(problem, GOOD) == (0, 0, 1, 1, 1, 3, 2)
    assert aims(problem, ()) == (1, 2, 11, 0, 0, 0, 4)


def test_a_slot_in_which_one_is_away_is_no_break() -> None:
    placed = (replace(GOOD[2], wanted=3, other=3, slot=1, linguists=(1,)), GOOD[2])
    assert aims(FAIR, placed)[3] == 0
    present = replace(FAIR, seats=tuple(replace(seat, slots=EVERY) for seat in FAIR.seats))
    assert aims(present, placed)[3] == 1


CLASSIC = Classic(
    participants=4,
    slots=4,
    morning=2,
    tables=2,
    meetings=((0, 1, 1), (2, 3, 1), (0, 2, 2), (1, 3, 3)),
    forbidden=(frozenset(), frozenset({3}), frozenset(), frozenset()),
    fixed=((1, 0),),
    precedences=((0, 2),),
)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ((0, 0, 2, 1), []),
        ((0, 0, 2), ["count"]),
        ((0, 0, 4, 1), ["slot"]),
        ((0, 0, 1, 2), ["session"]),
        ((0, 0, 2, 0), ["busy", "busy", "tables"]),
        ((0, 0, 2, 3), ["forbidden"]),
        ((0, 1, 2, 2), ["fixed"]),
    ],
)
def test_the_rules_of_the_classic_problem(slots: tuple[int, ...], expected: list[str]) -> None:
    assert [one.code for one in check_classic(CLASSIC, slots, None)] == expected


@pytest.mark.parametrize(
    ("change", "slots", "code"),
    [
        (lambda: replace(CLASSIC, precedences=((2, 0),)), (0, 0, 2, 1), "precedence"),
        (lambda: replace(CLASSIC, precedences=((0, 1),)), (0, 0, 2, 1), "precedence"),
        (lambda: replace(CLASSIC, tables=1), (0, 0, 2, 1), "tables"),
    ],
)
def test_order_and_tables_of_the_classic_problem(
    change: Callable[[], Classic], slots: tuple[int, ...], code: str
) -> None:
    assert [one.code for one in check_classic(change(), slots, None)] == [code]


def test_breaks_are_runs_of_idle_slots_between_two_meetings() -> None:
    slots = (0, 0, 3, 2)  # participant 0 idles in 1 and 2, 2 likewise, 1 and 3 in 1
    assert breaks_of_classic(CLASSIC, slots) == 4
    assert breaks_of_classic(CLASSIC, (0, 0, 2, 1)) == 2
    assert check_classic(CLASSIC, slots, 0) == ()
    assert [one.code for one in check_classic(CLASSIC, (0, 0, 2, 1), 0)] == ["fairness"]
