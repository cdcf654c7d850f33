"""A request that its asker no longer wants comes in; it is withdrawn, answered or not."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict, NotAllowed
from nhipcau.facts.event import EventState
from nhipcau.facts.meeting import MeetingRequest, RequestState
from nhipcau.programme.hosting.access import demand_event_state, event_at, request_at
from nhipcau.programme.hosting.requesting import state_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.work import work


def withdraw_request(office: Office, actor: Actor, request_id: str, *, version: int | None = None) -> MeetingRequest:
    """Withdraw what one asked for; the asked side says "no thanks" instead."""
    demand(actor, "event.request")
    with work(office, actor, "withdraw-request") as opened:
        request, asker, _asked = request_at(opened, request_id, version)
        if not allowed(actor, "event.request", asker):
            raise NotAllowed("error.not-allowed", permission="event.request")
        demand_event_state(event_at(opened, request.event_id), EventState.OPEN)
        state = state_at(request, opened.at)
        if state not in (RequestState.ASKED, RequestState.ACCEPTED):
            raise Conflict("error.request-state", id=request.id, state=state)
        return opened.save(replace(request, state=RequestState.WITHDRAWN), before=request)
