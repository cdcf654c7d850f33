"""A classic problem comes in; a timetable with the fewest breaks goes out, proven, or that there is none and why.

Method: satisfiability, asked incrementally (PySAT, CaDiCaL 1.5.3). The least number of breaks is sought from below -
steps that cannot be met are refuted quickly, so that the first that can be met is the optimum - while every so often
what is left between the proven bound and the best so far is halved from above, so that there is something to show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from pysat.card import ITotalizer
from pysat.solvers import Solver

from nhipcau.engine.meet.classic.conflict import conflict_of
from nhipcau.engine.meet.classic.domains import open_slots, propagated
from nhipcau.engine.meet.classic.encoding import Encoding
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Classic, ClassicResult, Status

_SOLVER = "cadical153"
_SLICE = 5_000
"""Conflicts between two looks at the clock: about half a second."""
_PATIENCE = 100_000_000
"""Propagations, about fifteen seconds, that one solver spends on a question before the other has its turn; doubled each
round. Conflicts would be another measure at every event: the larger it is, the longer each takes."""
_GLANCE = 5_000_000
"""Propagations for a question from above, which is there only to have something better to show."""
_SUMMED = 16
"""Up to how many breaks are counted at first."""


def _nobody(best: int | None, bound: int) -> None:
    del best, bound


Told = Callable[[int | None, int], None]


def solve(problem: Classic, search: Search, *, fairness: int | None = 2, tell: Told = _nobody) -> ClassicResult:
    """Return the timetable with the fewest breaks; no two participants' breaks differ by more than ``fairness``.

    ``tell`` is handed the best so far and the proven bound whenever one of them moves.
    """
    domains = propagated(problem, open_slots(problem))
    if domains is None:
        return _infeasible(problem, search, fairness)
    known = _Known(tell)
    for base in _bases(problem, fairness):
        # Who has the fewest has at least ``base``: then all have, and no such timetable beats what is known.
        floor = base * problem.participants
        if known.best is not None and floor >= known.best:
            break
        most = None if fairness is None else base + fairness
        encode = partial(Encoding, problem, domains, least=base, most=most)
        if not _Steps(encode, search, known, floor).done():
            return _result(known, Status.UNKNOWN if known.best is None else Status.FEASIBLE, search)
    if known.best is None:
        return _infeasible(problem, search, fairness)
    return _result(replace(known, bound=known.best), Status.OPTIMAL, search)


def _bases(problem: Classic, fairness: int | None) -> Iterator[int]:
    """Yield what the fewest breaks of any participant may be; who has one meeting or none has no break."""
    met = [0] * problem.participants
    for one, other, _ in problem.meetings:
        met[one] += 1
        met[other] += 1
    ceiling = min((max(0, min(count - 1, problem.slots - count)) for count in met), default=0)
    yield from range(1 if fairness is None else ceiling + 1)


@dataclass
class _Known:
    """The best timetable so far, its breaks, and the number of breaks below which there is proven to be none."""

    tell: Told
    best: int | None = None
    bound: int = 0
    meetings: tuple[int, ...] = field(default=())

    def better(self, breaks: int, meetings: tuple[int, ...]) -> None:
        """Note a timetable, if it is better than what is known."""
        if self.best is None or breaks < self.best:
            self.best, self.meetings = breaks, meetings
            self.tell(self.best, self.bound)


class _Asked:
    """One solver that holds one encoding and the sum of its breaks, asked for ever fewer or more of them."""

    def __init__(self, encoding: Encoding, search: Search, known: _Known) -> None:
        self._encoding, self._search, self._known = encoding, search, known
        literals = encoding.break_literals
        self.most = len(literals)
        self._summed = min(self.most, _SUMMED)
        self._sum = ITotalizer(literals, ubound=self._summed, top_id=encoding.clauses.top)
        self._solver = Solver(_SOLVER, bootstrap_with=[*encoding.clauses.all, *self._sum.cnf.clauses])

    def close(self) -> None:
        """Give the memory of both back."""
        self._solver.delete()
        self._sum.delete()

    def at_most(self, breaks: int, patience: int | None) -> bool | None:
        """Tell whether there is a timetable with so few breaks; ``None`` where patience or time was over."""
        if breaks >= self.most:
            return self.any(patience)
        if breaks >= self._summed:
            self._summed = min(self.most, max(breaks + 1, 2 * self._summed))
            self._sum.increase(ubound=self._summed, top_id=self._sum.top_id)
            for clause in self._sum.cnf.clauses[-self._sum.nof_new :]:
                self._solver.add_clause(clause)
        return self.any(patience, -self._sum.rhs[breaks])

    def any(self, patience: int | None, *assumed: int) -> bool | None:
        """Tell whether there is a timetable; asked in slices, so that the search can be stopped."""
        before = self._propagations()
        while patience is None or self._propagations() - before < patience:
            self._solver.conf_budget(_SLICE)
            answer: bool | None = self._solver.solve_limited(assumptions=assumed)
            if answer:
                self._known.better(*self._encoding.counted(self._solver.get_model()))
            if answer is not None:
                return answer
            if self._search.over():
                return None
        return None

    def _propagations(self) -> int:
        return int(self._solver.accum_stats()["propagations"])


class _Steps:
    """The questions put about one bound on everybody's breaks, until nothing better is left or the time is over.

    Some events are hard for one way to bound the tables and easy for the other, and which is not known beforehand: the
    second is set to work where the first lost patience, and from then on they take turns.
    """

    def __init__(self, encode: Callable[..., Encoding], search: Search, known: _Known, floor: int) -> None:
        self._encode, self._search, self._known = encode, search, known
        self._floor = floor
        self._asked = [_Asked(encode(doubly=True), search, known)]

    def done(self) -> bool:
        """Ask until there is no timetable better than the best known; ``False`` where the time was over."""
        try:
            return self._closed()
        finally:
            for one in self._asked:
                one.close()

    def _closed(self) -> bool:
        """Close the gap between what is proven and what is known, by turns from below and from above."""
        low, patience, turn = self._floor, _PATIENCE, 0
        while low < self._best():
            asked = self._asked[turn % len(self._asked)]
            from_below = asked.at_most(low, patience)
            if from_below is False:
                # From the first step that is refuted on there shall be something to show, if there is anything.
                if low == self._floor and not asked.any(None):
                    return not self._search.over()
                low += 1
                self._proven(low)
            elif from_below is None:
                if self._search.over():
                    return False
                turn += 1
                if len(self._asked) == 1:
                    self._asked.append(_Asked(self._encode(doubly=False), self._search, self._known))
                elif turn % 2 == 0:
                    self._from_above(asked, low, _GLANCE)
                    patience *= 2
        return True

    def _from_above(self, asked: _Asked, low: int, patience: int) -> None:
        """Halve the way from the best known down to the bound as often as that succeeds within the patience."""
        while low + 1 < self._best():
            if not asked.at_most((low + self._best()) // 2, patience):
                return

    def _best(self) -> int:
        """Return the breaks of the best timetable known; where there is none, more than any has."""
        return self._known.best if self._known.best is not None else self._asked[0].most + 1

    def _proven(self, low: int) -> None:
        if self._floor == 0 and low > self._known.bound:
            self._known.bound = low
            self._known.tell(self._known.best, low)


def _infeasible(problem: Classic, search: Search, fairness: int | None) -> ClassicResult:
    conflict = conflict_of(problem, search, fairness)
    return ClassicResult(status=Status.INFEASIBLE, objective=None, bound=0, seconds=search.elapsed(), conflict=conflict)


def _result(known: _Known, status: Status, search: Search) -> ClassicResult:
    return ClassicResult(
        status=status, objective=known.best, bound=known.bound, seconds=search.elapsed(), meetings=known.meetings
    )
