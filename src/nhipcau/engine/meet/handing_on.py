"""A meeting that lacks an interpreter comes in; who takes over from whom in that slot goes out.

The shortest augmenting path of the assignment of a slot's interpreters to its meetings (Berge 1957): what one
interpreter hands on the next takes, until one is reached who is free. No meeting moves.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Set as AbstractSet
from dataclasses import replace

from nhipcau.engine.meet.laid import Laid, bits, numbers_of
from nhipcau.facts.scheduling import Placed


def handed_on(laid: Laid, place: Placed, fixed: AbstractSet[int]) -> tuple[Placed, ...]:
    """Return the meeting with its interpreter, and those that get another one; nothing where there is no path.

    Meetings in ``fixed``, in rooms with travel, with two interpreters, or in slots that overlap this one, keep whom
    they have.
    """
    ready = 0 if laid.problem.rooms[place.room].travel else laid.ready(place.slot, place.room)
    if not ready:
        return ()
    busy = _busy(laid, place.slot, fixed)
    asked = bits(busy)
    came: dict[int, Placed] = {}  # by interpreter: the meeting that wants to have them
    waiting = deque([place])
    while waiting:
        wants = waiting.popleft()
        who = laid.bridging_bits(wants.wanted, wants.one, wants.other)
        found = next((n for n in numbers_of(who & ready) if laid.may_serve(n, wants.wanted)), None)
        if found is not None:
            return _path(wants, found, came)
        for linguist in numbers_of(who & asked):
            if laid.may_serve(linguist, wants.wanted):
                asked &= ~(1 << linguist)
                came[linguist] = wants
                waiting.append(busy[linguist])
    return ()


def _busy(laid: Laid, slot: int, fixed: AbstractSet[int]) -> dict[int, Placed]:
    """Return the meetings of a slot that could be handed on, by interpreter."""
    found = {}
    for number in laid.lying[slot] - fixed:
        one = laid.placed[number]
        if (
            len(one.linguists) == 1
            and not laid.problem.rooms[one.room].travel
            and not laid.linguists[one.linguists[0]].far
        ):
            found[one.linguists[0]] = one
    return found


def _path(last: Placed, found: int, came: dict[int, Placed]) -> tuple[Placed, ...]:
    """Walk back from who is free to the meeting that lacks somebody, which comes first."""
    path = []
    wants, linguist = last, found
    while True:
        path.append(replace(wants, linguists=(linguist,)))
        if not wants.linguists:
            return tuple(reversed(path))
        [linguist] = wants.linguists
        wants = came[linguist]
