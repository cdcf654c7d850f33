"""A timetable comes in; which resource kept each meeting out of it that was wanted goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, product

from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.facts.scheduling import Limit, NotPlaced, Placed, Problem

_IN_THE_WAY = (Limit.INTERPRETERS, Limit.ROOMS, Limit.FAIRNESS)
"""What can lack in a slot where both sides have time; the first is said where several lack equally often."""


def limits_of(problem: Problem, placed: Sequence[Placed]) -> tuple[NotPlaced, ...]:
    """Return every wanted meeting that does not lie, with what kept it out, given everything that does.

    A resource is named where more of it alone would let the meeting in: in a slot in which both sides have time, an
    interpreter or a room; the longer hours of a side; one meeting more of it; a lock given up for a meeting that can
    lie elsewhere. Where no resource alone would, the fewest that would together are named. Slots are the limit where
    both sides share hours and have other meetings in all of them. SEARCH: it would fit as the timetable stands.
    """
    laid = Laid(problem, placed)
    locked = {one.wanted for one in problem.locked if one.slot not in problem.closed}
    return tuple(_Asked(laid, wanted).why(locked) for wanted in range(len(problem.wanted)) if wanted not in laid.placed)


class _Asked:
    """One meeting that does not lie, held against a timetable."""

    def __init__(self, laid: Laid, wanted: int) -> None:
        self.laid = laid
        self.wanted = wanted
        self.asked = laid.problem.wanted[wanted]
        self.pairs = list(laid.pairs(wanted))

    def why(self, locked: set[int]) -> NotPlaced:
        if not self._anybody():
            return self._said((Limit.NO_INTERPRETER,))
        most = next((party for party in (self.asked.one, self.asked.other) if self._at_most(party)), None)
        before = () if most is None else (Limit.MOST_MEETINGS,)
        if not any(self.laid.common(one, other) for one, other in self.pairs):
            away = next((party for party in (self.asked.one, self.asked.other) if not self._comes(party)), most)
            return self._said((*before, Limit.NO_COMMON_TIME), away)
        if any(self.laid.free(one, other) for one, other in self.pairs):
            limits, party = self._in_common_slots(), None
        else:
            limits, party = self._no_common_slot()
        if limits != (Limit.SEARCH,) and self._but_for_a_lock(locked):
            limits = (Limit.LOCKED, *limits)
        if before:
            limits = tuple(limit for limit in limits if limit is not Limit.SEARCH)
        return self._said((*before, *limits), most if before else party)

    def _said(self, limits: tuple[Limit, ...], party: int | None = None) -> NotPlaced:
        spoken = {Limit.INTERPRETERS, Limit.NO_INTERPRETER} & set(limits)
        return NotPlaced(
            wanted=self.wanted, limits=limits, languages=self._languages() if spoken else None, party=party
        )

    def _at_most(self, party: int) -> bool:
        return self.laid.held[party] >= self.laid.problem.parties[party].most

    def _comes(self, party: int) -> bool:
        return any(self.laid.seats[seat].open & self.laid.to_come for seat in self.laid.seats_of[party])

    def _anybody(self) -> bool:
        """Tell whether any two seats can talk at all, with whoever of the interpreters may serve them."""
        return any(self._speak(one, other) or self._bridged(one, other) for one, other in self.pairs)

    def _speak(self, one: int, other: int) -> bool:
        seats = self.laid.problem.seats
        return bool(seats[one].languages & seats[other].languages)

    def _bridged(self, one: int, other: int) -> bool:
        first, second = (self.laid.problem.seats[seat].languages for seat in (one, other))
        if self._serving(first, second):
            return True
        if self.laid.problem.relay is None:
            return False
        relay = frozenset({self.laid.problem.relay})
        ahead, behind = self._serving(first, relay), self._serving(relay, second)
        return any(a != b for a, b in product(ahead, behind))

    def _serving(self, one: frozenset[str], other: frozenset[str]) -> list[int]:
        linguists, both = self.laid.problem.linguists, {self.asked.one, self.asked.other}
        return [n for n in self.laid.bridging(one, other, self.wanted) if not linguists[n].apart & both]

    def _languages(self) -> tuple[str, str] | None:
        """Return the pair of languages that lacks: of several the one that most interpreters have."""
        seats = self.laid.problem.seats
        spoken = (
            (min(first, second), max(first, second))
            for one, other in self.pairs
            for first, second in product(sorted(seats[one].languages), sorted(seats[other].languages))
            if not self._speak(one, other)
        )
        served = Counter(chain.from_iterable(linguist.pairs for linguist in self.laid.problem.linguists))
        return min(spoken, key=lambda pair: (-served[pair], pair), default=None)

    def _in_common_slots(self) -> tuple[Limit, ...]:
        """Name what lacks in the slots in which both sides have time."""
        lacking = Counter(
            self._lacks(slot, one, other)
            for one, other in self.pairs
            for slot in numbers_of(self.laid.free(one, other))
        )
        fewest = min(map(len, lacking))
        if not fewest:
            return (Limit.SEARCH,)
        named = [(limits, often) for limits, often in lacking.items() if len(limits) == fewest]
        named.sort(key=lambda one: (-one[1], [_IN_THE_WAY.index(limit) for limit in one[0] if limit in _IN_THE_WAY]))
        return tuple(dict.fromkeys(chain.from_iterable(limits for limits, _often in named)))

    def _lacks(self, slot: int, one: int, other: int) -> tuple[Limit, ...]:
        """Name what lacks in a slot in which two seats are free."""
        if any(self._fair(place) for place in self.laid.places(self.wanted, slot, one, other)):
            return ()
        if any(True for _place in self.laid.places(self.wanted, slot, one, other)):
            return (Limit.FAIRNESS,)
        rooms = list(self.laid.rooms_for(self.wanted, slot, one, other))
        if rooms:
            return (Limit.INTERPRETERS,)
        room = next(numbers_of(self.laid.rooms_of(self.wanted)), None)
        if self.laid.rooms_free(self.wanted, slot):
            return (Limit.SLOTS,)  # a room is free, and the way to it takes too long
        if room is None or any(True for _who in self.laid.linguists_for(self.wanted, slot, room, (one, other))):
            return (Limit.ROOMS,)
        return (Limit.INTERPRETERS, Limit.ROOMS)

    def _fair(self, place: Placed) -> bool:
        if self.laid.problem.fairness is None:
            return True
        self.laid.put(place)
        fair = self.laid.is_fair()
        self.laid.take(place.wanted)
        return fair

    def _no_common_slot(self) -> tuple[tuple[Limit, ...], int | None]:
        """Name whose hours kept a meeting out where both have other meetings in all the hours that they share."""
        for side, party in ((0, self.asked.one), (1, self.asked.other)):
            if any(self._with_longer_hours(side, pair) for pair in self.pairs):
                return (Limit.OWN_HOURS, Limit.SLOTS), party
        return (Limit.SLOTS,), None

    def _with_longer_hours(self, side: int, pair: tuple[int, int]) -> bool:
        """Tell whether there is a place in the hours of one seat in which the other is not there."""
        absent, present = self.laid.seats[pair[side]], self.laid.seats[pair[1 - side]]
        slots = present.open & ~present.busy & ~absent.open & ~absent.busy & self.laid.to_come
        return self._fits(slots, pair)

    def _fits(self, slots: int, pair: tuple[int, int]) -> bool:
        return any(True for _place in self._places(slots, pair))

    def _places(self, slots: int, pair: tuple[int, int]) -> Iterator[Placed]:
        return chain.from_iterable(self.laid.places(self.wanted, slot, *pair) for slot in numbers_of(slots))

    def _but_for_a_lock(self, locked: set[int]) -> bool:
        """Tell whether a locked meeting of one of the sides stands in the place and could lie elsewhere."""
        mine = {seat for pair in self.pairs for seat in pair}
        for number in sorted(locked & self.laid.placed.keys()):
            lock = self.laid.placed[number]
            if mine & {lock.one, lock.other} and self._gives_way(number):
                return True
        return False

    def _gives_way(self, number: int) -> bool:
        lock = self.laid.take(number)
        for pair in self.pairs:
            for place in self._places(self.laid.free(*pair) & self.laid.clock.overlap[lock.slot], pair):
                self.laid.put(place)
                elsewhere = _Asked(self.laid, number)
                gives = any(elsewhere._fits(self.laid.free(*own), own) for own in elsewhere.pairs)
                self.laid.take(place.wanted)
                if gives:
                    self.laid.put(lock)
                    return True
        self.laid.put(lock)
        return False
