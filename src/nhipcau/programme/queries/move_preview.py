"""A meeting, or a request without one, and where it might be come in; what would clash there goes out at once."""

from __future__ import annotations

from collections.abc import Sequence

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.meeting import Timetable
from nhipcau.programme.events.pages import MovePreview, Place
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.timetabling.by_hand import ByHand, Spot
from nhipcau.programme.timetabling.gathering import gathered_by


def move_preview(  # noqa: PLR0913 -- in which timetable, which request, when, where, with whom
    office: Office,
    actor: Actor,
    timetable_id: str,
    request_id: str,
    *,
    slot: str,
    venue: str = "",
    interpreter_ids: Sequence[str] | None = None,
) -> MovePreview:
    """Return a request's meeting as it would lie, and every rule that it would break; nothing is changed.

    What ``move_meeting`` (or ``place_meeting``, where it has no slot yet) would do or refuse, before it does.
    """
    laying, timetable = _laying(office, actor, timetable_id, request_id)
    named = None if interpreter_ids is None else tuple(interpreter_ids)
    place = laying.place(Spot(slot=slot, venue=venue, interpreter_ids=named))
    return MovePreview(
        meeting=laying.known.meeting(place, timetable.id, laying.before.id if laying.before else ""),
        before=laying.before,
        clashes=laying.clashes(place),
        places=_by_time(laying),
    )


def places_for(office: Office, actor: Actor, timetable_id: str, request_id: str) -> tuple[Place, ...]:
    """Return where a request's meeting fits as things stand, one place of each slot, by time."""
    laying, _timetable = _laying(office, actor, timetable_id, request_id)
    return _by_time(laying)


def _laying(office: Office, actor: Actor, timetable_id: str, request_id: str) -> tuple[ByHand, Timetable]:
    demand(actor, "event.desk")
    reads = office.store.reads()
    timetable = reads.timetable(timetable_id)
    event = reads.event(timetable.event_id) if timetable is not None else None
    if timetable is None or event is None:
        raise not_found("timetable", timetable_id)
    laying = ByHand(gathered_by(reads, event), reads.meetings(timetable.id), request_id, office.clock.now())
    if not laying.possible:
        raise Conflict("error.not-accepted", id=request_id)
    return laying, timetable


def _by_time(laying: ByHand) -> tuple[Place, ...]:
    return tuple(sorted(laying.places(), key=lambda place: (place.starts, place.venue)))
