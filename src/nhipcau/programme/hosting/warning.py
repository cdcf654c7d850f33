"""Registrations, requests and a timetable come in; what is odd about them goes out, for the pages of an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, MeetingRequest, RequestState, Wish
from nhipcau.facts.message import Message
from nhipcau.programme.hosting.requesting import NO

_STANDS = (RequestState.ASKED, RequestState.ACCEPTED)


def too_many_musts(event: Event, registration: Registration, requests: Iterable[MeetingRequest]) -> tuple[Message, ...]:
    """Return the warning that a side has more "must" than it has slots, or than meetings it wants at most."""
    wishes = [_wish_of(registration.id, one) for one in requests if one.state in _STANDS]
    musts = sum(wish is Wish.MUST for wish in wishes)
    most = event.most_meetings if registration.most_meetings is None else registration.most_meetings
    places = min(len(slots_of(event.sessions)), most)
    if musts <= places:
        return ()
    return (Message("event.too-many-musts", {"name": registration.name, "count": musts, "most": places}),)


def scheduled_against_a_no(meetings: Iterable[Meeting], requests: Mapping[str, MeetingRequest]) -> tuple[Message, ...]:
    """Return the warning that the released timetable has meetings to which a side said no since."""
    lost = sum(one.request_id in requests and requests[one.request_id].state in NO for one in meetings)
    return (Message("event.scheduled-against-no", {"count": lost}),) if lost else ()


def _wish_of(registration_id: str, request: MeetingRequest) -> Wish | None:
    if request.asker_id == registration_id:
        return request.wish
    return request.answer if request.asked_id == registration_id else None
