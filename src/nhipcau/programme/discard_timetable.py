"""A draft comes in; it is put aside: it can be looked at, and is released no more."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.meeting import Timetable, TimetableState
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import demand_timetable_state, timetable_at
from nhipcau.programme.work import work


def discard_timetable(office: Office, actor: Actor, timetable_id: str, *, version: int | None = None) -> Timetable:
    """Put a draft aside."""
    demand(actor, "event.desk")
    with work(office, actor, "discard-timetable") as opened:
        draft, _event = timetable_at(opened, timetable_id, version)
        demand_timetable_state(draft, TimetableState.DRAFT)
        return opened.save(replace(draft, state=TimetableState.DISCARDED), before=draft)
