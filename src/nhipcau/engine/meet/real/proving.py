"""A timetable with its aims comes in; a better one, or the proof that there is none, goes out, level by level.

The model is a relaxation (see ``relaxation``): what it proves holds for every timetable, and what it finds is taken
only where it can be laid under all the rules.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from ortools.sat.python import cp_model

from nhipcau.engine.meet.laid import Laid
from nhipcau.engine.meet.real.measure import measured_as_laid
from nhipcau.engine.meet.real.relaxation import Option, Relaxation, options_of
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Level, Placed, Problem

_MOST = 60_000
"""An event with more options than these is beyond proof in any time that somebody waits."""
_ASKED = 0.1
"""Seconds after which it is asked again whether the search is over."""
_EFFORT = 30.0
"""The deterministic time of one level, so that the result hangs on the clock only where the search has to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """``placed`` is the timetable, never worse than the one that came in; ``bounds`` what is proven of its levels."""

    placed: tuple[Placed, ...]
    bounds: dict[Level, int]


def proven(problem: Problem, search: Search, placed: tuple[Placed, ...], bounds: dict[Level, int]) -> Proven:
    """Return what can be proven beyond ``bounds`` in the time that is left; nothing for events that are too large.

    A bound of a level is proven only where the levels before it are at theirs; below one that is not, timetables are
    still made better. Walking and changes are left alone.
    """
    if search.over() or options_of(problem) > _MOST:
        return Proven(placed=placed, bounds=bounds)
    relaxation, bounds, sure = Relaxation(problem), dict(bounds), True
    for place, (level, lost) in enumerate(relaxation.lost.items()):
        worth = measured_as_laid(Laid(problem, placed))
        if worth[place] > bounds.get(level, 0):
            found, bound = _least(relaxation, search, level, placed)
            if sure:
                bounds[level] = max(bound, bounds.get(level, 0))
            if found and measured_as_laid(Laid(problem, found))[: place + 1] < worth[: place + 1]:
                placed, worth = found, measured_as_laid(Laid(problem, found))
        sure = sure and worth[place] <= bounds.get(level, 0)
        relaxation.model.add(lost <= worth[place])
    return Proven(placed=placed, bounds=bounds)


def _least(
    relaxation: Relaxation, search: Search, level: Level, placed: tuple[Placed, ...]
) -> tuple[tuple[Placed, ...], int]:
    """Return a timetable with the least loss at a level if one was found and can be laid, and the bound."""
    relaxation.hint(placed)
    relaxation.model.minimize(relaxation.lost[level])
    solver = cp_model.CpSolver()
    # Ctrl+C is for whoever called: the solver would end the whole program.
    solver.parameters.catch_sigint_signal = False
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = search.seed
    solver.parameters.max_deterministic_time = min(_EFFORT, search.left())
    solver.parameters.max_time_in_seconds = search.left()
    answers = []
    # The solver is asked to end from outside: what is asked may need this thread, and the solver's has no time for it.
    solving = threading.Thread(target=lambda: answers.append(solver.solve(relaxation.model)))
    solving.start()
    while solving.is_alive():
        solving.join(_ASKED)
        if search.over():
            solver.stop_search()
    if answers in ([cp_model.OPTIMAL], [cp_model.FEASIBLE]):
        laid = _laid(relaxation, list(relaxation.laid_by(solver.value)))
        return laid, round(solver.best_objective_bound)
    return (), 0


def _laid(relaxation: Relaxation, options: list[tuple[Option, tuple[int, ...]]]) -> tuple[Placed, ...]:
    """Lay a solution under all the rules; nothing where that cannot be."""
    laid = Laid(relaxation.problem, relaxation.problem.locked)
    for (number, slot, one, other), linguists in sorted(options, key=lambda found: found[0][1]):
        if number in laid.placed:
            continue
        for room in laid.rooms_for(number, slot, one, other):
            if all(laid.can_interpret(linguist, number, slot, room) for linguist in linguists):
                laid.put(Placed(wanted=number, slot=slot, room=room, one=one, other=other, linguists=linguists))
                break
        else:
            return ()
    return tuple(sorted(laid.placed.values(), key=lambda lies: lies.wanted)) if laid.is_fair() else ()
