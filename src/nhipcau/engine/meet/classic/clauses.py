"""Clauses are gathered and variables given out: what every encoding of a timetable writes into."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from pysat.card import CardEnc, EncType


class Clauses:
    """A formula in the making; variables count from 1, a literal is a variable or its negative."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.top = 0
        self.all: list[list[int]] = []

    def new(self) -> int:
        """Return a fresh variable."""
        self.top += 1
        return self.top

    def add(self, *literals: int | None) -> None:
        """Add one clause; ``None`` stands for what is never true and is left out."""
        self.all.append([literal for literal in literals if literal is not None])

    def none_together(self, literals: Sequence[int]) -> None:
        """Say that at most one of a few literals holds."""
        self.all.extend([-one, -other] for one, other in combinations(literals, 2))

    def either(self, literals: Sequence[int]) -> int:
        """Return a variable that holds exactly when one of these does."""
        means = self.new()
        self.all.append([-means, *literals])
        self.all.extend([means, -literal] for literal in literals)
        return means

    def at_most(self, literals: Sequence[int], bound: int, unless: int | None = None) -> None:
        """Say that at most ``bound`` of the literals hold, by a totalizer (Bailleux, Boufkhad, CP 2003).

        Where ``unless`` holds, nothing is said.
        """
        if bound >= len(literals):
            return
        formula = CardEnc.atmost(list(literals), bound, top_id=self.top, encoding=EncType.totalizer)
        if unless is not None:
            formula.clauses = [[*clause, unless] for clause in formula.clauses]
        self._take(formula)

    def exactly(self, literals: Sequence[int], number: int) -> None:
        """Say that exactly so many of the literals hold."""
        if number > len(literals):
            self.add()
        elif number == len(literals):
            self.all.extend([literal] for literal in literals)
        elif number > 1:
            self._take(CardEnc.equals(list(literals), number, top_id=self.top, encoding=EncType.totalizer))

    def _take(self, formula: CardEnc) -> None:
        self.top = max(self.top, formula.nv)
        self.all.extend(formula.clauses)
