"""What is released and how things stand come in; a repaired timetable goes out, with what changed by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nhipcau.engine.meet.locks import conflict_of_locks
from nhipcau.engine.meet.search import Search
from nhipcau.facts.meeting import Meeting
from nhipcau.facts.scheduling import Problem, Schedule
from nhipcau.programme.events.changing import changes_of
from nhipcau.programme.events.pages import MeetingChange
from nhipcau.programme.events.problem import EventProblem, Gathered, problem_of
from nhipcau.programme.ports import Clock

SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A repair that is not kept yet."""

    known: EventProblem
    found: Schedule
    changes: tuple[MeetingChange, ...]


def mended(gathered: Gathered, meetings: Sequence[Meeting], clock: Clock) -> Mended:
    """Repair a timetable: what nothing touches lies where it lay, freed slots go to who waits.

    What is past stays. A lock on a meeting that cannot be held gives way: it cannot be kept.
    """
    from nhipcau.programme.events.scheduling import repaired  # noqa: PLC0415 -- OR-Tools takes a second to load

    began = clock.now()
    known = problem_of(gathered, now=began, base=meetings, fair=False)
    known = replace(known, problem=_with_possible_locks(known.problem))

    def elapsed() -> float:
        return (clock.now() - began).total_seconds()

    found = repaired(known.problem, Search(elapsed=elapsed, seconds=SECONDS))
    lying = known.meetings(found.placed, "", lambda: "")
    return Mended(known=known, found=found, changes=changes_of(meetings, lying, known.names))


def _with_possible_locks(problem: Problem) -> Problem:
    """Return a problem without the locks that cannot be kept; what is past stays."""
    while conflict := conflict_of_locks(problem):
        named = {number for code, number, _slot in conflict if code == "locked"}
        held = tuple(one for one in problem.locked if one.wanted not in named or one.slot in problem.closed)
        if len(held) == len(problem.locked):
            return problem
        problem = replace(problem, locked=held)
    return problem
