"""A problem comes in; a Boolean model goes out that every timetable meets, so what it proves is proven of them all.

It knows seats, hours, the most meetings, rooms by how many there are, interpreters and their rests. It leaves out the
way between rooms and fairness, and counts breaks over slots that lie one after another: never more than there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from ortools.sat.python import cp_model

from nhipcau.engine.meet.laid import Laid, bits, numbers_of
from nhipcau.facts.scheduling import Level, Placed, Problem

Option = tuple[int, int, int, int]
"""Wanted meeting, slot, seat of the one, seat of the other."""


class Relaxation:
    """The model and its variables: ``options`` that are laid, ``works`` (option, interpreter, side of the relay)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.laid = Laid(problem)
        self.model = cp_model.CpModel()
        self.locked = {one.wanted: one for one in problem.locked}
        self.options: dict[Option, Any] = {}
        self.works: dict[tuple[Option, int, int], Any] = {}
        self.granted: list[Any] = []
        for number in range(len(problem.wanted)):
            self._meeting(number)
        self._rooms()
        self._parties()
        seats: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for (_number, slot, one, other), here in self.options.items():
            seats[one][slot].append(here)
            seats[other][slot].append(here)
        linguists: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for (option, who, _side), works in self.works.items():
            linguists[who][option[1]].append(works)
        for by_slot in (*seats.values(), *linguists.values()):
            self._one_at_a_time(by_slot)
        for who, by_slot in linguists.items():
            self._rests(who, by_slot)
        self.lost: dict[Level, Any] = {
            Level.MUSTS: sum(1 - self.granted[n] for n, asked in enumerate(problem.wanted) if asked.must),
            Level.MINIMUMS: sum(self._lacking()),
            Level.WANTS: sum(asked.weight * (1 - self.granted[n]) for n, asked in self._wants()),
            Level.BREAKS: sum(self._breaks(problem.seats[seat].slots, by_slot) for seat, by_slot in seats.items()),
            Level.IDLE: sum(self._breaks(problem.linguists[who].slots, by) for who, by in linguists.items()),
        }

    def laid_by(self, value: Callable[[Any], int]) -> Iterator[tuple[Option, tuple[int, ...]]]:
        """Yield what is laid in a solution, with who interprets in the order of the relay."""
        who: dict[Option, list[tuple[int, int]]] = defaultdict(list)
        for (option, linguist, side), works in self.works.items():
            if value(works):
                who[option].append((side, linguist))
        for option, here in self.options.items():
            if value(here):
                yield option, tuple(linguist for _side, linguist in sorted(who[option]))

    def hint(self, placed: Iterable[Placed]) -> None:
        """Begin from a timetable."""
        lies = {(one.wanted, one.slot, one.one, one.other): one.linguists for one in placed}
        self.model.clear_hints()  # type: ignore[no-untyped-call]  # ortools types it not
        for option, here in self.options.items():
            self.model.add_hint(here, option in lies)
        for (option, linguist, side), works in self.works.items():
            serving = lies.get(option, ())
            self.model.add_hint(works, linguist in serving and side == (len(serving) > 1) + serving.index(linguist))

    def _wants(self) -> Iterator[tuple[int, Any]]:
        return ((number, asked) for number, asked in enumerate(self.problem.wanted) if not asked.must)

    def _meeting(self, number: int) -> None:
        lock = self.locked.get(number)
        if lock:
            found = [(number, lock.slot, lock.one, lock.other)]
        else:
            rooms = bits(n for room in numbers_of(self.laid.rooms_of(number)) for n in self.problem.rooms[room].slots)
            pairs = self.laid.pairs(number)
            found = [(number, slot, *pair) for pair in pairs for slot in numbers_of(self.laid.common(*pair) & rooms)]
        for option in found:
            here = self.options[option] = self.model.new_bool_var("")
            self._interpreted(option, here)
        self.granted.append(self.model.new_bool_var(""))
        self.model.add(sum(self.options[option] for option in found) == self.granted[-1])
        if lock:
            self.model.add(self.granted[-1] == 1)

    def _interpreted(self, option: Option, here: Any) -> None:
        """Ask for one interpreter, or for one on each side of the relay, where no language is shared."""
        number, slot, one, other = option
        first, second = (self.problem.seats[seat].languages for seat in (one, other))
        if number in self.locked:
            for side, linguist in enumerate(self.locked[number].linguists, len(self.locked[number].linguists) > 1):
                self.works[option, linguist, side] = here
            return
        if first & second:
            return
        relay = frozenset({self.problem.relay} if self.problem.relay is not None else ())
        alone, ahead, behind = (
            [
                self._works(option, linguist, side)
                for linguist in self.laid.bridging(*speak, number)
                if slot in self.problem.linguists[linguist].slots and self.laid.may_serve(linguist, number)
            ]
            for side, speak in enumerate(((first, second), (first, relay), (relay, second)))
        )
        self.model.add(sum(alone) + sum(ahead) == here)
        self.model.add(sum(ahead) == sum(behind))

    def _works(self, option: Option, linguist: int, side: int) -> Any:
        works = self.works[option, linguist, side] = self.model.new_bool_var("")
        return works

    def _rooms(self) -> None:
        """Ask at each moment for as many rooms as there are of those in which a group of meetings has to be held."""
        open_rooms = [
            bits(number for number, room in enumerate(self.problem.rooms) if slot in room.slots)
            for slot in range(len(self.problem.slots))
        ]
        by_slot: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for (number, slot, _one, _other), here in self.options.items():
            lock = self.locked.get(number)
            by_slot[slot][1 << lock.room if lock else self.laid.rooms_of(number) & open_rooms[slot]].append(here)
        for moment in self._moments():
            asked = [(rooms, here) for slot in numbers_of(moment) for rooms, here in by_slot[slot].items()]
            for group in dict.fromkeys(rooms for rooms, _here in asked):
                inside = [here for rooms, of in asked if rooms | group == group for here in of]
                space = sum(self.problem.rooms[room].capacity for room in numbers_of(group))
                if space < len(inside):
                    self.model.add(sum(inside) <= space)

    def _moments(self) -> list[int]:
        return list(dict.fromkeys(moment for moments in self.laid.clock.moments for moment in moments))

    def _one_at_a_time(self, by_slot: dict[int, list[Any]]) -> None:
        for moment in self._moments():
            there = [here for slot in numbers_of(moment) for here in by_slot.get(slot, ())]
            if len(there) > 1:
                self.model.add_at_most_one(there)

    def _parties(self) -> None:
        of: list[list[Any]] = [[] for _party in self.problem.parties]
        for (number, *_where), here in self.options.items():
            of[self.problem.wanted[number].one].append(here)
            of[self.problem.wanted[number].other].append(here)
        self.held = [sum(laid) for laid in of]
        for held, party in zip(self.held, self.problem.parties, strict=True):
            if not isinstance(held, int):
                self.model.add(held <= party.most)

    def _lacking(self) -> Iterator[Any]:
        for held, party in zip(self.held, self.problem.parties, strict=True):
            if party.least:
                lacks = self.model.new_int_var(0, party.least, "")
                self.model.add(lacks >= party.least - held)
                yield lacks

    def _rests(self, who: int, by_slot: dict[int, list[Any]]) -> None:
        """Let nobody be busy in every slot of a run without a rest that is longer than they work."""
        rule, times = self.problem.linguists[who], self.problem.slots
        for first in sorted(by_slot):
            run = [first]
            for number in range(first + 1, len(times)):
                gap = times[number].starts - times[run[-1]].ends
                if gap >= rule.rest_minutes:
                    break
                if gap < 0:
                    continue
                run.append(number)
                if times[number].ends - times[first].starts > rule.most_minutes:
                    self.model.add(sum(here for slot in run for here in by_slot.get(slot, ())) <= len(run) - 1)
                    break

    def _breaks(self, open_slots: frozenset[int], by_slot: dict[int, list[Any]]) -> Any:
        """Return a count of idle runs between busy slots, over slots of a day that lie one after another."""
        clock, found, ends = self.laid.clock, [], dict[int, list[int]]()
        for slot in sorted(open_slots, key=lambda number: self.problem.slots[number].ends):
            day = ends.setdefault(self.problem.slots[slot].day, [])
            if not day or self.problem.slots[slot].starts >= self.problem.slots[day[-1]].ends:
                day.append(slot)
        for day in ends.values():
            near = (numbers_of(clock.overlap[slot]) for slot in day)
            busy = [[here for slot in slots for here in by_slot.get(slot, ())] for slots in near]
            while busy and not busy[0]:
                busy.pop(0)
            found += self._breaks_of_day(busy)
        return sum(found)

    def _breaks_of_day(self, lying: list[list[Any]]) -> list[Any]:
        """Begin a break where somebody who had a meeting and has another is idle, and was not idle so before."""
        now, begun, later, idle = ([self.model.new_bool_var("") for _slot in lying] for _kind in range(4))
        breaks = []
        for place, there in enumerate(lying):
            self.model.add_max_equality(now[place], [*there, 0])
            if place:
                self.model.add_implication(begun[place - 1], begun[place])
                self.model.add_implication(later[place], later[place - 1])
                breaks.append(self.model.new_bool_var(""))
                self.model.add_bool_or(~idle[place], idle[place - 1], breaks[-1])
            self.model.add_implication(now[place], begun[place])
            self.model.add_implication(now[place], later[place])
            self.model.add_implication(now[place], ~idle[place])
            self.model.add_bool_or(~begun[place], ~later[place], now[place], idle[place])
        return breaks


def options_of(problem: Problem) -> int:
    """Return how many options the model would have, those of interpreters in it: what it costs."""
    laid = Laid(problem)
    return sum(
        laid.common(one, other).bit_count() * max(1, len(laid.bridging(*_spoken(problem, one, other), number)))
        for number, asked in enumerate(problem.wanted)
        for one, other in product(laid.seats_of[asked.one], laid.seats_of[asked.other])
    )


def _spoken(problem: Problem, one: int, other: int) -> tuple[frozenset[str], frozenset[str]]:
    return problem.seats[one].languages, problem.seats[other].languages
