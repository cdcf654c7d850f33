"""A draft comes in; if it still holds it is the timetable from now on, and whom it concerns will be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nhipcau.engine.meet.check import check
from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Clashing, Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import Meeting, Timetable, TimetableState
from nhipcau.programme.events.clashes import rules_broken
from nhipcau.programme.events.problem import problem_of
from nhipcau.programme.hosting.access import demand_event_state
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import demand_timetable_state, timetable_at
from nhipcau.programme.timetabling.gathering import gathered_in
from nhipcau.programme.timetabling.keeping import gone_by_name, replaced
from nhipcau.programme.timetabling.telling import note_changes
from nhipcau.programme.work import Work, unchanged, work


def release_timetable(
    office: Office, actor: Actor, timetable_id: str, *, version: int | None = None, event_version: int | None = None
) -> Timetable:
    """Release a draft in place of what was released before; nobody but the desk knew of it until now.

    It is checked again against who comes and what is accepted now: what no longer holds is named by
    ``Conflict("error.timetable-outdated", count, names)`` or ``Clashing``. Of two desks that release at once the
    second, which saw another ``event_version``, gets ``Conflict("error.changed-meanwhile")``.
    """
    demand(actor, "event.desk")
    with work(office, actor, "release-timetable") as opened:
        draft, event = timetable_at(opened, timetable_id, version)
        unchanged(event, event_version)
        demand_event_state(event, EventState.OPEN)
        demand_timetable_state(draft, TimetableState.DRAFT)
        before = opened.unit.meetings.of_timetable(event.timetable_id) if event.timetable_id else []
        after = opened.unit.meetings.of_timetable(draft.id)
        _demand_it_holds(opened, event, before, after)
        replaced(opened, event.timetable_id)
        released = replace(
            draft,
            state=TimetableState.RELEASED,
            released_at=opened.at,
            released_by_name=actor.name,
            meetings=len(after),
        )
        released = opened.save(released, before=draft)
        opened.save(replace(event, timetable_id=draft.id), before=event)
        note_changes(opened, event, event.timetable_id, before, after)
        return released


def _demand_it_holds(work: Work, event: Event, before: Sequence[Meeting], after: Sequence[Meeting]) -> None:
    """Hold a draft against the event as it is now; what has begun must be in it as people were told."""
    gathered = gathered_in(work.unit, event)
    known = problem_of(gathered, now=work.at, base=before, fair=False)
    lost = problem_of(gathered, now=work.at, base=after, fair=False).lost
    if lost:
        raise Conflict("error.timetable-outdated", count=len(lost), names=gone_by_name(known, lost))
    # What was locked before may lie elsewhere by now, or not at all: that was decided in the draft.
    past = tuple(one for one in known.problem.locked if one.slot in known.problem.closed)
    broken = check(replace(known.problem, locked=past, keep=()), known.placed(after))
    if broken:
        raise Clashing("error.timetable-clashes", rules_broken(known, broken))
