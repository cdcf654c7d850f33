"""Two registrations and what one says to the other come in; whether it may be said, and the request of it, go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import MeetingRequest, RequestState, Wish
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state
from nhipcau.programme.permissions import allowed
from nhipcau.programme.work import Work

NO: Final = (RequestState.DECLINED, RequestState.REFUSED)
LONGEST_NOTE: Final = 1000


def state_at(request: MeetingRequest, now: datetime) -> RequestState:
    """Return where a request stands at a moment: one that nobody answered in time is expired."""
    late = request.expires_at is not None and request.expires_at <= now
    return RequestState.EXPIRED if late and request.state is RequestState.ASKED else request.state


def takes_requests(event: Event, now: datetime) -> bool:
    """Tell whether anybody may ask for meetings now."""
    opened = event.requests_open is None or event.requests_open <= now
    closed = event.requests_close is not None and event.requests_close <= now
    return event.state is EventState.OPEN and opened and not closed


def demand_requests_taken(work: Work, event: Event) -> None:
    """Raise ``Conflict`` before requests open and after they closed; the desk enters on behalf at any time."""
    demand_event_state(event, EventState.OPEN)
    if takes_requests(event, work.at) or allowed(work.actor, "event.desk"):
        return
    if event.requests_open is not None and work.at < event.requests_open:
        raise Conflict("error.requests-not-open", at=event.requests_open)
    raise Conflict("error.requests-closed", at=event.requests_close)


def demand_pair(one: Registration, other: Registration) -> None:
    """Raise ``Conflict`` where two at an event cannot meet: one firm, or somebody who does not come."""
    if one.id == other.id or (one.organisation_id is not None and one.organisation_id == other.organisation_id):
        raise Conflict("error.request-own")
    for side in (one, other):
        if side.state is not RegistrationState.REGISTERED:
            raise Conflict("error.not-there", name=side.name)


def demand_measure(work: Work, event: Event, asker: Registration) -> None:
    """Raise ``Conflict`` where somebody has as many unanswered requests as one may have."""
    waiting = sum(
        one.asker_id == asker.id and state_at(one, work.at) is RequestState.ASKED
        for one in work.unit.meeting_requests.of_registrations([asker.id])
    )
    if waiting >= event.most_requests:
        raise Conflict("error.requests-most", most=event.most_requests, name=asker.name)


def expiry(event: Event, now: datetime) -> datetime:
    """Return until when a request asked now waits: never past the close of requests."""
    late = now + timedelta(hours=event.answer_hours)
    closes = event.requests_close
    return min(late, closes) if closes is not None and now < closes else late


def asked_anew(work: Work, event: Event, request: MeetingRequest, asker: Registration) -> MeetingRequest:
    """Return a request as if nobody had answered it yet; who asks now is the asker."""
    other = request.asked_id if request.asker_id == asker.id else request.asker_id
    return replace(
        request,
        asker_id=asker.id,
        asked_id=other,
        state=RequestState.ASKED,
        answer=None,
        answered_at=None,
        reminded_at=None,
        refused_by=None,
        reason=None,
        expires_at=expiry(event, work.at),
    )


def accepted(work: Work, request: MeetingRequest, wish: Wish) -> MeetingRequest:
    """Return a request with the yes of the asked side."""
    return replace(request, state=RequestState.ACCEPTED, answer=wish, answered_at=work.at)


def wish_typed(form: Form, typed: str) -> Wish:
    """Return how much a side wants a meeting."""
    return Wish(form.code("wish", typed, tuple(Wish), required=True) or Wish.WANT)


def takes_back(work: Work, request: MeetingRequest, side: Registration) -> bool:
    """Tell whether a no is this side's to take back: its own, or what this person of the office had said for it."""
    if request.refused_by != side.id:
        return False
    if not allowed(work.actor, "event.on-behalf"):
        return True
    return said_no_last(work, request) == work.actor.id


def said_no_last(work: Work, request: MeetingRequest) -> str | None:
    """Return who wrote down the no that stands."""
    changes = work.unit.changes.of("meeting-request", request.id)
    said = [one.actor_id for one in changes if one.after is not None and one.after.get("state") in NO]
    return said[-1] if said else None
