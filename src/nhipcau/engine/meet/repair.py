"""A released timetable and who is away come in; one goes out in which what was not touched lies where it lay."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import reduce
from operator import or_

from nhipcau.engine.meet.laid import Laid
from nhipcau.engine.meet.locks import conflict_of_locks
from nhipcau.engine.meet.making_room import MakingRoom
from nhipcau.engine.meet.real.measure import measured_as_laid
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Aim, Level, Placed, Problem, Schedule, Status

_MOVED = 100
"""One in so many of the meetings that were not touched may be moved; at a small event one."""
_DEPTH = 2
_TRIALS = 3_000


def repair(problem: Problem, search: Search) -> Schedule:
    """Return ``problem.keep`` with as little changed as can be, seats, rooms and slots being as they are now.

    What counts, in this order: nothing that was granted is lost where that can be avoided, for somebody was told of
    it; musts; minimums; wants, so freed slots go to those who wait; changes; breaks, idle interpreters, walking. It is
    the order of a day under way: of the meetings that nothing touches one is moved only so that one more that was
    granted, or a must that waits, can be held, and at most one in a hundred. Another interpreter, or another of a
    firm's people, at the same time in the same room is no move.

    It looks only around what was touched (ejection chains) and grows with that, not with the event. Past and locked
    meetings stay. The result does not hang on the clock unless ``search`` ends it. FEASIBLE, for nothing is proven;
    INFEASIBLE where locked meetings cannot lie any more. Fairness is not made worse but may have been broken by the
    absence itself: a problem of the day has none. ``not_placed`` is empty (see ``limits_of``).
    """
    conflict = conflict_of_locks(problem)
    if conflict:
        return Schedule(status=Status.INFEASIBLE, conflict=conflict, seconds=search.elapsed())
    repairing = _Repair(problem, search)
    repairing.stay()
    repairing.lay_again()
    repairing.offer()
    placed = tuple(sorted(repairing.laid.placed.values(), key=lambda one: one.wanted))
    return Schedule(status=Status.FEASIBLE, placed=placed, aims=_aims(repairing.laid), seconds=search.elapsed())


class _Repair:
    """One repair: what stays lies at once, what was touched is laid again, what waits takes what is free now."""

    def __init__(self, problem: Problem, search: Search) -> None:
        self.problem = problem
        self.search = search
        self.laid = Laid(problem, problem.locked)
        self.touched = list(self._lay_what_can_stay())
        fixed = {one.wanted for one in problem.locked}
        others = len(self.laid.placed) - len(fixed)
        self.room = MakingRoom(
            self.laid, fixed=fixed, moves=math.ceil(others / _MOVED), trials=_TRIALS, over=search.over
        )

    def _lay_what_can_stay(self) -> Iterator[Placed]:
        """Lay every meeting that nothing touches; yield the others."""
        for one in self.problem.keep:
            if one.wanted in self.laid.placed:
                continue
            if self._stands(one):
                self.laid.put(one)
            else:
                yield one

    def _stands(self, one: Placed) -> bool:
        laid = self.laid
        return (
            laid.has_left(one.wanted)
            and bool(laid.free(one.one, one.other) >> one.slot & 1)
            and bool(laid.rooms_free(one.wanted, one.slot) >> one.room & 1)
            and laid.reach(one.room, one.slot, one.one, one.other)
            and all(laid.can_interpret(linguist, one.wanted, one.slot, one.room) for linguist in one.linguists)
            and laid.understand(one)
        )

    def stay(self) -> None:
        """Lay what was touched where it lay, with others of the firm's people or another interpreter."""
        self.touched = [one for one in self._by_weight(self.touched) if not self._stays(one)]

    def _stays(self, one: Placed) -> bool:
        return self.room.lay_at(one.wanted, one.slot, one.room)

    def lay_again(self) -> None:
        """Lay what was touched elsewhere: first what finds a place, then what finds one by moving one, then two."""
        for depth in range(_DEPTH + 1):
            waiting = self._by_weight(self.touched)
            self.touched = [one for one in waiting if self.search.over() or not self.room.lay(one.wanted, depth)]

    def offer(self) -> None:
        """Give the slots that became free to those who wait; only for a must another meeting is moved."""
        freed = self._overlapping({one.slot for one in self.problem.keep if self._gone(one)})
        kept = {one.wanted for one in self.problem.keep}
        waiting = (n for n in range(len(self.problem.wanted)) if n not in self.laid.placed and n not in kept)
        for wanted in sorted(waiting, key=self._rank):
            if self.search.over():
                return
            self.room.lay(wanted, int(self.problem.wanted[wanted].must), freed)

    def _gone(self, one: Placed) -> bool:
        now = self.laid.placed.get(one.wanted)
        return now is None or (now.slot, now.room) != (one.slot, one.room)

    def _overlapping(self, slots: set[int]) -> int:
        return reduce(or_, (self.laid.clock.overlap[slot] for slot in slots), 0)

    def _by_weight(self, meetings: list[Placed]) -> list[Placed]:
        return sorted(meetings, key=lambda one: self._rank(one.wanted))

    def _rank(self, wanted: int) -> tuple[bool, bool, int, int]:
        """Return what comes first: musts, meetings that somebody lacks to their least, then by weight."""
        asked = self.problem.wanted[wanted]
        lacks = any(self.laid.held[party] < self.problem.parties[party].least for party in (asked.one, asked.other))
        return not asked.must, not lacks, -asked.weight, wanted


def _aims(laid: Laid) -> tuple[Aim, ...]:
    """Return what the repaired timetable is worth. Proven is only that meetings which nobody can hold are changes."""
    impossible = sum(_impossible(laid, one) for one in laid.problem.keep)
    return tuple(
        Aim(level=level, value=value, bound=impossible if level is Level.CHANGES else 0)
        for level, value in zip(Level, measured_as_laid(laid), strict=True)
    )


def _impossible(laid: Laid, one: Placed) -> bool:
    locked = {lock.wanted for lock in laid.problem.locked}
    if one.wanted in locked:
        return False
    there = any(laid.common(*pair) >> one.slot & 1 for pair in laid.pairs(one.wanted))
    return not there or one.slot not in laid.problem.rooms[one.room].slots
