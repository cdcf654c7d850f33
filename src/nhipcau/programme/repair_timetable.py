"""An event whose day went otherwise than planned comes in; its timetable goes out, repaired and released at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Clashing, Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import Cause, Meeting, Timetable, TimetableState
from nhipcau.facts.scheduling import Status
from nhipcau.programme.events.changing import token_of
from nhipcau.programme.events.clashes import conflict_of
from nhipcau.programme.events.pages import Changed, Repaired
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.hosting.sight import event_seen
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import released_of
from nhipcau.programme.timetabling.gathering import gathered_by, gathered_in
from nhipcau.programme.timetabling.keeping import Made, kept, replaced
from nhipcau.programme.timetabling.repairing import Mended, mended
from nhipcau.programme.timetabling.telling import note_changes
from nhipcau.programme.work import Work, unchanged, work


def repair_timetable(
    office: Office,
    actor: Actor,
    event_id: str,
    *,
    preview: bool = False,
    token: str = "",
    event_version: int | None = None,
) -> Repaired:
    """Repair what is released by what the desk noted: untouched meetings lie where they lay, freed slots are given.

    A ``preview`` changes nothing; its ``token`` makes sure that what is kept is what was shown. Of two desks that
    repair at once the second gets ``Conflict("error.changed-meanwhile")``. Where nothing has to change nothing is made.
    """
    demand(actor, "event.desk")
    reads = office.store.reads()
    event = event_seen(reads, actor, event_id)
    demand_event_state(event, EventState.OPEN)
    if event.timetable_id is None:
        raise Conflict("error.nothing-released", id=event.id)
    meetings = reads.meetings(event.timetable_id)
    mend = mended(gathered_by(reads, event), meetings, office.clock)
    if mend.found.status is Status.INFEASIBLE:
        raise Clashing("error.repair-impossible", conflict_of(mend.known, mend.found.conflict))
    if preview or not mend.changes:
        return _told(event, mend, None)
    if token and token != token_of(mend.changes):
        raise Conflict("error.changed-meanwhile", kind="timetable", id=event.timetable_id)
    with work(office, actor, "repair-timetable") as opened:
        now = unchanged(event_at(opened, event.id), event_version)
        return _told(now, mend, _kept(opened, now, mend, meetings))


def _kept(work: Work, event: Event, mend: Mended, meetings: Sequence[Meeting]) -> Timetable:
    """Store the repair, if all that it was worked out from still stands."""
    before = released_of(work, event)
    same = gathered_in(work.unit, event) == mend.known.gathered
    if not same or tuple(work.unit.meetings.of_timetable(before.id)) != tuple(meetings):
        raise Conflict("error.changed-meanwhile", kind="timetable", id=before.id)
    made = Made(cause=Cause.REPAIR, based_on=before.id, base=meetings)
    header = {"state": TimetableState.RELEASED, "released_at": work.at, "released_by_name": work.actor.name}
    timetable, lying = kept(work, mend.known, mend.found, made, **header)
    replaced(work, before.id)
    work.save(replace(event, timetable_id=timetable.id), before=event)
    note_changes(work, event, before.id, meetings, lying)
    return timetable


def _told(event: Event, mend: Mended, timetable: Timetable | None) -> Repaired:
    kinds = Counter(change.kind for change in mend.changes)
    return Repaired(
        event=event,
        timetable=timetable,
        changes=mend.changes,
        moved=kinds[Changed.MOVED],
        gone=kinds[Changed.GONE],
        new=kinds[Changed.NEW],
        waiting=len(mend.found.not_placed),
        token=token_of(mend.changes),
    )
