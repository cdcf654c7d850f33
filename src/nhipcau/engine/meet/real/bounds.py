"""A problem comes in; how many musts and how much weight of wants no timetable can grant go out: a linear relaxation.

A meeting is spread over the blocks of the event (the slots of one session). In a block a seat, a room or an
interpreter has no more than one meeting after another. What the relaxation cannot grant, no timetable can.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

from nhipcau.engine.meet.laid import Laid, bits, numbers_of
from nhipcau.facts.scheduling import Linguist, Problem

Vector = npt.NDArray[np.float64]
_ROUNDING = 1e-3
"""The program is solved in floating point; what lies so near below a whole number is taken for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The least that any timetable loses: musts, meetings that parties lack to their least, the weight of wants."""

    musts: int = 0
    minimums: int = 0
    wants: int = 0


def bounds_of(problem: Problem, seconds: float) -> Bounds:
    """Return the bounds, 0 where the time is too short; that of the wants holds where as few musts are missing.

    ``seconds`` is the most that each of the two may take.
    """
    if seconds <= 0:
        return Bounds()
    relaxed = _Relaxed(problem)
    musts = np.array([one.must for one in problem.wanted], dtype=np.float64)
    weights = np.array([0 if one.must else one.weight for one in problem.wanted], dtype=np.float64)
    held = math.floor(relaxed.most(musts, None, seconds) + _ROUNDING)
    weight = math.floor(relaxed.most(weights, (musts, held), seconds) + _ROUNDING)
    return Bounds(
        musts=max(0, int(musts.sum()) - held),
        minimums=relaxed.minimums(),
        wants=max(0, int(weights.sum()) - weight),
    )


class _Relaxed:
    """The linear program: a column for each meeting and block in which both sides, a room and who bridges are there."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.laid = Laid(problem)
        open_slots = self.laid.to_come | bits(one.slot for one in problem.locked)
        self.blocks = self._blocks(open_slots)
        self.columns = [(number, block) for number in range(len(problem.wanted)) for block in self._open(number)]
        self.rows = [*self._of_meetings(), *self._of_parties(), *self._of_rooms(), *self._of_linguists()]

    def most(self, worth: Vector, at_least: tuple[Vector, float] | None, seconds: float) -> float:
        """Return the most worth that can be granted, where ``at_least`` so much of something else is.

        Where the time is too short: all of it.
        """
        of = np.array([number for number, _block in self.columns], dtype=np.int64)
        if not len(of):
            return 0.0
        rows = np.concatenate([np.full(len(columns), n) for n, (columns, _most) in enumerate(self.rows)])
        columns = np.concatenate([np.array(columns) for columns, _most in self.rows])
        matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(self.rows), len(of)))
        right = np.array([most for _columns, most in self.rows], dtype=np.float64)
        if at_least is not None:
            matrix = vstack([matrix, csr_matrix(-at_least[0][of])])
            right = np.append(right, -at_least[1])
        found = linprog(
            -worth[of], A_ub=matrix, b_ub=right, bounds=(0, 1), method="highs-ipm", options={"time_limit": seconds}
        )
        return -float(found.fun) if found.status == 0 else float(worth.sum())

    def _blocks(self, open_slots: int) -> list[int]:
        found: dict[int, int] = defaultdict(int)
        for number in numbers_of(open_slots):
            found[self.problem.slots[number].session] |= 1 << number
        return list(found.values())

    def _open(self, number: int) -> list[int]:
        common = 0
        for pair in self.laid.pairs(number):
            if self._who(number, *pair) != 0:
                common |= self.laid.seats[pair[0]].open & self.laid.seats[pair[1]].open
        common &= _open_in(self.laid, self.laid.rooms_of(number))
        locked = {one.wanted: 1 << one.slot for one in self.problem.locked}
        return [n for n, block in enumerate(self.blocks) if block & (common | locked.get(number, 0))]

    def _who(self, number: int, one: int, other: int) -> int:
        """Return who could interpret, alone or as one of two, as bits; all (-1) where nobody is needed."""
        first, second = (self.problem.seats[seat].languages for seat in (one, other))
        if first & second:
            return -1
        who = bits(self.laid.bridging(first, second, number))
        if self.problem.relay is not None:
            relay = frozenset({self.problem.relay})
            ahead, behind = self.laid.bridging(first, relay, number), self.laid.bridging(relay, second, number)
            who |= bits((*ahead, *behind)) if ahead and behind else 0
        return who

    def _of_meetings(self) -> Iterator[tuple[list[int], int]]:
        of: dict[int, list[int]] = defaultdict(list)
        for column, (number, _block) in enumerate(self.columns):
            of[number].append(column)
        yield from ((columns, 1) for columns in of.values())

    def _of_parties(self) -> Iterator[tuple[list[int], int]]:
        of: dict[int, list[int]] = defaultdict(list)
        within: dict[tuple[int, int], list[int]] = defaultdict(list)
        for column, (number, block) in enumerate(self.columns):
            for party in (self.problem.wanted[number].one, self.problem.wanted[number].other):
                of[party].append(column)
                within[party, block].append(column)
        every = bits(range(len(self.problem.slots)))
        for party, columns in of.items():
            yield columns, min(self._meetings(party, every), self.problem.parties[party].most)
        for (party, block), columns in within.items():
            yield columns, self._meetings(party, self.blocks[block])

    def _meetings(self, party: int, slots: int) -> int:
        """Return how many meetings a party could have at most in these slots; what is locked is possible anyway."""
        seats = self.laid.seats_of[party]
        locked = bits(
            one.slot
            for one in self.problem.locked
            if party in (self.problem.wanted[one.wanted].one, self.problem.wanted[one.wanted].other)
        )
        return sum(self._after_another((self.laid.seats[seat].open | locked) & slots) for seat in seats)

    def _after_another(self, slots: int) -> int:
        return len(_apart(self.problem, slots))

    def _of_rooms(self) -> Iterator[tuple[list[int], int]]:
        of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for column, (number, block) in enumerate(self.columns):
            of[block].append((column, self.laid.rooms_of(number)))
        for block, asked in of.items():
            for rooms in dict.fromkeys(rooms for _column, rooms in asked):
                inside = [column for column, theirs in asked if theirs | rooms == rooms]
                space = sum(self._held(room, self.blocks[block]) for room in numbers_of(rooms))
                if space < len(inside):
                    yield inside, space

    def _held(self, room: int, slots: int) -> int:
        of = self.problem.rooms[room]
        return of.capacity * self._after_another(bits(of.slots) & slots)

    def _of_linguists(self) -> Iterator[tuple[list[int], int]]:
        """Bound the meetings of each set of interpreters, where all who could do them are in it."""
        of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for column, (number, block) in enumerate(self.columns):
            who = [self._who(number, *pair) for pair in self.laid.pairs(number)]
            if -1 not in who:
                of[block].append((column, _union(who)))
        locked = bits(one.slot for one in self.problem.locked)
        for block, asked in of.items():
            for group in dict.fromkeys(who for _column, who in asked):
                inside = [column for column, who in asked if who | group == group]
                space = sum(self._worked(n, self.blocks[block], locked) for n in numbers_of(group))
                if space < len(inside):
                    yield inside, space

    def _worked(self, linguist: int, slots: int, locked: int) -> int:
        """Return how many meetings an interpreter could have in these slots, between rests.

        ``best[n]`` is the most of which the last lies in slot n: a run that begins in some slot, and the best that ends
        a rest before that. Where slots overlap or something is locked, rests are left out.
        """
        whole = (self.laid.linguists[linguist].open | locked) & slots
        apart, times = _apart(self.problem, whole), self.problem.slots
        if len(apart) < whole.bit_count() or locked:
            return len(apart)
        rule, best = self.problem.linguists[linguist], list[int]()
        for last, end in enumerate(apart):
            runs = [
                last - first + 1 + max((best[n] for n in range(first) if self._rests(rule, apart[n], begin)), default=0)
                for first, begin in enumerate(apart[: last + 1])
                if times[end].ends - times[begin].starts <= rule.most_minutes
            ]
            best.append(max(runs, default=0))
        return max(best, default=0)

    def _rests(self, rule: Linguist, before: int, after: int) -> bool:
        return self.problem.slots[after].starts - self.problem.slots[before].ends >= rule.rest_minutes

    def minimums(self) -> int:
        """Return how many meetings parties lack to their least whatever is granted."""
        possible = Counter(
            party
            for number in {number for number, _block in self.columns}
            for party in (self.problem.wanted[number].one, self.problem.wanted[number].other)
        )
        every = bits(range(len(self.problem.slots)))
        return sum(
            max(0, party.least - min(possible[number], self._meetings(number, every), party.most))
            for number, party in enumerate(self.problem.parties)
        )


def _union(numbers: Sequence[int]) -> int:
    whole = 0
    for number in numbers:
        whole |= number
    return whole


def _apart(problem: Problem, slots: int) -> list[int]:
    """Return the most of these slots that can be used one after another, in the order of their times."""
    found: list[int] = []
    for slot in sorted(numbers_of(slots), key=lambda number: problem.slots[number].ends):
        if not found or problem.slots[slot].starts >= problem.slots[found[-1]].ends:
            found.append(slot)
    return found


def _open_in(laid: Laid, rooms: int) -> int:
    return _union([bits(laid.problem.rooms[room].slots) for room in numbers_of(rooms)])
