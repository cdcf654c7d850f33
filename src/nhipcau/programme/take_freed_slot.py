"""A request that waits comes in; its meeting goes out, in the first slot of the released timetable in which it fits."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.hosting.access import event_at, request_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import released_of
from nhipcau.programme.timetabling.by_hand import Spot
from nhipcau.programme.timetabling.hand_work import by_hand, editing, told
from nhipcau.programme.work import work


def take_freed_slot(office: Office, actor: Actor, request_id: str, *, slot: str = "") -> Meeting:
    """Give a freed slot (left out: the first that fits) to who waits; ``Conflict("error.no-slot-free")`` where none is.

    Nobody else is moved for it.
    """
    demand(actor, "event.desk")
    with work(office, actor, "take-freed-slot") as opened:
        request, _asker, _asked = request_at(opened, request_id)
        edited = editing(opened, released_of(opened, event_at(opened, request.event_id)).id)
        laying = by_hand(opened, edited, request.id)
        if laying.before is not None:
            raise Conflict("error.granted-already", id=laying.before.id)
        fitting = [place for place in laying.places() if slot in ("", place.slot)]
        if not fitting:
            raise Conflict("error.no-slot-free", id=request.id)
        first = min(fitting, key=lambda place: (place.starts, place.venue))
        place = laying.place(Spot(slot=first.slot, venue=first.venue))
        laying.demand_free(place)
        taken = opened.add(laying.known.meeting(place, edited.timetable.id, office.ids.new()))
        told(opened, edited, (*edited.meetings, taken))
        return taken
