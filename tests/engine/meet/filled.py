"""A problem comes in; a timetable goes out in which whatever fits lies where it fits first."""

from __future__ import annotations

from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.facts.scheduling import Placed, Problem


def filled(problem: Problem) -> tuple[Placed, ...]:
    laid = Laid(problem, problem.locked)
    for wanted in range(len(problem.wanted)):
        if wanted not in laid.placed and laid.has_left(wanted):
            _lay(laid, wanted)
    return tuple(laid.placed.values())


def _lay(laid: Laid, wanted: int) -> None:
    for one, other in laid.pairs(wanted):
        for slot in numbers_of(laid.free(one, other)):
            for place in laid.places(wanted, slot, one, other):
                laid.put(place)
                return
