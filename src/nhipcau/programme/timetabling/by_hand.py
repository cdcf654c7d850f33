"""A timetable and where a person wants a meeting come in; the meeting, and each rule that it would break, go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from nhipcau.engine.meet.check import check
from nhipcau.engine.meet.laid import Laid, numbers_of
from nhipcau.facts.errors import Clashing, InvalidFields
from nhipcau.facts.meeting import Meeting
from nhipcau.facts.message import Message
from nhipcau.facts.scheduling import Placed, Problem
from nhipcau.programme.events.clashes import clashes_of
from nhipcau.programme.events.pages import Place
from nhipcau.programme.events.problem import EventProblem, Gathered, problem_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a person wants a meeting: keys of slot and venue; a venue or interpreters left out are chosen."""

    slot: str
    venue: str = ""
    interpreter_ids: tuple[str, ...] | None = None


class ByHand:
    """One meeting of a timetable, to be laid beside all the others. ``now`` decides what is past."""

    def __init__(self, gathered: Gathered, meetings: Sequence[Meeting], request_id: str, now: datetime) -> None:
        self.known: EventProblem = problem_of(gathered, now=now, base=meetings, fair=False)
        self.request_id = request_id
        self.before = next((one for one in meetings if one.request_id == request_id), None)
        self._others = [one for one in self.known.placed(meetings) if self.known.wanted[one.wanted] != request_id]
        self._lay = None if self.before is None else self.known.number.placed(self.before)

    @property
    def possible(self) -> bool:
        """Tell whether both accepted and come."""
        return self.request_id in self.known.number.wanted

    @cached_property
    def _wanted(self) -> int:
        return self.known.number.wanted[self.request_id]

    @cached_property
    def _laid(self) -> Laid:
        return Laid(self.known.problem, self._others)

    def place(self, spot: Spot) -> Placed:
        """Return the meeting at a spot; unknown keys raise ``InvalidFields``.

        Who sits in it, and interprets, stays where that can be; else the first who can take it is proposed.
        """
        number, mistakes = self.known.number, {}
        if spot.slot not in number.slot:
            mistakes["slot"] = Message("field.code-unknown", {"value": spot.slot})
        if spot.venue and spot.venue not in number.room:
            mistakes["venue"] = Message("field.code-unknown", {"value": spot.venue})
        strange = [one for one in spot.interpreter_ids or () if one not in number.linguist]
        if strange:
            mistakes["interpreter_ids"] = Message("field.code-unknown", {"value": ", ".join(strange)})
        if mistakes:
            raise InvalidFields(mistakes)
        options = [self._at(spot, number.slot[spot.slot], pair) for pair in self._pairs(number.slot[spot.slot])]
        return next((one for one in options if self._laid.understand(one)), options[0])

    def _at(self, spot: Spot, slot: int, pair: tuple[int, int]) -> Placed:
        """Return the meeting at a spot with these two seats."""
        number = self.known.number
        room = number.room[spot.venue] if spot.venue else self._room(slot, *pair)
        bare = Placed(wanted=self._wanted, slot=slot, room=room, one=pair[0], other=pair[1])
        if spot.interpreter_ids is not None:
            return replace(bare, linguists=tuple(number.linguist[one] for one in spot.interpreter_ids))
        return replace(bare, linguists=self._linguists(bare))

    def clashes(self, place: Placed) -> tuple[Message, ...]:
        """Return each rule that the meeting would break there and that is not broken without it."""
        said = [Message("clash.locked")] if self.before is not None and self.before.locked else []
        if self._lay is not None and self._lay.slot in self.known.problem.closed:
            said.append(Message("clash.over"))
        near = [one for one in self._others if self._touches(one, place)]
        free: Problem = replace(self.known.problem, locked=(), keep=())
        already = set(check(free, near))
        broken = [one for one in check(free, [*near, place]) if one not in already]
        return (*said, *clashes_of(self.known, self.request_id, broken))

    def demand_free(self, place: Placed) -> None:
        """Raise ``Clashing`` where the meeting would break a rule."""
        clashes = self.clashes(place)
        if clashes:
            raise Clashing("error.place-not-free", clashes)

    def places(self) -> Iterator[Place]:
        """Yield one place of each slot in which the meeting fits as things stand."""
        if not self._laid.has_left(self._wanted):
            return
        seen = 0
        for one, other in self._laid.pairs(self._wanted):
            for slot in numbers_of(self._laid.free(one, other) & ~seen):
                found = next(self._laid.places(self._wanted, slot, one, other), None)
                if found is not None:
                    seen |= 1 << slot
                    yield self.as_place(found)

    def as_place(self, found: Placed) -> Place:
        """Return a place in keys."""
        lying = self.known.meeting(found, "", "")
        return Place(
            slot=lying.slot,
            venue=lying.venue,
            starts=lying.starts,
            ends=lying.ends,
            asker_seat=lying.asker_seat,
            asked_seat=lying.asked_seat,
            interpreter_ids=lying.interpreter_ids,
        )

    def _pairs(self, slot: int) -> list[tuple[int, int]]:
        """Return who could sit in it: who did, where they are free, then who else is; where nobody is, any two."""
        pairs = list(self._laid.pairs(self._wanted))
        lay = None if self._lay is None else (self._lay.one, self._lay.other)
        free = [pair for pair in pairs if self._laid.free(*pair) >> slot & 1]
        return sorted(free, key=lambda pair: pair != lay) or [lay or pairs[0]]

    def _room(self, slot: int, one: int, other: int) -> int:
        free = self._laid.rooms_free(self._wanted, slot)
        if self._lay is not None and free >> self._lay.room & 1:
            return self._lay.room
        theirs = (*self._laid.rooms_for(self._wanted, slot, one, other), *numbers_of(self._laid.rooms_of(self._wanted)))
        return theirs[0] if theirs else 0

    def _linguists(self, bare: Placed) -> tuple[int, ...]:
        """Return who interprets: who did, where they can; else the first who can; else who did, to be shown why not."""
        before = self._lay.linguists if self._lay is not None else ()
        asked, laid = self.known.problem.seats, self._laid
        if asked[bare.one].languages & asked[bare.other].languages:
            return ()
        able = all(laid.can_interpret(one, bare.wanted, bare.slot, bare.room) for one in before)
        if before and able and laid.understand(replace(bare, linguists=before)):
            return before
        found = next(laid.linguists_for(bare.wanted, bare.slot, bare.room, (bare.one, bare.other)), None)
        return before if found is None else found

    def _touches(self, one: Placed, place: Placed) -> bool:
        mine, theirs = self.known.problem.wanted[place.wanted], self.known.problem.wanted[one.wanted]
        return (
            one.room == place.room
            or bool({mine.one, mine.other} & {theirs.one, theirs.other})
            or bool(set(one.linguists) & set(place.linguists))
        )
