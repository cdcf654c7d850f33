"""Candidates that each cover some bits come in; the best set of them that covers all goes out.

Branch and bound: the highest bit that is not covered yet is covered by each candidate in turn; a branch is left when
even the least that the rest can cost or take is no better than the best set found. The least is exact for unknown
values and for costs (worked out for every set of bits at once) and a lower bound for days. A search that does not end
in ``_MOST_BRANCHES`` keeps the best that it found and says that it is not proven.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from nhipcau.engine.plan.schedule import LINES, shortest
from nhipcau.facts.plan import Phase, Variant

MOST_BITS: Final = 16
_MOST_BRANCHES: Final = 1_200
_DEAREST: Final = 1 << 40
_UNPRICED: Final = 1 << 48

Worth: TypeAlias = tuple[int, int, int, int]
"""Cheapest: steps without a price, cents, steps without days, days; fastest: the last two first. Less is better."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What covers bits; days and cents are ``None`` where unknown."""

    id: str
    bits: int
    phase: Phase
    days: int | None
    cents: int | None


@dataclass(frozen=True, slots=True)
class Cover:
    """The candidates chosen, by id; ``exact`` where no other set is better."""

    ids: tuple[str, ...]
    exact: bool = True


def cover(candidates: Iterable[Candidate], wanted: int, variant: Variant) -> Cover:
    """Return the best set that covers every wanted bit (each is in some candidate); equal ones by order of ids."""
    useful = _undominated([one for one in sorted(candidates, key=lambda one: one.id) if one.bits & wanted], wanted)
    sums = _Sums(useful, wanted)
    search = _Search(sums, variant, None)
    search.branch(wanted, ())
    exact = search.branches <= _MOST_BRANCHES
    if variant is Variant.FASTEST and search.least is not None:
        # As quick as that: now the least that it can cost, which a search that looks at costs first finds sooner.
        cheaper = _Search(sums, Variant.CHEAPEST, search.least[:2])
        cheaper.branch(wanted, ())
        exact = exact and cheaper.branches <= _MOST_BRANCHES
        search = cheaper if cheaper.least is not None else search
    chosen = _without_spare(search.best, wanted)
    return Cover(tuple(one.id for one in chosen), exact=exact)


def worth(chosen: Sequence[Candidate], variant: Variant) -> Worth:
    """Return what a set is worth; sets are compared by it."""
    unpriced, cents = divmod(sum(map(_priced, chosen)), _UNPRICED)
    undated = sum(one.days is None for one in chosen)
    days = sum(_by_phase(chosen).values())
    return (unpriced, cents, undated, days) if variant is Variant.CHEAPEST else (undated, days, unpriced, cents)


def _priced(one: Candidate) -> int:
    """Return the cents, one without a price above any sum of prices."""
    return _UNPRICED if one.cents is None else min(one.cents, _DEAREST)


def _by_phase(chosen: Iterable[Candidate]) -> dict[Phase, int]:
    days: dict[Phase, list[int]] = defaultdict(list)
    for one in chosen:
        days[one.phase].append(one.days or 0)
    return {phase: shortest(tuple(sorted(some, reverse=True))) for phase, some in days.items()}


def _undominated(candidates: Sequence[Candidate], wanted: int) -> list[Candidate]:
    """Leave out a candidate where another one of its phase covers as much and neither costs nor takes more."""
    return [
        one for one in candidates if not any(_dominates(other, one, wanted) for other in candidates if other is not one)
    ]


def _dominates(other: Candidate, one: Candidate, wanted: int) -> bool:
    if other.phase is not one.phase or one.bits & wanted & ~other.bits:
        return False
    least, most = _values(other), _values(one)
    no_worse = all(a <= b for a, b in zip(least, most, strict=True))
    same = least == most and other.bits & wanted == one.bits & wanted
    return no_worse and (not same or other.id < one.id)


def _values(one: Candidate) -> Worth:
    return (one.cents is None, one.cents or 0, one.days is None, one.days or 0)


def _without_spare(chosen: Sequence[Candidate], wanted: int) -> list[Candidate]:
    """Leave out what the others cover without it; the last in order goes first."""
    kept = sorted(chosen, key=lambda one: one.id)
    for one in reversed(tuple(kept)):
        rest = 0
        for other in kept:
            rest |= other.bits if other is not one else 0
        if wanted & ~rest == 0:
            kept.remove(one)
    return kept


class _Sums:
    """For every set of bits, the least sum of each value that covers it."""

    def __init__(self, candidates: Sequence[Candidate], wanted: int) -> None:
        self.candidates = candidates
        self.bits = [bit for bit in range(wanted.bit_length()) if wanted >> bit & 1]
        self.by_bit = {bit: [one for one in candidates if one.bits >> bit & 1] for bit in self.bits}
        self.alone = {bit: found for bit in self.bits if (found := self._longest_alone(bit)) is not None}
        dense = [self.dense(one.bits) for one in candidates]
        self.cost = self._least(dense, [_priced(one) for one in candidates])
        self.undated = self._least(dense, [int(one.days is None) for one in candidates])
        self.days = self._least(dense, [one.days or 0 for one in candidates])

    def dense(self, mask: int) -> int:
        """Return a set of bits as the place in the tables."""
        return sum(1 << place for place, bit in enumerate(self.bits) if mask >> bit & 1)

    def _longest_alone(self, bit: int) -> tuple[Phase, int] | None:
        """Return the phase and the fewest days that a bit needs whatever is chosen, where only one phase covers it."""
        phases = {one.phase for one in self.by_bit[bit]}
        return (phases.pop(), min(one.days or 0 for one in self.by_bit[bit])) if len(phases) == 1 else None

    def _least(self, dense: Sequence[int], values: Sequence[int]) -> list[int]:
        least = np.zeros(1 << len(self.bits), dtype=np.int64)
        for bit in range(len(self.bits)):
            half = 1 << bit
            sets = np.arange(half, 2 * half)
            best = np.full(half, np.iinfo(np.int64).max // 2, dtype=np.int64)
            for bits, value in zip(dense, values, strict=True):
                if bits & half:
                    np.minimum(best, least[sets & ~bits] + value, out=best)
            least[half : 2 * half] = best
        sums: list[int] = least.tolist()
        return sums


class _Search:
    """One search; ``best`` is the best set found so far, and ``least`` what it is worth.

    The fastest looks at days alone. With a ceiling, a set may not have more steps without days, nor take more days.
    """

    def __init__(self, sums: _Sums, variant: Variant, ceiling: tuple[int, ...] | None) -> None:
        self.best: tuple[Candidate, ...] = tuple(sums.candidates)
        self.least: tuple[int, ...] | None = None
        self.branches = 0
        self._sums = sums
        self._variant = variant
        self._ceiling = ceiling

    def branch(self, missing: int, chosen: tuple[Candidate, ...]) -> None:
        """Cover what is missing in every way that may still be better, the most promising first."""
        self.branches += 1
        if not missing:
            found = self._bound(0, chosen)
            if self.least is None or found < self.least:
                self.least, self.best = found, chosen
            return
        ways = [(*chosen, one) for one in self._sums.by_bit[missing.bit_length() - 1]]
        bounds = [self._bound(missing & ~way[-1].bits, way) for way in ways]
        for bound, way in sorted(zip(bounds, ways, strict=True), key=lambda one: (one[0], one[1][-1].id)):
            if self.branches > _MOST_BRANCHES and (self.least is not None or self._ceiling is not None):
                return
            if self.least is not None and bound >= self.least:
                return
            if self._ceiling is None or bound[2:] <= self._ceiling:
                self.branch(missing & ~way[-1].bits, way)

    def _bound(self, rest: int, chosen: tuple[Candidate, ...]) -> tuple[int, ...]:
        """Return what no way to cover the rest can go below."""
        sums = self._sums
        at = sums.dense(rest)
        undated = sum(one.days is None for one in chosen) + sums.undated[at]
        total = sum(one.days or 0 for one in chosen) + sums.days[at]
        days = max(-(-total // LINES), self._phases(rest, chosen))
        if self._variant is Variant.FASTEST:
            return (undated, days)
        return (*divmod(sum(map(_priced, chosen)) + sums.cost[at], _UNPRICED), undated, days)

    def _phases(self, rest: int, chosen: tuple[Candidate, ...]) -> int:
        """Add up the least of each phase: what is chosen there, or what a bit of the rest needs that only it covers."""
        least = _by_phase(chosen)
        for bit, (phase, days) in self._sums.alone.items():
            if rest >> bit & 1:
                least[phase] = max(least.get(phase, 0), days)
        return sum(least.values())
