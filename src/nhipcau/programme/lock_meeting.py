"""A meeting comes in; from now on no run and no repair moves it, or may move it again."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import demand_editable, meeting_at, timetable_at
from nhipcau.programme.work import work


def lock_meeting(
    office: Office, actor: Actor, meeting_id: str, *, locked: bool = True, version: int | None = None
) -> Meeting:
    """Lock a meeting of a draft or of what is released, or unlock it; one that is so already stays as it is."""
    demand(actor, "event.desk")
    with work(office, actor, "lock-meeting" if locked else "unlock-meeting") as opened:
        before = meeting_at(opened, meeting_id, version)
        demand_editable(*timetable_at(opened, before.timetable_id))
        return opened.save(replace(before, locked=locked), before=before)
