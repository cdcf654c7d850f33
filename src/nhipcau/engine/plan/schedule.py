"""The days of steps by phase come in; when each starts, and how long all takes, go out.

Phases follow one another; within a phase at most three steps stand side by side, for who works there has a factory to
run. How the steps of a phase are spread over three lines is worked out exactly up to ten steps; of more, the longest
comes first, on the line that is free first.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from nhipcau.facts.plan import Phase

LINES: Final = 3
_EXACTLY: Final = 10


def starts(steps: Sequence[tuple[Phase, int]]) -> tuple[tuple[int, ...], int]:
    """Return the day that each step starts, counted from 0, and the days that all take; 0 days where unknown."""
    begun = [0] * len(steps)
    now = 0
    for phase in Phase:
        mine = sorted((place for place, step in enumerate(steps) if step[0] is phase), key=lambda at: -steps[at][1])
        free = [now] * LINES
        for place, line in zip(mine, spread(tuple(steps[at][1] for at in mine)), strict=True):
            begun[place] = free[line]
            free[line] += steps[place][1]
        now = max(free)
    return tuple(begun), now


@functools.lru_cache(maxsize=65536)
def shortest(days: tuple[int, ...]) -> int:
    """Return the fewest days that steps, the longest first, take on three lines."""
    return days[0] if 0 < len(days) <= LINES else max(_loads(days, spread(days)))


@functools.lru_cache(maxsize=4096)
def spread(days: tuple[int, ...]) -> tuple[int, ...]:
    """Return the line of each step, the longest first, so that the longest line is as short as can be."""
    lines: list[int] = []
    for count in range(len(days)):
        loads = _loads(days[:count], lines)
        lines.append(loads.index(min(loads)))
    longest = max(_loads(days, lines))
    least = max(max(days, default=0), -(-sum(days) // LINES)) if len(days) <= _EXACTLY else longest
    while longest > least and (better := _within(days, longest - 1, [0] * LINES, ())) is not None:
        lines, longest = list(better), max(_loads(days, better))
    return tuple(lines)


def _loads(days: Sequence[int], lines: Sequence[int]) -> list[int]:
    loads = [0] * LINES
    for one, line in zip(days, lines, strict=True):
        loads[line] += one
    return loads


def _within(days: Sequence[int], most: int, loads: list[int], lines: tuple[int, ...]) -> tuple[int, ...] | None:
    """Return lines none of which is longer than ``most``, or nothing where there are none."""
    if len(lines) == len(days):
        return lines
    one = days[len(lines)]
    # Lines of one length are the same line: one of them is tried.
    for line in {load: line for line, load in enumerate(loads)}.values():
        if loads[line] + one <= most:
            more = [load + one if at == line else load for at, load in enumerate(loads)]
            found = _within(days, most, more, (*lines, line))
            if found is not None:
                return found
    return None
