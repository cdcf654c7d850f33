"""A timetable made without interpreters comes in; the meetings that can be held with those there are goes out.

What is done where interpreters are assigned by hand from an export. Here as well as can be: exactly, by CP-SAT.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ortools.sat.python import cp_model

from nhipcau.engine.meet.laid import Laid
from nhipcau.facts.scheduling import Placed, Problem


def as_if_all_understood(problem: Problem) -> Problem:
    """Return the event as if everybody shared a language."""
    spoken = frozenset({"all"})
    return replace(
        problem, seats=tuple(replace(seat, languages=seat.languages | spoken) for seat in problem.seats), linguists=()
    )


def afterwards(problem: Problem, placed: Sequence[Placed], seconds: float) -> tuple[Placed, ...]:
    """Return the meetings that can be held where they lie, with one interpreter where one is needed; most weight first.

    For slots that do not overlap and rooms without travel.
    """
    laid = Laid(problem)
    model = cp_model.CpModel()
    works: dict[tuple[int, int], Any] = {}
    held: dict[int, Any] = {}
    for one in placed:
        held[one.wanted] = model.new_bool_var("")
        languages = (problem.seats[one.one].languages, problem.seats[one.other].languages)
        if languages[0] & languages[1]:
            continue
        able = [
            n for n in laid.bridging(*languages, one.wanted) if laid.can_interpret(n, one.wanted, one.slot, one.room)
        ]
        for number in able:
            works[number, one.wanted] = model.new_bool_var("")
        model.add(sum(works[number, one.wanted] for number in able) >= held[one.wanted])
    _one_at_a_time(problem, placed, model, works)
    model.maximize(sum(problem.wanted[number].weight * held[number] for number in held))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    if solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return ()
    chosen: dict[int, list[int]] = defaultdict(list)
    for (number, wanted), variable in works.items():
        if solver.value(variable):
            chosen[wanted].append(number)
    return tuple(
        replace(one, linguists=tuple(chosen[one.wanted][:1])) for one in placed if solver.value(held[one.wanted])
    )


def _one_at_a_time(
    problem: Problem, placed: Sequence[Placed], model: cp_model.CpModel, works: dict[tuple[int, int], Any]
) -> None:
    """One meeting a slot for each interpreter, and no run of slots that is too long."""
    slot_of = {one.wanted: one.slot for one in placed}
    at: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for (number, wanted), variable in works.items():
        at[number, slot_of[wanted]].append(variable)
    for variables in at.values():
        model.add_at_most_one(variables)
    for number, linguist in enumerate(problem.linguists):
        for run in too_long(problem, linguist.most_minutes, linguist.rest_minutes):
            model.add(sum(variable for slot in run for variable in at[number, slot]) <= len(run) - 1)


def too_long(problem: Problem, most: int, rest: int) -> Iterator[list[int]]:
    """Yield the shortest runs of slots without a rest that are longer than is allowed."""
    for first, slot in enumerate(problem.slots):
        run = [first]
        for number in range(first + 1, len(problem.slots)):
            if problem.slots[number].starts - problem.slots[run[-1]].ends >= rest:
                break
            run.append(number)
            if problem.slots[number].ends - slot.starts > most:
                yield run
                break
