"""A timetable under way comes in; in every slot its meetings sit in those of the rooms alike that save most walking.

Slot by slot an assignment of meetings to rooms (Jonker and Volgenant 1987, as SciPy has it), given where everybody
sits before and after; no slot's assignment makes the whole worse.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from nhipcau.engine.meet.laid import Diary, Laid, bits
from nhipcau.facts.scheduling import Placed

_SITS = 0.01
"""Of two ways to walk as little, who is to sit stays and the others walk."""


def seat(laid: Laid, fixed: AbstractSet[int]) -> None:
    """Change rooms of meetings that are not ``fixed``, and nothing else of them, so that fewer change the room."""
    for rooms in _alike(laid):
        for slot in sorted(laid.problem.rooms[rooms[0]].slots):
            _seat_slot(laid, slot, rooms, fixed)


def _alike(laid: Laid) -> list[list[int]]:
    """Return the rooms at hand, nobody's and of one place, that are open in the same slots, one after another."""
    found: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, room in enumerate(laid.problem.rooms):
        slots = tuple(sorted(room.slots))
        side_by_side = any(laid.clock.overlap[slot] & ~(1 << slot) & bits(slots) for slot in slots)
        if room.party is None and not room.travel and room.capacity == 1 and not side_by_side:
            found[slots].append(number)
    return [rooms for rooms in found.values() if len(rooms) > 1]


def _seat_slot(laid: Laid, slot: int, rooms: list[int], fixed: AbstractSet[int]) -> None:
    place = {room: column for column, room in enumerate(rooms)}
    lying = [laid.placed[number] for number in sorted(laid.lying[slot])]
    moving = [one for one in lying if one.room in place and one.wanted not in fixed and _anywhere(laid, one, rooms)]
    taken = {one.room for one in lying if one not in moving}
    free = [room for room in rooms if room not in taken]
    if len(moving) < 1 or len(free) < 2:
        return
    columns = {room: column for column, room in enumerate(free)}
    saved = np.zeros((len(moving), len(free)))
    for row, one in enumerate(moving):
        saved[row, columns[one.room]] += _SITS / 10
        for diary, weight in _people(laid, one):
            for beside in _beside(laid, diary, slot):
                if beside in columns:
                    saved[row, columns[beside]] += weight
    chosen = linear_sum_assignment(saved, maximize=True)
    for one in moving:
        laid.take(one.wanted)
    for row, column in zip(*chosen, strict=True):
        laid.put(replace(moving[row], room=free[column]))


def _anywhere(laid: Laid, one: Placed, rooms: list[int]) -> bool:
    allowed = laid.rooms_of(one.wanted)
    return all(allowed >> room & 1 for room in rooms)


def _people(laid: Laid, one: Placed) -> list[tuple[Diary, float]]:
    """Return who is in a meeting, and what it is worth that they stay where they are."""
    sits = {number: laid.problem.parties[laid.problem.seats[number].party].sits for number in (one.one, one.other)}
    people = [(laid.seats[number], 1 + _SITS * sits[number]) for number in sits]
    return people + [(laid.linguists[linguist], 1.0) for linguist in one.linguists]


def _beside(laid: Laid, diary: Diary, slot: int) -> list[int]:
    """Return the rooms of the meetings before and after on the same day."""
    at = bisect_left(diary.slots, slot)
    beside = [*diary.slots[max(0, at - 1) : at], *diary.slots[at + 1 : at + 2]]
    day = laid.clock.slots[slot].day
    return [laid.placed[diary.at[other]].room for other in beside if laid.clock.slots[other].day == day]
