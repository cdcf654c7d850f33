"""A timetable comes in; what it is worth at every level goes out, counted apart from the checker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from nhipcau.engine.meet.laid import Laid
from nhipcau.facts.scheduling import Placed, Problem


def measured(problem: Problem, placed: Sequence[Placed]) -> tuple[int, ...]:
    """Return the value of each ``Level`` in their order, of a timetable that keeps every rule; less is better."""
    return measured_as_laid(Laid(problem, placed))


def measured_as_laid(laid: Laid) -> tuple[int, ...]:
    """Return the same of a timetable under way."""
    problem = laid.problem
    missing = [asked for number, asked in enumerate(problem.wanted) if number not in laid.placed]
    lies = {number: (one.slot, one.room) for number, one in laid.placed.items()}
    return (
        sum(asked.must for asked in missing),
        sum(max(0, party.least - held) for party, held in zip(problem.parties, laid.held, strict=True)),
        sum(asked.weight for asked in missing if not asked.must),
        sum(diary.breaks(laid.clock) for diary in laid.seats),
        sum(diary.breaks(laid.clock) for diary in laid.linguists),
        sum(laid.walks(diary) for diary in (*laid.seats, *laid.linguists)),
        sum(lies.get(one.wanted) != (one.slot, one.room) for one in problem.keep),
    )


def lost(laid: Laid, gone: Iterable[int], come: Iterable[int]) -> tuple[int, int, int]:
    """Return how many more musts, minimums and wants are lost since some meetings went and others came."""
    held: Counter[int] = Counter()
    musts = weight = 0
    for meetings, sign in ((gone, 1), (come, -1)):
        for asked in (laid.problem.wanted[number] for number in meetings):
            held[asked.one] += sign
            held[asked.other] += sign
            musts += sign * asked.must
            weight += sign * (0 if asked.must else asked.weight)
    lacks = 0
    for party, fewer in held.items():
        least, now = laid.problem.parties[party].least, laid.held[party]
        lacks += max(0, least - now) - max(0, least - now - fewer)
    return musts, lacks, weight
