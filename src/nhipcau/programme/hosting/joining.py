"""Two registrations that are one firm come in; all that hung on the one that goes hangs on the one that is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nhipcau.facts.attendance import Attendee, Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import MeetingRequest, RequestState, TimetableState, Wish
from nhipcau.programme.hosting.requesting import state_at
from nhipcau.programme.name_keys import folded
from nhipcau.programme.work import Work

_TOLD: Final = (TimetableState.DRAFT, TimetableState.RELEASED)
# A no outlives a yes: whoever said it takes it back themselves.
_OUTLIVES: Final = (
    RequestState.REFUSED,
    RequestState.DECLINED,
    RequestState.ACCEPTED,
    RequestState.ASKED,
    RequestState.EXPIRED,
    RequestState.WITHDRAWN,
)


def joined(work: Work, event: Event, kept: Registration, gone: Registration) -> Registration:
    """Return the one that is kept, with the people, items and requests of the one that goes."""
    _demand_unscheduled(work, gone)
    for request in work.unit.meeting_requests.of_registrations([gone.id]):
        _turn(work, request, kept, gone)
    venues = tuple(
        replace(venue, registration_id=kept.id) if venue.registration_id == gone.id else venue for venue in event.venues
    )
    work.save(replace(event, venues=venues), before=event)
    for interpreter in work.unit.interpreters.of_event(event.id):
        apart = dict.fromkeys(kept.id if one == gone.id else one for one in interpreter.apart_from)
        work.save(replace(interpreter, apart_from=tuple(apart)), before=interpreter)
    work.save(replace(gone, kept_for=kept.id), before=gone)
    states = {kept.state, gone.state}
    sure = RegistrationState.REGISTERED if RegistrationState.REGISTERED in states else kept.state
    both = replace(
        kept,
        state=sure,
        attendees=_people(kept.attendees, gone.attendees),
        needs=tuple(dict.fromkeys((*kept.needs, *gone.needs))),
        offers=tuple(dict.fromkeys((*kept.offers, *gone.offers))),
        splits=kept.splits or gone.splits,
    )
    return work.save(both, before=kept)


def _demand_unscheduled(work: Work, gone: Registration) -> None:
    for timetable in work.unit.timetables.of_event(gone.event_id):
        if timetable.state in _TOLD and any(
            gone.id in (meeting.asker_id, meeting.asked_id) for meeting in work.unit.meetings.of_timetable(timetable.id)
        ):
            raise Conflict("error.registration-scheduled", id=gone.id, name=gone.name, number=timetable.number)


def _turn(work: Work, request: MeetingRequest, kept: Registration, gone: Registration) -> None:
    """Let a request name the one that is kept; where that has one with the same side, one of the two is for both."""
    other = request.asked_id if request.asker_id == gone.id else request.asker_id
    twin = work.unit.meeting_requests.of_pair(kept.id, other) if other != kept.id else None
    if other == kept.id or twin is not None:
        work.save(replace(request, state=RequestState.WITHDRAWN), before=request)
    if other == kept.id:
        return
    turned = replace(
        request,
        asker_id=kept.id if request.asker_id == gone.id else request.asker_id,
        asked_id=kept.id if request.asked_id == gone.id else request.asked_id,
        refused_by=kept.id if request.refused_by == gone.id else request.refused_by,
    )
    if twin is None:
        work.save(turned, before=request)
    else:
        work.save(_for_both(work, twin, turned), before=twin)


def _for_both(work: Work, twin: MeetingRequest, turned: MeetingRequest) -> MeetingRequest:
    """Return the request of a pair that had two: a no outlives a yes, a yes a question, "must" a "want"."""
    first = min((twin, turned), key=lambda one: _OUTLIVES.index(state_at(one, work.at)))
    other = turned if first is twin else twin
    wishes = {side: _stronger(_wish(first, side), _wish(other, side)) for side in (first.asker_id, first.asked_id)}
    crossed = first.asker_id != other.asker_id
    asked = RequestState.ASKED
    both_asked = crossed and state_at(first, work.at) is asked and state_at(other, work.at) is asked
    answer = wishes[first.asked_id] if both_asked or first.state is RequestState.ACCEPTED else first.answer
    return replace(
        first,
        id=twin.id,
        version=twin.version,
        created_at=min(twin.created_at, turned.created_at),
        wish=wishes[first.asker_id] or first.wish,
        answer=answer,
        state=RequestState.ACCEPTED if both_asked else first.state,
        answered_at=work.at if both_asked else first.answered_at,
    )


def _wish(request: MeetingRequest, side: str) -> Wish | None:
    return request.wish if request.asker_id == side else request.answer


def _stronger(one: Wish | None, other: Wish | None) -> Wish | None:
    return Wish.MUST if Wish.MUST in (one, other) else one or other


def _people(kept: tuple[Attendee, ...], gone: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
    """Return the people of both, who is named in both once, each with a key of their own."""
    known, keys = {folded(one.name) for one in kept}, {one.key for one in kept}
    people = list(kept)
    for one in gone:
        if folded(one.name) not in known:
            number = 1
            while f"a{number}" in keys:
                number += 1
            key = one.key if one.key not in keys else f"a{number}"
            keys.add(key)
            people.append(replace(one, key=key))
    return tuple(people)
