"""A classic problem that cannot be met comes in; a set of its requirements goes out that cannot be met together.

The set is minimal: without any one of them the others can be met (as far as the time allowed to tell). Method: one
selector a requirement, the solver's own core of a question that has no answer, then deletion one by one (Marques-Silva,
"Minimal Unsatisfiability", ISMVL 2010).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pysat.solvers import Solver

from nhipcau.engine.meet.classic.encoding import Encoding
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Classic

Requirement = tuple[str, int, int]
_SOLVER = "cadical153"
_BUDGET = 20_000
"""Conflicts for one question: one that stays open leaves its requirement in the set."""


def conflict_of(problem: Classic, search: Search, fairness: int | None) -> tuple[Requirement, ...]:
    """Return a minimal set of requirements that cannot be met together, in the order of the problem.

    ("session", meeting, 1 | 2), ("forbidden", participant, slot), ("fixed", meeting, slot), ("precedence", meeting,
    meeting), ("tables", number, 0), ("fairness", d, 0). That a participant meets one at a time is never given up: one
    with more meetings than there are slots is ("participant", participant, meetings), alone; where there are too few
    slots for several together, ("slots", slots, 0), alone. Empty where the time was over before any was known.
    """
    met = Counter(who for one, other, _ in problem.meetings for who in (one, other))
    busiest, count = max(met.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if count > problem.slots:
        return (("participant", busiest, count),)
    found = _minimal(_Selected(problem, None), search)
    if found or fairness is None:
        return found
    return _minimal(_Selected(problem, fairness), search)


class _Selected:
    """The clauses of a problem whose every requirement holds only while its selector is assumed."""

    def __init__(self, problem: Classic, fairness: int | None) -> None:
        alone = Classic(
            participants=problem.participants,
            slots=problem.slots,
            morning=problem.morning,
            tables=len(problem.meetings),
            meetings=problem.meetings,
        )
        everywhere = [range(problem.slots)] * len(problem.meetings)
        self._encoding = Encoding(alone, everywhere, counted=fairness is not None)
        self._problem = problem
        self.slots = problem.slots
        self.selectors: dict[Requirement, int] = {}
        self._sessions()
        self._times()
        self._tables()
        if fairness is not None:
            self._fairness(fairness)

    @property
    def clauses(self) -> list[list[int]]:
        """Return all of them."""
        return self._encoding.clauses.all

    def _selector(self, requirement: Requirement) -> int:
        return self.selectors.setdefault(requirement, self._encoding.clauses.new())

    def _closed(self, selector: int, meeting: int, slots: Sequence[int]) -> None:
        for slot in slots:
            self._encoding.clauses.add(-selector, -self._encoding.at[meeting][slot])

    def _sessions(self) -> None:
        for meeting, (_, _, session) in enumerate(self._problem.meetings):
            if session == 3:
                continue
            closed = range(self._problem.morning) if session == 2 else range(self._problem.morning, self._problem.slots)
            self._closed(self._selector(("session", meeting, session)), meeting, closed)

    def _times(self) -> None:
        for who, slots in enumerate(self._problem.forbidden):
            for slot in sorted(slots):
                selector = self._selector(("forbidden", who, slot))
                for meeting in self._encoding.mine[who]:
                    self._closed(selector, meeting, (slot,))
        for meeting, slot in self._problem.fixed:
            selector = self._selector(("fixed", meeting, slot))
            self._encoding.clauses.add(-selector, self._encoding.at[meeting][slot])
        for before, after in self._problem.precedences:
            selector = self._selector(("precedence", before, after))
            for slot, literal in self._encoding.at[before].items():
                for other in range(slot + 1):
                    self._encoding.clauses.add(-selector, -literal, -self._encoding.at[after][other])

    def _tables(self) -> None:
        selector = self._selector(("tables", self._problem.tables, 0))
        for slot in range(self._problem.slots):
            here = [places[slot] for places in self._encoding.at]
            self._encoding.clauses.at_most(here, self._problem.tables, unless=-selector)

    def _fairness(self, fairness: int) -> None:
        """Bound all breaks by that of the participant with the fewest, whatever it is."""
        selector = self._selector(("fairness", fairness, 0))
        counted = self._encoding.breaks
        deepest = max(map(len, counted), default=0)
        for many in range(fairness + 1, deepest + 1):
            # Whoever has that many breaks leaves nobody with fewer than that less the fairness.
            least = many - fairness
            for of_one in counted:
                if len(of_one) < many:
                    continue
                for of_other in counted:
                    reached = of_other[least - 1] if len(of_other) >= least else None
                    self._encoding.clauses.add(-selector, -of_one[many - 1], reached)


def _minimal(selected: _Selected, search: Search) -> tuple[Requirement, ...]:
    with Solver(_SOLVER, bootstrap_with=selected.clauses) as solver:
        if _core(solver, [], search) is not None:
            return (("slots", selected.slots, 0),)
        core = _core(solver, list(selected.selectors.values()), search)
        if core is None:
            return ()
        needed: list[int] = []
        while core:
            last = core.pop()
            smaller = _core(solver, [*core, *needed], search)
            if smaller is None:
                needed.append(last)
            else:
                core = [one for one in smaller if one not in needed]
    kept = set(needed)
    return tuple(requirement for requirement, selector in selected.selectors.items() if selector in kept)


def _core(solver: Solver, assumed: list[int], search: Search) -> list[int] | None:
    """Return some of the assumptions that cannot hold together, ``None`` where all can or nothing is known in time."""
    if search.over():
        return None
    solver.conf_budget(_BUDGET)
    if solver.solve_limited(assumptions=assumed) is not False:
        return None
    return sorted(solver.get_core() or [])
