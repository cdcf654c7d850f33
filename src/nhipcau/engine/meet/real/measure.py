"""A timetable comes in; what it is worth at every level goes out, counted apart from the checker."""

from __future__ import annotations

from collections.abc import Sequence

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
