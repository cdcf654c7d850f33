"""A side that does not want to meet another comes in; nobody ever puts the two at a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import EventState
from nhipcau.facts.meeting import MeetingRequest, RefusalReason, RequestState
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at, other_at, registration_at
from nhipcau.programme.hosting.requesting import NO
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def refuse_meeting(office: Office, actor: Actor, refuser_id: str, other_id: str, *, reason: str = "") -> MeetingRequest:
    """Say "no thanks" to another, whether or not anybody asked, at any time while the event is open.

    The other side is told no more than that there is no time. Only the side that said so takes it back, by asking. A
    "no" of the other side that stands is left as it is.
    """
    demand(actor, "event.request")
    form = Form(actor.language)
    why = form.code("reason", reason, tuple(RefusalReason))
    form.check()
    with work(office, actor, "refuse-meeting") as opened:
        refuser = registration_at(opened, refuser_id, "event.request")
        demand_event_state(event_at(opened, refuser.event_id), EventState.OPEN)
        other = other_at(opened, refuser, other_id)
        if other.id == refuser.id:
            raise Conflict("error.request-own")
        said: dict[str, Any] = {
            "state": RequestState.REFUSED,
            "refused_by": refuser.id,
            "reason": RefusalReason(why) if why else None,
            "answered_at": opened.at,
        }
        known = opened.unit.meeting_requests.of_pair(refuser.id, other.id)
        if known is not None and known.state in NO and known.refused_by == other.id:
            return known
        if known is not None:
            return opened.save(replace(known, **said), before=known)
        return opened.add(
            MeetingRequest(
                id=office.ids.new(),
                event_id=refuser.event_id,
                asker_id=refuser.id,
                asked_id=other.id,
                created_at=opened.at,
                created_by=actor.id,
                demo=refuser.demo,
                **said,
            )
        )
