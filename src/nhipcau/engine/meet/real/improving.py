"""A timetable under way comes in; meetings that leave somebody idle lie elsewhere, and more of what is wanted lies.

A descent over two moves: a meeting goes where it leaves the fewest breaks, or changes place with one that lies in its
way. A move that is worth the same is made too, so that the search does not stand still; the best is kept.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.engine.meet.making_room import MakingRoom

Worth = tuple[int, int]
"""Breaks of seats, breaks of interpreters."""


class Improving:
    """Improves ``laid`` through ``room``; ``over`` ends it between two moves."""

    def __init__(self, laid: Laid, room: MakingRoom, over: Callable[[], bool], seed: int) -> None:
        self.laid = laid
        self.room = room
        self.over = over
        self.drawn = random.Random(seed)  # noqa: S311 -- seeded, so that a result can be had again
        self.seats = [diary.breaks(laid.clock) for diary in laid.seats]
        self.linguists = [diary.breaks(laid.clock) for diary in laid.linguists]

    def worth(self) -> Worth:
        """Return what the timetable is worth."""
        return sum(self.seats), sum(self.linguists)

    def round(self, *, swaps: bool) -> None:
        """Try once to move each meeting of who has a break; ``swaps``: into the place of another, too."""
        moving = sorted({wanted for diary in self._idle() for wanted in diary})
        self.drawn.shuffle(moving)
        for wanted in moving:
            if self.over():
                return
            if wanted not in self.room.fixed and not self._move(wanted) and swaps:
                self._change_places(wanted)

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

    def _taken(self, most: Worth) -> bool:
        """Keep what was done since the journal began where it is worth no more than ``most`` above what was before."""
        lays = [lay for _wanted, lay in self.room.journal if lay]
        lays += [self.laid.placed[lay.wanted] for lay in lays if lay.wanted in self.laid.placed]
        seats = {seat for lay in lays for seat in (lay.one, lay.other)}
        linguists = {linguist for lay in lays for linguist in lay.linguists}
        by_seat = {seat: self.laid.seats[seat].breaks(self.laid.clock) for seat in seats}
        by_linguist = {linguist: self.laid.linguists[linguist].breaks(self.laid.clock) for linguist in linguists}
        more = (
            sum(breaks - self.seats[seat] for seat, breaks in by_seat.items()),
            sum(breaks - self.linguists[linguist] for linguist, breaks in by_linguist.items()),
        )
        if more > most or not self.laid.is_fair():
            return False
        for seat, breaks in by_seat.items():
            self.seats[seat] = breaks
        for linguist, breaks in by_linguist.items():
            self.linguists[linguist] = breaks
        return True
