"""An accepted request without a slot and where its meeting is to be come in; the meeting goes out."""

from __future__ import annotations

from collections.abc import Sequence

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.by_hand import Spot
from nhipcau.programme.timetabling.hand_work import by_hand, editing, told
from nhipcau.programme.work import work


def place_meeting(  # noqa: PLR0913 -- into which timetable, which request, when, where, with whom
    office: Office,
    actor: Actor,
    timetable_id: str,
    request_id: str,
    *,
    slot: str,
    venue: str = "",
    interpreter_ids: Sequence[str] | None = None,
) -> Meeting:
    """Put an accepted request into a timetable; a rule that would break is named by ``Clashing``.

    One that stands in it already raises ``Conflict("error.granted-already")``.
    """
    demand(actor, "event.desk")
    named = None if interpreter_ids is None else tuple(interpreter_ids)
    with work(office, actor, "place-meeting") as opened:
        edited = editing(opened, timetable_id)
        laying = by_hand(opened, edited, request_id)
        if laying.before is not None:
            raise Conflict("error.granted-already", id=laying.before.id)
        place = laying.place(Spot(slot=slot, venue=venue, interpreter_ids=named))
        laying.demand_free(place)
        placed = opened.add(laying.known.meeting(place, timetable_id, office.ids.new()))
        told(opened, edited, (*edited.meetings, placed))
        return placed
