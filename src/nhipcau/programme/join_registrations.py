"""Two registrations of one firm come in; one stands for both, with all that was asked of and said by either."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import EventState
from nhipcau.programme.hosting.access import demand_event_state, event_at, other_at, registration_at
from nhipcau.programme.hosting.joining import joined
from nhipcau.programme.hosting.registering import next_waiting
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def join_registrations(office: Office, actor: Actor, kept_id: str, gone_id: str) -> Registration:
    """Join the second into the first; of two one of which no organisation is known, the other one is kept.

    A "no thanks" of or to either stands, a "must" too. While one of the second's meetings stands in a timetable that is
    a draft or released: ``Conflict("error.registration-scheduled")``. Its own address leads to the one that is kept.
    """
    demand(actor, "event.plan")
    with work(office, actor, "join-registrations") as opened:
        kept = registration_at(opened, kept_id, "event.register")
        gone = other_at(opened, kept, gone_id)
        event = event_at(opened, kept.event_id)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        if kept.id == gone.id:
            raise Conflict("error.request-own")
        if kept.organisation_id is None and gone.organisation_id is not None:
            kept, gone = gone, kept
        for one in (kept, gone):
            if one.state is RegistrationState.WITHDRAWN:
                raise Conflict("error.registration-state", id=one.id, state=one.state)
        both = joined(opened, event, kept, gone)
        waiting = next_waiting(opened, event)
        if waiting is None:
            return both
        risen = opened.save(replace(waiting, state=RegistrationState.REGISTERED), before=waiting)
        return risen if risen.id == both.id else both
