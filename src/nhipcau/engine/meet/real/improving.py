"""A timetable under way comes in; meetings that leave somebody idle lie elsewhere, and more of what is wanted lies.

A descent over two moves: a meeting goes where it leaves the fewest breaks, or changes place with one that lies in its
way. Beside it parts are taken out and laid anew in another order (Schrimpf et al. 2000, *Record breaking optimization
results using the ruin and recreate principle*). What is worth the same is kept too, so that nothing stands still.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.engine.meet.making_room import MakingRoom
from nhipcau.engine.meet.real.measure import lost

_PART = 16
"""So many meetings are taken out at once, at most, of the people of one meeting and as many of its times."""


class Improving:
    """Improves ``laid`` through ``room``; ``over`` ends it between two moves."""

    def __init__(self, laid: Laid, room: MakingRoom, over: Callable[[], bool], seed: int) -> None:
        self.laid = laid
        self.room = room
        self.over = over
        self.drawn = random.Random(seed)  # noqa: S311 -- seeded, so that a result can be had again
        self.seats = [diary.breaks(laid.clock) for diary in laid.seats]
        self.linguists = [diary.breaks(laid.clock) for diary in laid.linguists]

    def round(self, *, swaps: bool) -> None:
        """Try once to move each meeting of who has a break; ``swaps``: into the place of another, too."""
        moving = sorted({wanted for diary in self._idle() for wanted in diary})
        self.drawn.shuffle(moving)
        for wanted in moving:
            if self.over():
                return
            if wanted not in self.room.fixed and not self._move(wanted) and swaps:
                self._change_places(wanted)

    def lay_anew(self, times: int) -> None:
        """Take out what lies around a meeting, so many times: one that does not lie, or one beside a break."""
        for _time in range(times):
            missing = [n for n in range(len(self.laid.problem.wanted)) if n not in self.laid.placed]
            idle = [wanted for diary in self._idle() for wanted in diary]
            around = missing if missing and (not idle or self.drawn.random() < 0.5) else idle
            if self.over() or not around:
                return
            self._lay_anew(self.drawn.choice(around))

    def _lay_anew(self, wanted: int) -> None:
        part = self._part(wanted)
        self.room.journal.clear()
        for number in part:
            self.room.take(number)
        order = sorted({*part, wanted} - self.laid.placed.keys(), key=self._about_rank)
        self.room.lay_each(order, 0)
        gone = {number for number, lay in self.room.journal if lay}
        come = {number for number, _lay in self.room.journal} & self.laid.placed.keys()
        more = lost(self.laid, gone, come)
        if more > (0, 0, 0) or not self._taken((0, 0) if more == (0, 0, 0) else None):
            self.room.undo(0)

    def _part(self, wanted: int) -> list[int]:
        """Draw meetings of the people of a meeting, and some that lie in two of their slots."""
        pair = self.drawn.choice(list(self.laid.pairs(wanted)))
        own = {number for seat in pair for number in self.laid.seats[seat].at.values()}
        slots = list(numbers_of(self.laid.common(*pair)))
        beside = {number for slot in self.drawn.sample(slots, min(2, len(slots))) for number in self.laid.lying[slot]}
        return [
            number
            for meetings in (own, beside - own)
            for number in self.drawn.sample(
                sorted(meetings - self.room.fixed), min(_PART, len(meetings - self.room.fixed))
            )
        ]

    def _about_rank(self, wanted: int) -> tuple[bool, float]:
        asked = self.laid.problem.wanted[wanted]
        return not asked.must, -asked.weight * self.drawn.uniform(0.3, 1.7)

    def _idle(self) -> Iterator[list[int]]:
        for diaries, breaks in ((self.laid.seats, self.seats), (self.laid.linguists, self.linguists)):
            yield from (list(diary.at.values()) for diary, idle in zip(diaries, breaks, strict=True) if idle)

    def _move(self, wanted: int) -> bool:
        """Lay a meeting where it is worth most."""
        self.room.journal.clear()
        lay = self.room.take(wanted)
        place = self.room.best(wanted)
        if place and (place.slot, place.linguists) != (lay.slot, lay.linguists):
            self.room.put(place)
            if self._taken((0, 0)):
                return True
        self.room.undo(0)
        return False

    def _change_places(self, wanted: int) -> None:
        """Lay a meeting in the place of another that goes elsewhere, where that is worth more."""
        self.room.journal.clear()
        self.room.take(wanted)
        for pair in self.laid.pairs(wanted):
            for slot in numbers_of(self.laid.common(*pair)):
                there = self.room.there(pair, slot)
                if len(there) == 1 and there[0] not in self.room.fixed and self._swap(wanted, there[0], slot, pair):
                    return
        self.room.undo(0)

    def _swap(self, wanted: int, other: int, slot: int, pair: tuple[int, int]) -> bool:
        mark = len(self.room.journal)
        self.room.take(other)
        place = self.room.first_at(wanted, slot, pair)
        if place:
            self.room.put(place)
            instead = self.room.best(other)
            if instead:
                self.room.put(instead)
                if self._taken((-1, 0)):
                    return True
        self.room.undo(mark)
        return False

    def _taken(self, most: tuple[int, int] | None) -> bool:
        """Keep what was done since the journal began where it has no more breaks than ``most`` above what was before.

        Of seats first, then of interpreters; ``None``: however many.
        """
        lays = [lay for _wanted, lay in self.room.journal if lay]
        lays += [self.laid.placed[number] for number, _lay in self.room.journal if number in self.laid.placed]
        seats = {seat for lay in lays for seat in (lay.one, lay.other)}
        linguists = {linguist for lay in lays for linguist in lay.linguists}
        by_seat = {seat: self.laid.seats[seat].breaks(self.laid.clock) for seat in seats}
        by_linguist = {linguist: self.laid.linguists[linguist].breaks(self.laid.clock) for linguist in linguists}
        more = (
            sum(breaks - self.seats[seat] for seat, breaks in by_seat.items()),
            sum(breaks - self.linguists[linguist] for linguist, breaks in by_linguist.items()),
        )
        if (most is not None and more > most) or not self.laid.is_fair():
            return False
        for seat, breaks in by_seat.items():
            self.seats[seat] = breaks
        for linguist, breaks in by_linguist.items():
            self.linguists[linguist] = breaks
        return True
