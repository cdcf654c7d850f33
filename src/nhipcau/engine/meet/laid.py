"""Meetings that lie come in; what else would fit where, beside them, goes out. It is changed one meeting at a time."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from itertools import pairwise
from operator import or_

from nhipcau.facts.scheduling import Placed, Problem, SlotTime


def bits(numbers: Iterable[int]) -> int:
    """Return a set of numbers as the bits of one."""
    whole = 0
    for number in numbers:
        whole |= 1 << number
    return whole


def numbers_of(whole: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, ascending."""
    while whole:
        last = whole & -whole
        yield last.bit_length() - 1
        whole ^= last


class Clock:
    """Which slots of an event meet in time, as bits: those that overlap each, lie before it, lie after it.

    ``moments[slot]`` are the slots that are under way at each moment in it at which one of them begins.
    """

    def __init__(self, slots: Sequence[SlotTime]) -> None:
        self.slots = slots
        self.overlap = [bits(n for n, u in enumerate(slots) if u.starts < s.ends and s.starts < u.ends) for s in slots]
        self.after = [bits(n for n, u in enumerate(slots) if u.starts >= s.ends) for s in slots]
        self.before = [bits(n for n, u in enumerate(slots) if u.ends <= s.starts) for s in slots]
        self.moments = [
            sorted({bits(n for n in numbers_of(self.overlap[number]) if self._under_way(n, at)) for at in begun})
            for number, begun in enumerate(self._begun(number) for number in range(len(slots)))
        ]

    def _begun(self, slot: int) -> set[int]:
        own = self.slots[slot].starts
        return {max(own, self.slots[other].starts) for other in numbers_of(self.overlap[slot])}

    def _under_way(self, slot: int, at: int) -> bool:
        return self.slots[slot].starts <= at < self.slots[slot].ends

    def gap(self, one: int, other: int) -> int:
        """Return the minutes between two slots that do not overlap."""
        first, second = (one, other) if self.slots[one].starts <= self.slots[other].starts else (other, one)
        return self.slots[second].starts - self.slots[first].ends


class Diary:
    """What one seat or interpreter has: the wanted meeting of each slot. ``open`` are the slots they are there."""

    __slots__ = ("at", "busy", "far", "open", "rested", "slots")

    def __init__(self, open_slots: int) -> None:
        self.open = open_slots
        self.busy = 0
        self.far = 0
        self.slots: list[int] = []
        self.at: dict[int, int] = {}
        self.rested: dict[int, bool] = {}
        """For slots that were asked about since the last change: whether one could work there without a rest."""

    def idle(self, clock: Clock, before: int, after: int) -> bool:
        """Tell whether a whole open slot lies between two slots of one day."""
        if clock.slots[before].day != clock.slots[after].day:
            return False
        return bool(self.open & clock.after[before] & clock.before[after])

    def breaks(self, clock: Clock) -> int:
        """Return how many breaks there are."""
        return sum(self.idle(clock, before, after) for before, after in pairwise(self.slots))

    def breaks_more(self, clock: Clock, slot: int) -> int:
        """Return how many breaks more there would be with a meeting in a free slot; below 0 where it fills one."""
        place = bisect_left(self.slots, slot)
        before = self.slots[place - 1] if place else None
        after = self.slots[place] if place < len(self.slots) else None
        more = 0
        if before is not None:
            more += self.idle(clock, before, slot)
        if after is not None:
            more += self.idle(clock, slot, after)
        if before is not None and after is not None:
            more -= self.idle(clock, before, after)
        return more


class Laid:
    """A timetable under way: ``placed`` by number of what was wanted, and the diary of each seat and interpreter.

    Nothing is laid into slots that are past. Whoever calls ``put`` has looked whether it fits; locks are theirs, too.
    """

    def __init__(self, problem: Problem, placed: Iterable[Placed] = ()) -> None:
        self.problem = problem
        self.clock = Clock(problem.slots)
        self.to_come = bits(range(len(problem.slots))) & ~bits(problem.closed)
        self.placed: dict[int, Placed] = {}
        self.seats = [Diary(bits(seat.slots)) for seat in problem.seats]
        self.linguists = [Diary(bits(linguist.slots)) for linguist in problem.linguists]
        self.held = [0] * len(problem.parties)
        self.lying: list[set[int]] = [set() for _slot in problem.slots]
        self.seats_of: list[list[int]] = [[] for _party in problem.parties]
        for number, seat in enumerate(problem.seats):
            self.seats_of[seat.party].append(number)
        self._loads: list[dict[int, int]] = [{} for _room in problem.rooms]
        self._full = [0] * len(problem.slots)
        self._rooms_open = [
            bits(number for number, room in enumerate(problem.rooms) if slot in room.slots)
            for slot in range(len(problem.slots))
        ]
        self._far = bits(number for number, room in enumerate(problem.rooms) if room.travel)
        self._hands = [
            bits(number for number, linguist in enumerate(problem.linguists) if slot in linguist.slots)
            for slot in range(len(problem.slots))
        ]
        self._bridges: dict[tuple[frozenset[str], frozenset[str], frozenset[str]], list[int]] = {}
        self._bits: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        self._rooms_of: dict[int, int] = {}
        for one in placed:
            self.put(one)

    @cached_property
    def _rooms_by_party(self) -> dict[int | None, int]:
        """Return the rooms of each party, and those that are nobody's, as bits."""
        found: dict[int | None, int] = {None: 0}
        for number, room in enumerate(self.problem.rooms):
            found[room.party] = found.get(room.party, 0) | 1 << number
        return found

    def rooms_of(self, wanted: int) -> int:
        """Return the rooms in which a meeting may be held, as bits."""
        if wanted not in self._rooms_of:
            asked = self.problem.wanted[wanted]
            masks = (self._rooms_by_party.get(party, 0) for party in (None, asked.one, asked.other))
            theirs = reduce(or_, masks)
            self._rooms_of[wanted] = theirs & bits(asked.rooms) if asked.rooms else theirs
        return self._rooms_of[wanted]

    def put(self, one: Placed) -> None:
        """Lay a meeting."""
        self.placed[one.wanted] = one
        self.lying[one.slot].add(one.wanted)
        for diary in self._diaries(one):
            diary.rested.clear()
            diary.at[one.slot] = one.wanted
            diary.busy |= self.clock.overlap[one.slot]
            diary.far += bool(self.problem.rooms[one.room].travel)
            insort(diary.slots, one.slot)
        self._count(one, 1)

    def take(self, wanted: int) -> Placed:
        """Take a meeting out and return it as it lay."""
        one = self.placed.pop(wanted)
        self.lying[one.slot].remove(wanted)
        for diary in self._diaries(one):
            diary.rested.clear()
            del diary.at[one.slot]
            diary.slots.remove(one.slot)
            diary.far -= bool(self.problem.rooms[one.room].travel)
            diary.busy = 0
            for slot in diary.slots:
                diary.busy |= self.clock.overlap[slot]
        self._count(one, -1)
        return one

    def _diaries(self, one: Placed) -> Iterator[Diary]:
        yield self.seats[one.one]
        yield self.seats[one.other]
        for linguist in one.linguists:
            yield self.linguists[linguist]

    def _count(self, one: Placed, more: int) -> None:
        wanted = self.problem.wanted[one.wanted]
        self.held[wanted.one] += more
        self.held[wanted.other] += more
        loads = self._loads[one.room]
        loads[one.slot] = loads.get(one.slot, 0) + more
        for slot in numbers_of(self.clock.overlap[one.slot]):
            full = any(
                sum(loads.get(other, 0) for other in numbers_of(moment)) >= self.problem.rooms[one.room].capacity
                for moment in self.clock.moments[slot]
            )
            self._full[slot] = self._full[slot] | 1 << one.room if full else self._full[slot] & ~(1 << one.room)
            for number in one.linguists:
                diary = self.linguists[number]
                at_hand = diary.open >> slot & 1 and not diary.busy >> slot & 1
                self._hands[slot] = self._hands[slot] & ~(1 << number) | at_hand << number

    def has_left(self, wanted: int) -> bool:
        """Tell whether both parties would take one meeting more."""
        asked = self.problem.wanted[wanted]
        return all(self.held[party] < self.problem.parties[party].most for party in (asked.one, asked.other))

    def pairs(self, wanted: int) -> Iterator[tuple[int, int]]:
        """Yield the seats of one side with those of the other."""
        asked = self.problem.wanted[wanted]
        for one in self.seats_of[asked.one]:
            for other in self.seats_of[asked.other]:
                yield one, other

    def common(self, one: int, other: int) -> int:
        """Return the slots to come that are open to two seats, as bits, whatever lies there."""
        return self.seats[one].open & self.seats[other].open & self.to_come

    def free(self, one: int, other: int) -> int:
        """Return the slots to come that are open to two seats and in which neither has anything, as bits."""
        return self.common(one, other) & ~self.seats[one].busy & ~self.seats[other].busy

    def rooms_free(self, wanted: int, slot: int) -> int:
        """Return the rooms in which a meeting may be held and still can, as bits."""
        return self.rooms_of(wanted) & self._rooms_open[slot] & ~self._full[slot]

    def places(self, wanted: int, slot: int, one: int, other: int) -> Iterator[Placed]:
        """Yield ways to lay a meeting of two free seats: of rooms alike only one, where they sit anyway if that can be.

        Each has the interpreters it needs.
        """
        for room in self.rooms_for(wanted, slot, one, other):
            for linguists in self.linguists_for(wanted, slot, room, (one, other)):
                yield Placed(wanted=wanted, slot=slot, room=room, one=one, other=other, linguists=linguists)
                break

    def rooms_for(self, wanted: int, slot: int, one: int, other: int) -> Iterator[int]:
        """Yield free rooms that both seats reach in time: those they sit in anyway, then one at hand, then the far."""
        free = self.rooms_free(wanted, slot)
        for room in self._own_rooms(slot, one, other):
            if free >> room & 1:
                free ^= 1 << room
                if self.reach(room, slot, one, other):
                    yield room
        near = free & ~self._far
        if near:
            room = (near & -near).bit_length() - 1
            if self.reach(room, slot, one, other):
                yield room
        yield from (room for room in numbers_of(free & self._far) if self.reach(room, slot, one, other))

    def _own_rooms(self, slot: int, one: int, other: int) -> list[int]:
        """Return the rooms of the meetings next to a slot, that of who sits first."""
        seats = sorted((one, other), key=lambda seat: not self.problem.parties[self.problem.seats[seat].party].sits)
        found: dict[int, None] = {}
        for diary in (self.seats[seat] for seat in seats):
            place = bisect_left(diary.slots, slot)
            for beside in diary.slots[max(0, place - 1) : place + 1]:
                found[self.placed[diary.at[beside]].room] = None
        return list(found)

    def reach(self, room: int, slot: int, *seats: int) -> bool:
        """Tell whether seats that are free get to a room and away from it in time."""
        return all(self.reaches(self.seats[seat], room, slot) for seat in seats)

    def reaches(self, diary: Diary, room: int, slot: int) -> bool:
        """Tell whether the way to a room and from it leaves enough time, for somebody who is free."""
        travel = self.problem.rooms[room].travel
        if not travel and not diary.far:
            return True
        for beside, wanted in diary.at.items():
            there = self.placed[wanted].room
            way = travel + self.problem.rooms[there].travel
            if there != room and way and self.clock.gap(beside, slot) < way:
                return False
        return True

    def linguists_for(self, wanted: int, slot: int, room: int, seats: tuple[int, int]) -> Iterator[tuple[int, ...]]:
        """Yield who could interpret: nobody where a language is shared, one by one, then two over the relay."""
        one, other = (self.problem.seats[seat].languages for seat in seats)
        if one & other:
            yield ()
            return
        if not self._hands[slot]:
            return
        for linguist in self.bridging(one, other, wanted):
            if self.can_interpret(linguist, wanted, slot, room):
                yield (linguist,)
        if self.problem.relay is None:
            return
        relay = frozenset({self.problem.relay})
        firsts = [n for n in self.bridging(one, relay, wanted) if self.can_interpret(n, wanted, slot, room)]
        if firsts:
            seconds = [n for n in self.bridging(relay, other, wanted) if self.can_interpret(n, wanted, slot, room)]
            yield from ((first, second) for first in firsts for second in seconds if first != second)

    def bridging(self, one: frozenset[str], other: frozenset[str], wanted: int) -> list[int]:
        """Return who speaks a language of each side: who knows the trade first, then who could do little else."""
        trades = self.problem.wanted[wanted].trades
        if (one, other, trades) not in self._bridges:
            self._bridges[one, other, trades] = [
                number
                for number, linguist in enumerate(self.problem.linguists)
                if any((a in one and b in other) or (b in one and a in other) for a, b in linguist.pairs)
            ]
            who = self.problem.linguists
            self._bridges[one, other, trades].sort(key=lambda n: (not trades & who[n].trades, len(who[n].pairs)))
        return self._bridges[one, other, trades]

    def bridging_bits(self, wanted: int, one: int, other: int) -> int:
        """Return who speaks a language of each of two seats, as bits."""
        languages = (self.problem.seats[one].languages, self.problem.seats[other].languages)
        if languages not in self._bits:
            self._bits[languages] = bits(self.bridging(*languages, wanted))
        return self._bits[languages]

    def ready(self, slot: int, room: int) -> int:
        """Return the interpreters who could be in a room in a slot, whatever they speak, as bits."""
        return bits(number for number in numbers_of(self._hands[slot]) if self.is_ready(number, slot, room))

    def understand(self, one: Placed) -> bool:
        """Tell whether the seats of a meeting can talk with the interpreters that it has."""
        first, second = (self.problem.seats[seat].languages for seat in (one.one, one.other))
        if first & second or set(one.linguists) & set(self.bridging(first, second, one.wanted)):
            return True
        if self.problem.relay is None or len(one.linguists) < 2:
            return False
        relay = frozenset({self.problem.relay})
        ahead = set(one.linguists) & set(self.bridging(first, relay, one.wanted))
        behind = set(one.linguists) & set(self.bridging(relay, second, one.wanted))
        return any(a != b for a in ahead for b in behind)

    def can_interpret(self, linguist: int, wanted: int, slot: int, room: int) -> bool:
        """Tell whether an interpreter is there, free, allowed, near enough and rested."""
        at_hand = self._hands[slot] >> linguist & 1
        return bool(at_hand) and self.may_serve(linguist, wanted) and self.is_ready(linguist, slot, room)

    def may_serve(self, linguist: int, wanted: int) -> bool:
        """Tell whether an interpreter is to be kept apart from neither side."""
        asked = self.problem.wanted[wanted]
        return not self.problem.linguists[linguist].apart & {asked.one, asked.other}

    def is_ready(self, linguist: int, slot: int, room: int) -> bool:
        """Tell whether an interpreter is there, free, near enough and rested."""
        if not self._hands[slot] >> linguist & 1:
            return False
        return self.reaches(self.linguists[linguist], room, slot) and self._rested(linguist, slot)

    def _rested(self, linguist: int, slot: int) -> bool:
        """Tell whether the run of meetings that this one would join is short enough."""
        known = self.linguists[linguist].rested
        if slot not in known:
            known[slot] = self._would_be_rested(linguist, slot)
        return known[slot]

    def _would_be_rested(self, linguist: int, slot: int) -> bool:
        rule, diary, times = self.problem.linguists[linguist], self.linguists[linguist], self.clock.slots
        first = last = slot
        place = bisect_left(diary.slots, slot)
        for before in reversed(diary.slots[:place]):
            if times[first].starts - times[before].ends >= rule.rest_minutes:
                break
            first = before
        for after in diary.slots[place:]:
            if times[after].starts - times[last].ends >= rule.rest_minutes:
                break
            last = after
        return times[last].ends - times[first].starts <= rule.most_minutes

    def walks(self, diary: Diary) -> int:
        """Return how often somebody changes the room between two meetings of a day."""
        lying = [self.placed[diary.at[slot]] for slot in diary.slots]
        return sum(
            before.room != after.room and self.clock.slots[before.slot].day == self.clock.slots[after.slot].day
            for before, after in pairwise(lying)
        )

    def spread(self) -> int:
        """Return how far the breaks of two parties differ at most."""
        breaks = [sum(self.seats[seat].breaks(self.clock) for seat in seats) for seats in self.seats_of]
        return max(breaks, default=0) - min(breaks, default=0)

    def is_fair(self) -> bool:
        """Tell whether the breaks of any two parties differ by no more than is allowed."""
        return self.problem.fairness is None or self.spread() <= self.problem.fairness
