"""The real problem comes in; timetables that keep every rule, each better than the last, with bounds, go out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.engine.meet.laid import Laid
from nhipcau.engine.meet.locks import conflict_of_locks
from nhipcau.engine.meet.making_room import MakingRoom
from nhipcau.engine.meet.real.bounds import Bounds, bounds_of
from nhipcau.engine.meet.real.improving import Improving
from nhipcau.engine.meet.real.measure import lost, measured_as_laid
from nhipcau.engine.meet.real.proving import proven
from nhipcau.engine.meet.real.seating import seat
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Aim, Level, Placed, Problem, Schedule, Status

_DEPTH = 2
_TRIALS = 2_000
"""How often something is sent on in each pass over what does not lie; ``_MANY`` where that is one alone."""
_MANY = 1_000_000
_BOUNDS = 0.25
"""The part of the time that each of the bounds may take at most."""
_PROOF = 0.5
"""The part of the time left after that in which a Boolean model may look for better ones, at a small event."""
_SWAPS = 3
"""In every so manyth round that brings nothing meetings change places, which takes longer."""
_PARTS = 200
"""So many parts of the timetable are laid anew between two rounds."""
_STILL = 30
"""After so many rounds that brought nothing the search ends: it would only go on in circles."""


def solve(problem: Problem, search: Search, *, start: tuple[Placed, ...] = ()) -> Schedule:
    """Return the best timetable found in the time, in the fixed order of the levels; every better one is told.

    ``start`` is one to begin from. Meetings are laid musts first, then by weight, each where it leaves the fewest
    breaks; what finds no place is laid by sending others on (ejection chains); a descent shortens the breaks, and who
    sits stays seated where that can be. The bounds of musts and wants are those of a linear relaxation; breaks and
    what follows have none but 0. OPTIMAL is said where every level is at its bound, INFEASIBLE where locked meetings
    break a rule, with which. ``not_placed`` is empty (see ``limits_of``).
    """
    conflict = conflict_of_locks(problem)
    if conflict:
        return Schedule(status=Status.INFEASIBLE, conflict=conflict, seconds=search.elapsed())
    solving = _Solving(problem, search, start)
    solving.lay_all(0)
    solving.tell()
    solving.bounds = bounds_of(problem, search.left() * _BOUNDS)
    solving.tell()
    for depth in range(1, _DEPTH + 1):
        solving.lay_all(depth)
        solving.tell()
    solving.exchange()
    solving.tell()
    solving.prove()
    solving.tell()
    solving.improve()
    return solving.best or solving.schedule()


class _Solving:
    """One search: the timetable under way, the bounds once they are known, and the best that was told."""

    def __init__(self, problem: Problem, search: Search, start: tuple[Placed, ...]) -> None:
        self.problem = problem
        self.search = search
        self.laid = Laid(problem, problem.locked)
        fixed = {one.wanted for one in problem.locked}
        for one in start:
            if one.wanted not in fixed:
                self.laid.put(one)
        self.room = MakingRoom(self.laid, fixed=fixed, moves=len(problem.wanted), trials=_TRIALS, over=search.over)
        self.bounds = Bounds()
        self.beyond: dict[Level, int] = {}
        self.best: Schedule | None = None

    def lay_all(self, depth: int) -> None:
        """Lay what does not lie: musts first, then by weight."""
        self.room.trials = _TRIALS if depth > 1 else _MANY
        for wanted in sorted(range(len(self.problem.wanted)), key=self._rank):
            if self.search.over():
                return
            if wanted not in self.laid.placed:
                self.room.lay(wanted, depth)

    def _rank(self, wanted: int) -> tuple[bool, int, int]:
        asked = self.problem.wanted[wanted]
        return not asked.must, -asked.weight, wanted

    def exchange(self) -> None:
        """Lay what counts for more in the place of what counts for less, and that elsewhere if there is a place."""
        self.room.trials = _TRIALS
        for wanted in sorted(range(len(self.problem.wanted)), key=self._rank):
            if self.search.over():
                return
            if wanted not in self.laid.placed:
                self.room.exchange(wanted, _DEPTH, self._counts_for_more)

    def _counts_for_more(self, wanted: int, left: list[int]) -> bool:
        return lost(self.laid, left, [wanted]) < (0, 0, 0)

    def prove(self) -> None:
        """Take what a Boolean model finds better or proves, at an event that is small enough for it."""
        search = replace(self.search, seconds=self.search.elapsed() + self.search.left() * _PROOF)
        found = proven(self.problem, search, tuple(self.laid.placed.values()), self._bounds())
        self.beyond = found.bounds
        for wanted in set(self.laid.placed) - self.room.fixed:
            self.laid.take(wanted)
        for one in found.placed:
            if one.wanted not in self.room.fixed:
                self.laid.put(one)

    def _bounds(self) -> dict[Level, int]:
        least = self.bounds
        return {Level.MUSTS: least.musts, Level.MINIMUMS: least.minimums, Level.WANTS: least.wants, **self.beyond}

    def improve(self) -> None:
        """Lay parts anew and shorten breaks until nothing more is found for long."""
        improving = Improving(self.laid, self.room, self.search.over, self.search.seed)
        still = 0
        while not self.search.over() and still < _STILL:
            improving.round(swaps=still % _SWAPS == _SWAPS - 1)
            improving.lay_anew(_PARTS)
            still = 0 if self.tell() else still + 1

    def schedule(self) -> Schedule:
        """Return the timetable as it lies."""
        values = measured_as_laid(self.laid)
        bounds = self._bounds()
        aims = tuple(
            Aim(level=level, value=value, bound=min(value, bounds.get(level, 0)))
            for level, value in zip(Level, values, strict=True)
        )
        proven = all(aim.value == aim.bound for aim in aims)
        return Schedule(
            status=Status.OPTIMAL if proven else Status.FEASIBLE,
            placed=tuple(sorted(self.laid.placed.values(), key=lambda one: one.wanted)),
            aims=aims,
            seconds=self.search.elapsed(),
        )

    def tell(self) -> bool:
        """Seat everybody, and tell of the timetable where it is better than the best, or the bounds are."""
        seat(self.laid, self.room.fixed)
        now = self.schedule()
        if self.best is None or _worth(now) < _worth(self.best):
            self.best = now
            self.search.tell(now)
            return True
        return False


def _worth(schedule: Schedule) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(aim.value for aim in schedule.aims), tuple(-aim.bound for aim in schedule.aims)
