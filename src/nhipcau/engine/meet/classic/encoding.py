"""A classic problem and the slots left for each meeting come in; clauses that say all of it go out.

Variables: ``at[m][t]``, meeting m lies in slot t; busy (p, t), participant p meets in slot t; started (p, j, t), at
least j blocks of meetings of p began up to slot t; ``breaks[p][j - 1]``, p has at least j breaks. While p has no break,
p is busy in t exactly when its block started by t and had not by t - k, with k the number of its meetings: "no break"
is then a statement on ``started`` alone, and propagates as an order encoding does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nhipcau.engine.meet.classic.clauses import Clauses
from nhipcau.facts.scheduling import Classic


class Encoding:
    """The clauses of one problem with the literals that a search asks for.

    ``least`` and ``most`` bound the breaks of every participant; ``None``: as many as there can be. Without ``counted``
    nobody asks for breaks. ``doubly``: tables are bounded twice over (``_tables``).
    """

    def __init__(
        self,
        problem: Classic,
        domains: Sequence[Sequence[int]],
        *,
        least: int = 0,
        most: int | None = None,
        counted: bool = True,
        doubly: bool = True,
    ) -> None:
        """Write all clauses down."""
        self.clauses = Clauses()
        self.at = [{slot: self.clauses.new() for slot in domain} for domain in domains]
        self.mine: list[list[int]] = [[] for _ in range(problem.participants)]
        for meeting, (one, other, _) in enumerate(problem.meetings):
            self.mine[one].append(meeting)
            self.mine[other].append(meeting)
        self._slots = problem.slots
        for places in self.at:
            literals = list(places.values())
            self.clauses.add(*literals)
            self.clauses.none_together(literals)
        self.busy = [self._busy(meetings) for meetings in self.mine]
        self.breaks = [self._breaks(who, least, most) for who in range(problem.participants)] if counted else []
        for slot in range(problem.slots):
            self._tables(slot, problem.tables, doubly=doubly)
        self._precedences(problem)

    @property
    def break_literals(self) -> list[int]:
        """Return the literals of which each that holds is one break."""
        return [literal for of_one in self.breaks for literal in of_one]

    def read(self, model: Sequence[int]) -> tuple[int, ...]:
        """Return the slot of each meeting in a model of the clauses."""
        true = {literal for literal in model if literal > 0}
        return tuple(next(slot for slot, literal in places.items() if literal in true) for places in self.at)

    def counted(self, model: Sequence[int]) -> tuple[int, tuple[int, ...]]:
        """Return how many breaks the timetable of a model has, and the slot of each of its meetings."""
        slots = self.read(model)
        total = 0
        for meetings in self.mine:
            times = sorted(slots[meeting] for meeting in meetings)
            total += sum(later > earlier + 1 for earlier, later in pairwise(times))
        return total, slots

    def _busy(self, meetings: Sequence[int]) -> list[int | None]:
        found: list[int | None] = []
        for slot in range(self._slots):
            here = [self.at[meeting][slot] for meeting in meetings if slot in self.at[meeting]]
            self.clauses.none_together(here)
            found.append(self.clauses.either(here) if here else None)
        self.clauses.exactly([literal for literal in found if literal is not None], len(meetings))
        return found

    def _breaks(self, who: int, least: int, most: int | None) -> list[int]:
        """Write down how many blocks a participant has, and return the literals of its breaks.

        With fewer than ``least`` breaks possible the clauses contradict one another.
        """
        count, busy = len(self.mine[who]), self.busy[who]
        ceiling = max(0, min(count - 1, self._slots - count))
        if least > ceiling or count > self._slots:
            self.clauses.add()
            return []
        if count < 2:
            return []
        allowed = ceiling if most is None else min(most, ceiling)
        started = [[self.clauses.new() for _ in range(self._slots)] for _ in range(allowed + 1)]
        self._first_block(started[0], busy)
        for block in range(allowed + 1):
            self._next_block(started, block, busy)
        found = [blocks[-1] for blocks in started[1:]]
        self._unbroken(started[0], busy, count, found[0] if found else None)
        for literal in found[:least]:
            self.clauses.add(literal)
        return found

    def _first_block(self, started: Sequence[int], busy: Sequence[int | None]) -> None:
        for slot, meets in enumerate(busy):
            before = started[slot - 1] if slot else None
            self.clauses.add(-started[slot], meets, before)
            if meets is not None:
                self.clauses.add(-meets, started[slot])
            if before is not None:
                self.clauses.add(-before, started[slot])

    def _next_block(self, started: Sequence[Sequence[int]], block: int, busy: Sequence[int | None]) -> None:
        """Say when the block after this one starts, and that it starts only so; after the last none may."""
        here = started[block]
        after = started[block + 1] if block + 1 < len(started) else None
        if after is not None:
            self.clauses.add(-after[0])
        for slot in range(1, len(here)):
            meets, met = busy[slot], busy[slot - 1]
            if meets is not None:
                self.clauses.add(-meets, met, -here[slot - 1], after[slot] if after is not None else None)
            if after is None:
                continue
            self.clauses.add(-after[slot - 1], after[slot])
            self.clauses.add(-after[slot], here[slot - 1])
            self.clauses.add(-after[slot], after[slot - 1], meets)
            if met is not None:
                self.clauses.add(-after[slot], after[slot - 1], -met)

    def _unbroken(self, started: Sequence[int], busy: Sequence[int | None], count: int, broken: int | None) -> None:
        """Say that without a break the meetings lie in the ``count`` slots from the first on, and no others."""
        for slot, meets in enumerate(busy):
            ended = started[slot - count] if slot >= count else None
            self.clauses.add(-started[slot], ended, meets, broken)
            if ended is not None and meets is not None:
                self.clauses.add(-meets, -ended, broken)
        self.clauses.add(started[len(busy) - count])

    def _tables(self, slot: int, tables: int, *, doubly: bool) -> None:
        """Bound the meetings in a slot by who is busy, each meeting keeping two so; and by who stands for whose.

        For the second sum each meeting is counted for one of its two, those with the most first, so that few literals
        are summed. The two refute different things: on most events both together are quicker than either.
        """
        here = {meeting for meeting, places in enumerate(self.at) if slot in places}
        if len(here) <= tables:
            return
        busy = [literal for of_one in self.busy if (literal := of_one[slot]) is not None]
        self.clauses.at_most(busy, 2 * tables)
        if doubly:
            self.clauses.at_most(self._standing_for(slot, here), tables)

    def _standing_for(self, slot: int, here: set[int]) -> list[int]:
        left, found = set(here), []
        while left:
            who = max(
                range(len(self.mine)),
                key=lambda one: (sum(meeting in left for meeting in self.mine[one]), len(self.mine[one])),
            )
            owned = [meeting for meeting in self.mine[who] if meeting in left]
            all_of_them = len(owned) == sum(meeting in here for meeting in self.mine[who])
            busy = self.busy[who][slot]
            if all_of_them and busy is not None:
                found.append(busy)
            else:
                found.append(self.clauses.either([self.at[meeting][slot] for meeting in owned]))
            left.difference_update(owned)
        return found

    def _precedences(self, problem: Classic) -> None:
        for before, after in problem.precedences:
            for slot, literal in self.at[before].items():
                for other, later in self.at[after].items():
                    if other <= slot:
                        self.clauses.add(-literal, -later)
