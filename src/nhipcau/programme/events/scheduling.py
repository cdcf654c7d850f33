"""A problem comes in; a timetable that the checker lets pass goes out, with the limits of what is not in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.conflict import conflict_of
from nhipcau.engine.meet.limits import limits_of
from nhipcau.engine.meet.real.bounds import Bounds, bounds_of
from nhipcau.engine.meet.real.solve import solve
from nhipcau.engine.meet.repair import repair
from nhipcau.engine.meet.search import Search
from nhipcau.facts.errors import Conflict
from nhipcau.facts.scheduling import Aim, Level, Placed, Problem, Schedule, Status

_BOUNDS = 0.25
"""The part of the time that the bounds of an extended timetable may take."""


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


def extended(problem: Problem, search: Search) -> Schedule:
    """Return ``problem.keep``, repaired where it cannot stay, with those who wait laid beside it: nobody else is moved.

    The bounds are those of the whole problem, so that it is seen what moving others could gain. ``problem`` has no
    fairness: what people were told is not taken apart for it.
    """
    base = repair(problem, search)
    if base.status is Status.INFEASIBLE:
        return _said(problem, base, search)
    bounds = bounds_of(problem, search.left() * _BOUNDS)
    fixed = replace(problem, locked=base.placed)

    def bounded(found: Schedule) -> Schedule:
        return _bounded(problem, found, bounds)

    told = replace(search, tell=_checked_first(problem, lambda better: search.tell(bounded(better))))
    return _said(problem, bounded(solve(fixed, told)), search)


def explained(problem: Problem, found: Schedule) -> Schedule:
    """Return a timetable that was told on the way, with the limits of what is not in it."""
    return replace(found, not_placed=limits_of(problem, found.placed))


def _bounded(problem: Problem, found: Schedule, bounds: Bounds) -> Schedule:
    least = {Level.MUSTS: bounds.musts, Level.MINIMUMS: bounds.minimums, Level.WANTS: bounds.wants}
    values = zip(Level, aims(problem, found.placed), strict=True)
    worth = tuple(Aim(level=level, value=value, bound=min(value, least.get(level, 0))) for level, value in values)
    proven = all(aim.value == aim.bound for aim in worth)
    return replace(found, aims=worth, status=Status.OPTIMAL if proven else Status.FEASIBLE)


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
