from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.engine.meet.locks import conflict_of_locks
from nhipcau.facts.scheduling import Linguist, Party, Placed, Problem, Room, Seat, SlotTime, Wanted

SLOTS = tuple(SlotTime(session=0, day=0, starts=start, ends=start + 20) for start in (540, 560, 580, 600))
ALL = frozenset(range(4))
VI, KO = frozenset({"vi"}), frozenset({"ko"})
BRIDGE = Linguist(pairs=frozenset({("ko", "vi")}), slots=ALL)
WHOLE = Problem(
    slots=SLOTS,
    parties=(Party(),) * 4,
    seats=tuple(Seat(party=n, languages=VI if n < 2 else KO, slots=ALL) for n in range(4)),
    rooms=(Room(slots=ALL), Room(slots=ALL), Room(slots=ALL, travel=30)),
    linguists=(BRIDGE, BRIDGE),
    wanted=(Wanted(one=0, other=2), Wanted(one=1, other=3), Wanted(one=0, other=3), Wanted(one=1, other=2)),
)
A = Placed(wanted=0, slot=0, room=0, one=0, other=2, linguists=(0,))
B = Placed(wanted=1, slot=0, room=1, one=1, other=3, linguists=(1,))
C = Placed(wanted=2, slot=1, room=0, one=0, other=3, linguists=(0,))


@pytest.mark.parametrize(
    ("locked", "expected"),
    [
        ((A, B, C), ()),
        ((A, replace(C, slot=0, room=1, linguists=(1,))), (("locked", 0, 0), ("locked", 2, 0), ("person", 0, 0))),
        ((B, replace(C, room=2), A), (("locked", 0, 0), ("locked", 2, 1), ("way", 0, 0))),
        ((A, replace(B, room=0)), (("locked", 0, 0), ("locked", 1, 0), ("room-full", 0, 1))),
        ((A, replace(B, linguists=(0,)), C), (("locked", 0, 0), ("locked", 1, 0), ("interpreter", 0, 0))),
        ((replace(A, linguists=()),), (("locked", 0, 0), ("languages", 0, 2))),
    ],
)
def test_the_locks_that_cannot_stay_together_are_named_with_the_rule(
    locked: tuple[Placed, ...], expected: tuple[tuple[str, int, int], ...]
) -> None:
    assert conflict_of_locks(replace(WHOLE, locked=locked)) == expected


def test_absence_of_people_rooms_and_interpreters() -> None:
    late = frozenset({1, 2, 3})
    seats = (replace(WHOLE.seats[0], slots=late), *WHOLE.seats[1:])
    rooms = (replace(WHOLE.rooms[0], slots=late), *WHOLE.rooms[1:])
    linguists = (replace(BRIDGE, slots=late), BRIDGE)
    locked = replace(WHOLE, locked=(B, A))
    assert conflict_of_locks(replace(locked, seats=seats)) == (("locked", 0, 0), ("hours", 0, 0))
    assert conflict_of_locks(replace(locked, rooms=rooms)) == (("locked", 0, 0), ("room", 0, 0))
    assert conflict_of_locks(replace(locked, linguists=linguists)) == (("locked", 0, 0), ("interpreter-hours", 0, 0))
    apart = (replace(BRIDGE, apart=frozenset({2})), BRIDGE)
    assert conflict_of_locks(replace(locked, linguists=apart)) == (("locked", 0, 0), ("apart", 0, 0))


def test_no_more_locks_are_named_than_it_takes() -> None:
    rest = (replace(BRIDGE, rest_minutes=10, most_minutes=30), BRIDGE)
    d = Placed(wanted=3, slot=2, room=0, one=1, other=2, linguists=(0,))
    assert conflict_of_locks(replace(WHOLE, linguists=rest, locked=(A, C, d))) == (
        ("locked", 2, 1),
        ("locked", 3, 2),
        ("rest", 0, 30),
    )
    modest = (Party(most=1), *WHOLE.parties[1:])
    assert conflict_of_locks(replace(WHOLE, parties=modest, locked=(A, B, C))) == (
        ("locked", 0, 0),
        ("locked", 2, 1),
        ("most", 0, 1),
    )
