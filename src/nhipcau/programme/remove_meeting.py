"""A meeting comes in; it stands in its timetable no more, and whom it concerns will be told."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Clashing
from nhipcau.facts.message import Message
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import meeting_at
from nhipcau.programme.timetabling.hand_work import editing, told
from nhipcau.programme.work import work


def remove_meeting(office: Office, actor: Actor, meeting_id: str, *, version: int | None = None) -> None:
    """Take a meeting out of a draft or of what is released; the request stays accepted.

    One that is locked, or that has begun in what is released, stays: ``Clashing``.
    """
    demand(actor, "event.desk")
    with work(office, actor, "remove-meeting") as opened:
        before = meeting_at(opened, meeting_id, version)
        edited = editing(opened, before.timetable_id)
        held = before.starts <= opened.at and edited.timetable.id == edited.event.timetable_id
        if before.locked or held:
            why = Message("clash.over") if held else Message("clash.locked")
            raise Clashing("error.place-not-free", [why])
        opened.delete(before)
        told(opened, edited, [one for one in edited.meetings if one.id != before.id])
