"""A classic meeting problem comes in; what the model that everybody would write first makes of it goes out.

One Boolean for each meeting and slot, one for each participant and slot, one for each idle run; CP-SAT does the rest.
"""

from __future__ import annotations

from ortools.sat.python import cp_model

from nhipcau.engine.meet.classic.domains import open_slots
from nhipcau.facts.scheduling import Classic, ClassicResult, Status

_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


def peer(problem: Classic, seconds: float, fairness: int) -> ClassicResult:
    """Return what the model finds in the time, with two workers."""
    model = cp_model.CpModel()
    at = [{slot: model.new_bool_var("") for slot in slots} for slots in open_slots(problem)]
    for places in at:
        model.add_exactly_one(places.values())
    for slot in range(problem.slots):
        model.add(sum(places[slot] for places in at if slot in places) <= problem.tables)
    for before, after in problem.precedences:
        model.add(_time(at[before]) < _time(at[after]))
    breaks = [_breaks(model, problem, at, who) for who in range(problem.participants)]
    fewest, most = (model.new_int_var(0, problem.slots, "") for _ in range(2))
    for of_one in breaks:
        model.add(of_one >= fewest)
        model.add(of_one <= most)
    model.add(most - fewest <= fairness)
    model.minimize(sum(breaks))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = _STATUS.get(solver.solve(model), Status.UNKNOWN)
    found = status in {Status.OPTIMAL, Status.FEASIBLE}
    return ClassicResult(
        status=status,
        objective=round(solver.objective_value) if found else None,
        bound=max(0, round(solver.best_objective_bound)) if found else 0,
        seconds=solver.wall_time,
        meetings=tuple(next(slot for slot, one in places.items() if solver.value(one)) for places in at)
        if found
        else (),
    )


def _lies(solver: cp_model.CpSolver, places: dict[int, cp_model.IntVar]) -> int:
    return next(slot for slot, one in places.items() if solver.value(one))


def _time(places: dict[int, cp_model.IntVar]) -> cp_model.LinearExprT:
    return sum(slot * one for slot, one in places.items())


def _breaks(
    model: cp_model.CpModel, problem: Classic, at: list[dict[int, cp_model.IntVar]], who: int
) -> cp_model.LinearExprT:
    """Return how often a participant begins to meet, less one; each meeting after an idle slot is a beginning."""
    mine = [places for places, pair in zip(at, problem.meetings, strict=True) if who in pair[:2]]
    if not mine:
        return 0
    begins, before = [], None
    for slot in range(problem.slots):
        busy = model.new_bool_var("")
        model.add(sum(places[slot] for places in mine if slot in places) == busy)
        begin = model.new_bool_var("")
        model.add_bool_or([~busy, begin] if before is None else [~busy, before, begin])
        model.add_implication(begin, busy)
        if before is not None:
            model.add_implication(begin, ~before)
        begins.append(begin)
        before = busy
    return sum(begins) - 1
