"""A problem comes in; a timetable that the checker lets pass goes out, with the limits of what is not in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nhipcau.engine.meet.check import check
from nhipcau.engine.meet.conflict import conflict_of
from nhipcau.engine.meet.limits import limits_of
from nhipcau.engine.meet.real.solve import solve
from nhipcau.engine.meet.repair import repair
from nhipcau.engine.meet.search import Search
from nhipcau.facts.errors import Conflict
from nhipcau.facts.scheduling import Placed, Problem, Schedule, Status


def schedule(problem: Problem, search: Search, *, start: tuple[Placed, ...] = ()) -> Schedule:
    """Return the best timetable found in the time; each that is told on the way has passed the checker too.

    INFEASIBLE comes with requirements that cannot be met together. One that breaks a rule is a mistake of ours and is
    shown to nobody: ``Conflict("error.timetable-broken", rule)``.
    """
    told = replace(search, tell=_checked_first(problem, search.tell))
    return _said(problem, solve(problem, told, start=start), search)


def repaired(problem: Problem, search: Search) -> Schedule:
    """Return ``problem.keep`` with as little changed as can be, as the checker lets it pass."""
    return _said(problem, repair(problem, search), search)


def _checked_first(problem: Problem, tell: Callable[[Schedule], None]) -> Callable[[Schedule], None]:
    def told(better: Schedule) -> None:
        if not check(problem, better.placed):
            tell(better)

    return told


def _said(problem: Problem, found: Schedule, search: Search) -> Schedule:
    if found.status is Status.INFEASIBLE:
        return replace(found, conflict=found.conflict or conflict_of(problem, search))
    broken = check(problem, found.placed)
    if broken:
        raise Conflict("error.timetable-broken", rule=broken[0].code)
    return replace(found, not_placed=limits_of(problem, found.placed))
