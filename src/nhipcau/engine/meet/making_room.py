"""A timetable under way and a meeting come in; the meeting is laid, and what stood in its way lies elsewhere.

An ejection chain (Glover 1996, *Ejection chains, reference structures and alternating path methods for traveling
salesman problems*): a meeting that is laid where another lies sends that one on, a few links at most. Interpreters are
handed on first, which moves nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from nhipcau.engine.meet.handing_on import handed_on
from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.facts.scheduling import Placed


def _nobody_is_left(wanted: int, left: list[int]) -> bool:
    del wanted
    return not left


class MakingRoom:
    """Lays meetings into ``laid``. ``fixed`` are those that stay; ``over`` ends the search between two trials.

    ``journal`` has what was laid and taken out (then: how it lay) since the last time something was laid or shifted.
    ``home`` is where meetings lay at first (slot, room); at most ``moves`` of them end elsewhere. ``trials`` is
    how often something may still be sent on, over all calls, so that the result does not hang on a clock.
    """

    def __init__(
        self, laid: Laid, *, fixed: Iterable[int], moves: int, trials: int, over: Callable[[], bool] = lambda: False
    ) -> None:
        self.laid = laid
        self.fixed = frozenset(fixed)
        self.home = {number: (one.slot, one.room) for number, one in laid.placed.items()}
        self.moved: set[int] = set()
        self._moves = moves
        self.trials = trials
        self._over = over
        self.journal: list[tuple[int, Placed | None]] = []

    def lay(self, wanted: int, depth: int, slots: int = -1) -> bool:
        """Lay a meeting that does not lie, sending up to ``depth`` others elsewhere; tell whether it could be done.

        Where it could not, everything lies as before. ``slots`` are those that are tried, as bits.
        """
        self.journal.clear()
        fair = self.laid.is_fair()
        if not self._lay(wanted, depth, frozenset(), slots):
            return False
        touched = {number for number, _before in self.journal}
        moved = (self.moved - touched) | {number for number in touched if self._lies_elsewhere(number)}
        if len(moved) > self._moves or (fair and not self.laid.is_fair()):
            self.undo(0)
            return False
        self.moved = moved
        return True

    def exchange(self, wanted: int, depth: int, worth_it: Callable[[int, list[int]], bool]) -> bool:
        """Lay a meeting where ``worth_it(wanted, left)`` allows that ``left`` find no place then; tell whether it did.

        Where it did not, everything lies as before.
        """
        self.journal.clear()
        fair = self.laid.is_fair()
        if not self.laid.has_left(wanted):
            return False
        for trial in self._trials_of(wanted, depth, -1):
            if self._send_on(wanted, trial, depth, frozenset(), worth_it):
                if not fair or self.laid.is_fair():
                    return True
                self.undo(0)
        return False

    def lay_each(self, meetings: Iterable[int], depth: int) -> None:
        """Lay each that finds a place, in this order; the journal goes on."""
        for wanted in meetings:
            self._lay(wanted, depth, frozenset())

    def lay_at(self, wanted: int, slot: int, room: int) -> bool:
        """Lay a meeting into one slot and room, with whichever seats and interpreters can be had there."""
        self.journal.clear()
        for one, other in self._seats(wanted, slot) if self.laid.has_left(wanted) else ():
            if self.laid.rooms_free(wanted, slot) >> room & 1 and self.laid.reach(room, slot, one, other):
                place = self._with_linguists(Placed(wanted=wanted, slot=slot, room=room, one=one, other=other))
                if place:
                    self.put(place)
                    return True
        return False

    def _lies_elsewhere(self, number: int) -> bool:
        one = self.laid.placed.get(number)
        return number in self.home and (one is None or self.home[number] != (one.slot, one.room))

    def _seats(self, wanted: int, slot: int) -> Iterator[tuple[int, int]]:
        return (pair for pair in self.laid.pairs(wanted) if self.laid.free(*pair) >> slot & 1)

    def _lay(self, wanted: int, depth: int, sent: frozenset[int], slots: int = -1) -> bool:
        if not self.laid.has_left(wanted):
            return False
        place = self.best(wanted, slots) or self._by_handing_on(wanted, slots)
        if place:
            self.put(place)
            return True
        if not depth:
            return False
        return any(self._send_on(wanted, trial, depth, sent) for trial in self._trials_of(wanted, depth, slots))

    def best(self, wanted: int, slots: int = -1) -> Placed | None:
        """Return the place with the fewest breaks of the seats, then of interpreters; of equals the earliest."""
        clock, seats = self.laid.clock, self.laid.seats
        options = sorted(
            (seats[one].breaks_more(clock, slot) + seats[other].breaks_more(clock, slot), slot, one, other)
            for one, other in self.laid.pairs(wanted)
            for slot in numbers_of(self.laid.free(one, other) & slots)
        )
        found: tuple[tuple[int, int], Placed] | None = None
        for breaks, slot, one, other in options:
            if found and (breaks, -1) > found[0]:
                break  # no interpreter can make up for that
            for place in self.laid.places(wanted, slot, one, other):
                worth = (breaks, self._idle_more(place))
                if found is None or worth < found[0]:
                    found = (worth, place)
        return found[1] if found else None

    def _idle_more(self, place: Placed) -> int:
        linguists = (self.laid.linguists[linguist] for linguist in place.linguists)
        return sum(diary.breaks_more(self.laid.clock, place.slot) for diary in linguists)

    def _by_handing_on(self, wanted: int, slots: int) -> Placed | None:
        """Return the first place for which an interpreter can be set free by others who take over."""
        if not self.laid.problem.linguists:
            return None
        for one, other in self.laid.pairs(wanted):
            for slot in numbers_of(self.laid.free(one, other) & slots):
                place = self.first_at(wanted, slot, (one, other))
                if place:
                    return place
        return None

    def first_at(self, wanted: int, slot: int, seats: tuple[int, int]) -> Placed | None:
        """Return a way to lay a meeting into a slot in which both seats are free; interpreters may be handed on."""
        for room in self.laid.rooms_for(wanted, slot, *seats):
            place = self._with_linguists(Placed(wanted=wanted, slot=slot, room=room, one=seats[0], other=seats[1]))
            if place:
                return place
        return None

    def _with_linguists(self, place: Placed) -> Placed | None:
        """Return a place with who interprets, after others have taken over what they had; ``None`` where nobody can."""
        found = next(self.laid.linguists_for(place.wanted, place.slot, place.room, (place.one, place.other)), None)
        if found is not None:
            return replace(place, linguists=found)
        path = handed_on(self.laid, place, self.fixed)
        for one in path[1:]:
            self.take(one.wanted)
        for one in path[1:]:
            self.put(one)
        return path[0] if path else None

    def _trials_of(self, wanted: int, depth: int, slots: int) -> Iterator[tuple[int, tuple[int, int], tuple[int, ...]]]:
        """Yield slots, seats and what would have to go: first what these seats have, then what lies in a room there."""
        for pair in self.laid.pairs(wanted):
            for slot in numbers_of(self.laid.common(*pair) & slots):
                there = self.there(pair, slot)
                if there and len(there) <= depth:
                    yield slot, pair, there
        for pair in self.laid.pairs(wanted):
            for slot in numbers_of(self.laid.free(*pair) & slots):
                for other in self._neighbours(wanted, slot, pair):
                    yield slot, pair, (other,)

    def there(self, pair: tuple[int, int], slot: int) -> tuple[int, ...]:
        """Return what two seats have in the way of a slot."""
        found: dict[int, None] = {}
        for diary in (self.laid.seats[seat] for seat in pair):
            if diary.busy >> slot & 1:
                found.update(
                    (diary.at[other], None) for other in numbers_of(self.laid.clock.overlap[slot]) if other in diary.at
                )
        return tuple(found)

    def _neighbours(self, wanted: int, slot: int, pair: tuple[int, int]) -> list[int]:
        """Return the meetings in a slot that hold what lacks there: a room where none is free, else an interpreter."""
        rooms = self.laid.rooms_of(wanted)
        first, second = (self.laid.problem.seats[seat].languages for seat in pair)
        full = not self.laid.rooms_free(wanted, slot)
        serving = frozenset(self.laid.bridging(first, second, wanted))
        lying = sorted(self.laid.lying[slot] - self.fixed)
        return [
            number
            for number in lying
            if (rooms >> self.laid.placed[number].room & 1 if full else serving & {*self.laid.placed[number].linguists})
        ]

    def _send_on(
        self,
        wanted: int,
        trial: tuple[int, tuple[int, int], tuple[int, ...]],
        depth: int,
        sent: frozenset[int],
        worth_it: Callable[[int, list[int]], bool] = _nobody_is_left,
    ) -> bool:
        slot, pair, others = trial
        if self.trials <= 0 or self._over() or any(other in self.fixed or other in sent for other in others):
            return False
        self.trials -= 1
        mark = len(self.journal)
        for other in others:
            self.take(other)
        place = self.first_at(wanted, slot, pair)
        if place:
            self.put(place)
            beyond = sent | {wanted, *others}
            if worth_it(wanted, [other for other in others if not self._lay(other, depth - len(others), beyond)]):
                return True
        self.undo(mark)
        return False

    def put(self, place: Placed) -> None:
        """Lay a meeting, and note it in the journal."""
        self.journal.append((place.wanted, None))
        self.laid.put(place)

    def take(self, wanted: int) -> Placed:
        """Take a meeting out, and note in the journal how it lay."""
        lay = self.laid.take(wanted)
        self.journal.append((wanted, lay))
        return lay

    def undo(self, mark: int) -> None:
        """Go back to how it was when the journal was that long, step by step from the last."""
        while len(self.journal) > mark:
            wanted, lay = self.journal.pop()
            if lay is None:
                self.laid.take(wanted)
            else:
                self.laid.put(lay)
