"""A registration comes in; it is withdrawn, what it asked for with it, and who waited longest moves up."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import EventState
from nhipcau.facts.meeting import RequestState
from nhipcau.programme.hosting.access import demand_event_state, event_at, registration_at
from nhipcau.programme.hosting.registering import next_waiting
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import Work, work


def withdraw_registration(
    office: Office, actor: Actor, registration_id: str, *, version: int | None = None
) -> Registration:
    """Withdraw: requests that nobody answered are withdrawn too; accepted ones stay, for the desk to repair by."""
    demand(actor, "event.register")
    with work(office, actor, "withdraw-registration") as opened:
        before = registration_at(opened, registration_id, "event.register", version)
        event = event_at(opened, before.event_id)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        if before.state is RegistrationState.WITHDRAWN:
            raise Conflict("error.registration-state", id=before.id, state=before.state)
        gone = opened.save(replace(before, state=RegistrationState.WITHDRAWN), before=before)
        _withdraw_asked(opened, gone)
        waiting = next_waiting(opened, event)
        if waiting is not None:
            opened.save(replace(waiting, state=RegistrationState.REGISTERED), before=waiting)
        return gone


def _withdraw_asked(opened: Work, gone: Registration) -> None:
    for request in opened.unit.meeting_requests.of_registrations([gone.id]):
        if request.state is RequestState.ASKED:
            opened.save(replace(request, state=RequestState.WITHDRAWN), before=request)
