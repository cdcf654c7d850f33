"""A schedule that the checker let pass comes in; the timetable is kept, with its meetings and what was the limit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nhipcau.facts.meeting import Cause, Meeting, Timetable, TimetableState, Ungranted
from nhipcau.facts.scheduling import NotPlaced, OneMore, Schedule, Status
from nhipcau.programme.events.problem import EventProblem
from nhipcau.programme.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a timetable was made; ``base`` are the meetings of the one that it is based on."""

    cause: Cause
    based_on: str | None = None
    base: Sequence[Meeting] = ()
    one_more: tuple[OneMore, ...] = ()
    seed: int = 0


def kept(
    work: Work, known: EventProblem, found: Schedule, made: Made, **header: Any
) -> tuple[Timetable, list[Meeting]]:
    """Store a timetable and return it with its meetings, which enter no history: a machine worked them out.

    Locks stay with the meetings that they are on. ``header`` are parts of the timetable that are set besides.
    """
    event = known.gathered.event
    before = {one.request_id: one for one in made.base}
    locked = {one.request_id for one in made.base if one.locked}
    key = work.office.ids.new()
    meetings = known.meetings(found.placed, key, work.office.ids.new, locked)
    now = {one.request_id: one for one in meetings}
    timetable = Timetable(
        id=key,
        event_id=event.id,
        number=1 + max((one.number for one in work.unit.timetables.of_event(event.id)), default=0),
        made_at=work.at,
        made_by=work.actor.id,
        made_by_name=work.actor.name,
        cause=made.cause,
        based_on=made.based_on,
        optimal=found.status is Status.OPTIMAL,
        seconds=round(found.seconds),
        seed=made.seed,
        aims=found.aims,
        ungranted=tuple(_ungranted(known, one) for one in found.not_placed),
        one_more=made.one_more,
        meetings=len(meetings),
        moved=sum(_lies_elsewhere(old, now) for old in before.values()),
        gone=len(before.keys() - now.keys()),
        demo=event.demo,
    )
    timetable = work.add(replace(timetable, **header))
    work.unit.meetings.add_many(meetings)
    return timetable, meetings


def replaced(work: Work, timetable_id: str | None) -> None:
    """Note that a timetable is no longer the one that people are told, if there was one."""
    before = work.unit.timetables.get(timetable_id) if timetable_id else None
    if before is not None:
        work.save(replace(before, state=TimetableState.REPLACED), before=before)


def gone_by_name(known: EventProblem, lost: Collection[Meeting]) -> str:
    """Return the pairs of meetings that cannot be held, by name."""
    return "; ".join(sorted(f"{known.names[one.asker_id]} – {known.names[one.asked_id]}" for one in lost))


def _lies_elsewhere(old: Meeting, now: dict[str, Meeting]) -> bool:
    new = now.get(old.request_id)
    return new is not None and (new.slot, new.venue) != (old.slot, old.venue)


def _ungranted(known: EventProblem, one: NotPlaced) -> Ungranted:
    return Ungranted(
        request_id=known.wanted[one.wanted],
        limit=one.limits[0],
        others=one.limits[1:],
        languages=one.languages,
        registration_id=None if one.party is None else known.parties[one.party],
    )
