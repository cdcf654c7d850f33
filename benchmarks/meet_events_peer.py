"""A made-up event comes in; what the model that everybody would write first makes of it goes out.

One Boolean for each meeting and slot, one for each meeting, slot and interpreter, one weighted sum for musts, wants
and breaks; CP-SAT does the rest. It knows tables, languages, hours, rests and the most meetings, and no more: events
for it are plain ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model

from benchmarks.meet_afterwards import too_long
from nhipcau.engine.meet.laid import Laid
from nhipcau.facts.scheduling import Aim, Level, Placed, Problem, Schedule, Status

_MUST, _WEIGHT = 10_000_000, 1_000


def peer(problem: Problem, seconds: float) -> Schedule:
    """Return the best timetable that the model finds in the time; the bound of the wants is read off its sum.

    That is as if no more musts could be granted than it does.
    """
    plain = _Plain(problem)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    answer = solver.solve(plain.model)
    if answer not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Schedule(status=Status.UNKNOWN, seconds=solver.wall_time)
    placed = plain.placed(solver.value)
    there = {one.wanted for one in placed}
    musts = sum(one.must for number, one in enumerate(problem.wanted) if number not in there)
    wants = max(0, (int(solver.best_objective_bound) - musts * _MUST) // _WEIGHT)
    bounds = {Level.MUSTS: musts, Level.WANTS: wants} if answer == cp_model.OPTIMAL else {Level.WANTS: wants}
    return Schedule(
        status=Status.OPTIMAL if answer == cp_model.OPTIMAL else Status.FEASIBLE,
        placed=placed,
        aims=tuple(Aim(level=level, value=0, bound=bounds.get(level, 0)) for level in Level),
        seconds=solver.wall_time,
    )


class _Plain:
    """The model and its variables."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.laid = Laid(problem)
        self.model = cp_model.CpModel()
        self.at: dict[tuple[int, int], Any] = {}
        self.works: dict[tuple[int, int, int], Any] = {}
        for number in range(len(problem.wanted)):
            self._meeting(number)
        self._rooms()
        self._linguists()
        breaks = [self._breaks(seat) for seat in range(len(problem.seats))]
        granted = {number: sum(self._of(number)) for number in range(len(problem.wanted))}
        lost = sum(
            (_MUST if one.must else _WEIGHT * one.weight) * (1 - granted[number])
            for number, one in enumerate(problem.wanted)
        )
        self.model.minimize(lost + sum(breaks))

    def placed(self, value: Callable[[Any], int]) -> tuple[Placed, ...]:
        """Return the timetable, tables given out from the first in every slot."""
        taken: dict[int, int] = defaultdict(int)
        found = []
        for (number, slot), variable in self.at.items():
            if value(variable):
                [pair] = self.laid.pairs(number)
                who = [n for n in range(len(self.problem.linguists)) if self._value(value, number, slot, n)]
                table = taken[slot]
                taken[slot] += 1
                found.append(
                    Placed(wanted=number, slot=slot, room=table, one=pair[0], other=pair[1], linguists=tuple(who[:1]))
                )
        return tuple(found)

    def _value(self, value: Callable[[Any], int], number: int, slot: int, linguist: int) -> bool:
        variable = self.works.get((number, slot, linguist))
        return variable is not None and bool(value(variable))

    def _of(self, number: int) -> list[Any]:
        slots = range(len(self.problem.slots))
        return [self.at[number, slot] for slot in slots if (number, slot) in self.at]

    def _meeting(self, number: int) -> None:
        [(one, other)] = self.laid.pairs(number)
        languages = (self.problem.seats[one].languages, self.problem.seats[other].languages)
        for slot in self.problem.seats[one].slots & self.problem.seats[other].slots:
            here = self.at[number, slot] = self.model.new_bool_var("")
            if languages[0] & languages[1]:
                continue
            who = [n for n in self.laid.bridging(*languages, number) if self.laid.can_interpret(n, number, slot, 0)]
            for linguist in who:
                self.works[number, slot, linguist] = self.model.new_bool_var("")
            self.model.add(sum(self.works[number, slot, linguist] for linguist in who) == here)
        self.model.add(sum(self._of(number)) <= 1)

    def _rooms(self) -> None:
        for slot in range(len(self.problem.slots)):
            here = [variable for (_number, other), variable in self.at.items() if other == slot]
            self.model.add(sum(here) <= len(self.problem.rooms))

    def _linguists(self) -> None:
        at: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for (_number, slot, who), variable in self.works.items():
            at[who, slot].append(variable)
        for variables in at.values():
            self.model.add(sum(variables) <= 1)
        for number, linguist in enumerate(self.problem.linguists):
            for run in too_long(self.problem, linguist.most_minutes, linguist.rest_minutes):
                self.model.add(sum(variable for slot in run for variable in at[number, slot]) <= len(run) - 1)

    def _breaks(self, seat: int) -> Any:
        """Return the breaks of a seat: the times that it is idle after a meeting and has another later that day."""
        party = self.problem.seats[seat].party
        own = [n for n, one in enumerate(self.problem.wanted) if party in (one.one, one.other)]
        self.model.add(sum(variable for n in own for variable in self._of(n)) <= self.problem.parties[party].most)
        breaks = []
        for day in sorted({slot.day for slot in self.problem.slots}):
            slots = [n for n, slot in enumerate(self.problem.slots) if slot.day == day]
            slots = [slot for slot in slots if slot in self.problem.seats[seat].slots]
            busy = [sum(self.at[n, slot] for n in own if (n, slot) in self.at) for slot in slots]
            breaks += self._breaks_of_day(busy)
        return sum(breaks)

    def _breaks_of_day(self, busy: list[Any]) -> list[Any]:
        """A break begins at a slot that is idle after one that is busy, where a later one is busy."""
        found = []
        later = [self.model.new_bool_var("") for _slot in busy]
        for place, now in enumerate(busy):
            self.model.add(now <= 1)
            self.model.add(later[place] >= now)
            if place + 1 < len(busy):
                self.model.add(later[place] >= later[place + 1])
            if place:
                begins = self.model.new_bool_var("")
                self.model.add(begins >= busy[place - 1] - now + later[place] - 1)
                found.append(begins)
        return found
