"""A problem comes in; the smallest set of requirements found that cannot be met together goes out, as codes.

What locked meetings break among themselves has the codes of ``locks``. Else:

- must, locked (wanted, slot): the meetings that cannot all be held; slot 0 of a must says nothing
- hours (party, how many slots it is there) · most (party, most meetings) · rooms (0, 0): all there are
- interpreters (0, 0): all there are, with their languages and hours
- fairness (how far breaks may differ, party that cannot have as many)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any

from ortools.sat.python import cp_model

from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.engine.meet.locks import Requirement, conflict_of_locks
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Problem

_EFFORT = 5.0
"""How long one question is pursued, in the solver's own measure: about seconds, but the same on every machine."""


def conflict_of(problem: Problem, search: Search) -> tuple[Requirement, ...]:
    """Return requirements that cannot be met together, of which none can be spared; nothing where none were found.

    Locked meetings are held against one another first, then against fairness, then against the musts. For these a
    relaxed model is solved (no ways, no rests, interpreters counted by slot): what it proves holds for the problem.
    The set is one from which nothing can be left out, unless the search ended before.
    """
    return (
        conflict_of_locks(problem) or _unfair(problem) or _never_together(problem) or _Musts(problem, search).conflict()
    )


def _unfair(problem: Problem) -> tuple[Requirement, ...]:
    """Return the locked meetings of a party that leave it more breaks than another can ever have.

    Each meeting more fills one break at best, and a party has at most one break fewer than meetings.
    """
    if problem.fairness is None:
        return ()
    laid = Laid(problem, problem.locked)
    asked = Counter(party for one in problem.wanted for party in (one.one, one.other))
    most, other = min((max(0, asked[party] - 1), party) for party in range(len(problem.parties)))
    for party, seats in enumerate(laid.seats_of):
        locked = {wanted for seat in seats for wanted in laid.seats[seat].at.values()}
        breaks = sum(laid.seats[seat].breaks(laid.clock) for seat in seats)
        if breaks - (asked[party] - len(locked)) - most > problem.fairness:
            lying = (laid.placed[wanted] for wanted in sorted(locked))
            return (*(("locked", one.wanted, one.slot) for one in lying), ("fairness", problem.fairness, other))
    return ()


def _never_together(problem: Problem) -> tuple[Requirement, ...]:
    """Return a must whose sides are never there at the same time, and their hours: that needs no search."""
    laid, locked = Laid(problem), {one.wanted for one in problem.locked}
    for number, asked in enumerate(problem.wanted):
        if asked.must and number not in locked and not any(laid.common(*pair) for pair in laid.pairs(number)):
            there = {party: _hours(laid, party) for party in (asked.one, asked.other)}
            never = {party: hours for party, hours in there.items() if not hours}
            needed = dict([*never.items()][:1]) or there
            hours = (("hours", party, hours.bit_count()) for party, hours in sorted(needed.items()))
            return (("must", number, 0), *hours)
    return ()


def _hours(laid: Laid, party: int) -> int:
    """Return the slots to come in which anybody of a party is there, as bits."""
    return reduce(or_, (laid.seats[seat].open for seat in laid.seats_of[party]), 0) & laid.to_come


class _Musts:
    """The musts and what bounds them, each with a switch: what cannot be switched on together is in conflict."""

    def __init__(self, problem: Problem, search: Search) -> None:
        self.problem = problem
        self.search = search
        self.laid = Laid(problem)
        self.model = cp_model.CpModel()
        self.switches: dict[Requirement, Any] = {}
        self.locked = {one.wanted: one for one in problem.locked}
        meant = [number for number, one in enumerate(problem.wanted) if one.must or number in self.locked]
        self.at = {(number, slot): self._at(number, slot) for number in meant for slot in self._slots(number)}
        for number in meant:
            self._has_place(number)
        self._persons(meant)
        self._rooms(meant)
        self._interpreters(meant)

    def conflict(self) -> tuple[Requirement, ...]:
        needed = self._cannot(list(self.switches))
        for one in list(needed or ()):
            fewer = [other for other in needed or () if other != one]
            still = None if self.search.over() else self._cannot(fewer)
            needed = needed if still is None else still
        return tuple(sorted(needed or ()))

    def _cannot(self, on: Sequence[Requirement]) -> list[Requirement] | None:
        """Return which of these cannot be met together; ``None`` where they can, or where time ended before."""
        self.model.clear_assumptions()
        self.model.add_assumptions([self.switches[one] for one in on])
        solver = cp_model.CpSolver()
        # Ctrl+C is for whoever called: the solver would end the whole program.
        solver.parameters.catch_sigint_signal = False
        solver.parameters.num_workers = 1  # the core is only given by one
        solver.parameters.random_seed = self.search.seed
        solver.parameters.max_time_in_seconds = max(0.1, self.search.left())
        solver.parameters.max_deterministic_time = _EFFORT
        if solver.solve(self.model) != cp_model.INFEASIBLE:
            return None
        core = set(solver.sufficient_assumptions_for_infeasibility())
        return [one for one in on if self.switches[one].index in core]

    def _slots(self, number: int) -> Iterator[int]:
        if number in self.locked:
            yield self.locked[number].slot
        else:
            yield from numbers_of(self.laid.to_come)

    def _at(self, number: int, slot: int) -> Any:
        return self.model.new_bool_var(f"{number}@{slot}")

    def _switch(self, requirement: Requirement) -> Any:
        if requirement not in self.switches:
            self.switches[requirement] = self.model.new_bool_var(str(requirement))
        return self.switches[requirement]

    def _has_place(self, number: int) -> None:
        lock = self.locked.get(number)
        switch = self._switch(("locked", number, lock.slot) if lock else ("must", number, 0))
        slots = list(self._slots(number))
        self.model.add(sum(self.at[number, slot] for slot in slots) >= switch)
        if lock and lock.slot in self.problem.closed:
            return
        asked = self.problem.wanted[number]
        for party in (asked.one, asked.other):
            open_slots = _hours(self.laid, party)
            hours = self._switch(("hours", party, open_slots.bit_count()))
            for slot in slots:
                if not open_slots >> slot & 1:
                    self.model.add_implication(hours, ~self.at[number, slot])

    def _persons(self, meant: list[int]) -> None:
        """Each party is in no more meetings at a time than it has people for, and has no more than it takes."""
        of: dict[int, list[int]] = defaultdict(list)
        for number in meant:
            of[self.problem.wanted[number].one].append(number)
            of[self.problem.wanted[number].other].append(number)
        for party, numbers in of.items():
            people = len(self.laid.seats_of[party])
            for moment in self._moments():
                self._at_most(numbers, moment, people)
            hours = _hours(self.laid, party)
            self._in_all(numbers, people * self._apart(self.laid.to_come), None)
            self._in_all(numbers, people * self._apart(hours), ("hours", party, hours.bit_count()))
            most = self.problem.parties[party].most
            if len(numbers) > most:
                all_of_them = [self.at[number, slot] for number in numbers for slot in self._slots(number)]
                self.model.add(sum(all_of_them) <= most).only_enforce_if(self._switch(("most", party, most)))

    def _apart(self, slots: int) -> int:
        """Return how many of these slots can be used one after another."""
        many, until = 0, 0
        for slot in sorted(numbers_of(slots), key=lambda number: self.problem.slots[number].ends):
            if self.problem.slots[slot].starts >= until or not many:
                many, until = many + 1, self.problem.slots[slot].ends
        return many

    def _in_all(self, numbers: list[int], most: int, requirement: Requirement | None) -> None:
        """Let no more than ``most`` of the musts among these be held: it follows, but is hard to find (pigeonholes)."""
        musts = [self.switches["must", number, 0] for number in numbers if number not in self.locked]
        if len(musts) > most:
            bound = self.model.add(sum(musts) <= most)
            if requirement:
                bound.only_enforce_if(self._switch(requirement))

    def _moments(self) -> list[int]:
        return sorted({moment for moments in self.laid.clock.moments for moment in moments})

    def _at_most(self, numbers: list[int], moment: int, most: int, requirement: Requirement | None = None) -> None:
        """Let no more than ``most`` of these meetings be under way at a moment."""
        there = [
            self.at[key] for number in numbers for slot in numbers_of(moment) if (key := (number, slot)) in self.at
        ]
        if len(there) > most:
            bound = self.model.add(sum(there) <= most)
            if requirement:
                bound.only_enforce_if(self._switch(requirement))

    def _rooms(self, meant: list[int]) -> None:
        """No more meetings are held than there is room for in the rooms that may be theirs."""
        alike: dict[int, list[int]] = defaultdict(list)
        for number in meant:
            alike[self.laid.rooms_of(number)].append(number)
        for rooms in alike:
            within = [n for other, numbers in alike.items() if other | rooms == rooms for n in numbers]
            space = {moment: self._space(rooms, moment) for moment in self._moments()}
            for moment, most in space.items():
                self._at_most(within, moment, most, ("rooms", 0, 0))
            self._in_all(within, sum(space.values()), ("rooms", 0, 0))
        for (number, slot), place in self.at.items():
            if not any(slot in self.problem.rooms[room].slots for room in numbers_of(self.laid.rooms_of(number))):
                self.model.add_implication(self._switch(("rooms", 0, 0)), ~place)

    def _space(self, rooms: int, moment: int) -> int:
        """Return how many meetings fit into these rooms at a moment."""
        there = (self.problem.rooms[number] for number in numbers_of(rooms))
        return sum(room.capacity for room in there if any(slot in room.slots for slot in numbers_of(moment)))

    def _interpreters(self, meant: list[int]) -> None:
        """No more meetings are held than there are interpreters who could do them, where none is done over a relay."""
        alike: dict[int, list[int]] = defaultdict(list)
        for number in meant:
            who = self._who(number)
            if who is not None:
                alike[who].append(number)
        for who in alike:
            within = [n for other, numbers in alike.items() if other | who == who for n in numbers]
            here = {moment: self._working(who, moment) for moment in self._moments()}
            for moment, most in here.items():
                self._at_most(within, moment, most, ("interpreters", 0, 0))
            self._in_all(within, sum(here.values()), ("interpreters", 0, 0))

    def _working(self, who: int, moment: int) -> int:
        """Return how many of these interpreters are there at a moment."""
        there = (self.problem.linguists[number] for number in numbers_of(who))
        return sum(any(slot in linguist.slots for slot in numbers_of(moment)) for linguist in there)

    def _who(self, number: int) -> int | None:
        """Return who could interpret a meeting, alone or as one of two, as bits; ``None`` where nobody is needed."""
        relay = frozenset({self.problem.relay} if self.problem.relay else ())
        who = 0
        for pair in self.laid.pairs(number):
            one, other = (self.problem.seats[seat].languages for seat in pair)
            if one & other:
                return None
            ways = [(one, other)]
            if relay and self.laid.bridging(one, relay, number) and self.laid.bridging(relay, other, number):
                ways += [(one, relay), (relay, other)]
            for way in ways:
                for linguist in self.laid.bridging(*way, number):
                    who |= 1 << linguist
        both = {self.problem.wanted[number].one, self.problem.wanted[number].other}
        return sum(1 << n for n in numbers_of(who) if not self.problem.linguists[n].apart & both)
