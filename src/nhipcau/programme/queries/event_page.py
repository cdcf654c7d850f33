"""The id of an event comes in; what this person may see of it, and do with it, goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import Event
from nhipcau.facts.message import Message
from nhipcau.programme.hosting.alike import alike
from nhipcau.programme.hosting.requesting import state_at, takes_requests
from nhipcau.programme.hosting.sight import event_seen, may_on_event, own_among
from nhipcau.programme.hosting.views import Alike, EventView
from nhipcau.programme.hosting.warning import scheduled_against_a_no, too_many_musts
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand


def event_page(office: Office, actor: Actor, event_id: str) -> EventView:
    """Return one event; ``NotFound`` where there is none that this person may know of.

    Who plans it is warned: of sides that want more than there are slots, of meetings that were refused since they were
    scheduled, of registrations that may be one firm.
    """
    demand(actor, "event.see")
    reads = office.store.reads()
    event = event_seen(reads, actor, event_id)
    now = office.clock.now()
    plans = allowed(actor, "event.on-behalf")
    there = reads.registrations(event.id) if plans else ()
    figures = allowed(actor, "event.figures")
    hidden = event if plans else replace(event, link_key="", created_by="")
    return EventView(
        event=hidden,
        slots=slots_of(event.sessions),
        takes_requests=takes_requests(event, now),
        own=own_among(reads, actor, event.id),
        counts=reads.event_counts(event.id, now=now) if figures else None,
        alike=_alike(office, there) if plans else (),
        warnings=_warnings(office, event, there) if plans else (),
        may=may_on_event(actor),
    )


def _alike(office: Office, there: tuple[Registration, ...]) -> tuple[Alike, ...]:
    bodies = [one.organisation_id for one in there if one.organisation_id is not None]
    with office.store.unit() as unit:
        return alike(there, unit.doubts.of("organisation", bodies))


def _warnings(office: Office, event: Event, there: tuple[Registration, ...]) -> tuple[Message, ...]:
    reads, now = office.store.reads(), office.clock.now()
    requests = {one.id: replace(one, state=state_at(one, now)) for one in reads.meeting_requests(event.id)}
    of: dict[str, list[str]] = {}
    for one in requests.values():
        of.setdefault(one.asker_id, []).append(one.id)
        of.setdefault(one.asked_id, []).append(one.id)
    told = [
        warning
        for registration in there
        for warning in too_many_musts(event, registration, [requests[key] for key in of.get(registration.id, ())])
    ]
    meetings = reads.meetings(event.timetable_id) if event.timetable_id else ()
    return (*told, *scheduled_against_a_no(meetings, requests))
