"""A meeting and where it is to be come in; it lies there, where no rule breaks, and whom it concerns will be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import meeting_at
from nhipcau.programme.timetabling.by_hand import Spot
from nhipcau.programme.timetabling.hand_work import by_hand, editing, told, with_changed
from nhipcau.programme.work import work


def move_meeting(  # noqa: PLR0913 -- which, when, where, with whom, as it was seen
    office: Office,
    actor: Actor,
    meeting_id: str,
    *,
    slot: str,
    venue: str = "",
    interpreter_ids: Sequence[str] | None = None,
    version: int | None = None,
) -> Meeting:
    """Move a meeting of a draft, or of what is released, to a slot and a venue (left out: its own, or a free one).

    Interpreters left out stay where they can, else others who can are taken. Each rule that would break is named by
    ``Clashing``; nothing is moved then. Of two who move one meeting at once the second is told.
    """
    demand(actor, "event.desk")
    named = None if interpreter_ids is None else tuple(interpreter_ids)
    with work(office, actor, "move-meeting") as opened:
        before = meeting_at(opened, meeting_id, version)
        edited = editing(opened, before.timetable_id)
        laying = by_hand(opened, edited, before.request_id)
        place = laying.place(Spot(slot=slot, venue=venue, interpreter_ids=named))
        laying.demand_free(place)
        lies = laying.known.meeting(place, before.timetable_id, before.id)
        after = opened.save(replace(lies, demo=before.demo, version=before.version), before=before)
        told(opened, edited, with_changed(edited.meetings, after))
        return after
