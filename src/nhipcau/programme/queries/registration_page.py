"""The id of a registration comes in; what this person may see of it, and do with it, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import Event
from nhipcau.programme.hosting.asked import requests_of
from nhipcau.programme.hosting.sight import event_seen, items_told, may_on_registration, registration_seen
from nhipcau.programme.hosting.views import RegistrationView
from nhipcau.programme.hosting.warning import too_many_musts
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.asking import not_found


def registration_page(office: Office, actor: Actor, registration_id: str) -> RegistrationView:
    """Return one registration: all of one's own, of others who they are and what they openly bring."""
    demand(actor, "event.see")
    reads = office.store.reads()
    registration = reads.registration(registration_id)
    if registration is None or registration.kept_for is not None:
        raise not_found("registration", registration_id)
    event = event_seen(reads, actor, registration.event_id)
    return registration_view(office, actor, event, registration)


def registration_view(office: Office, actor: Actor, event: Event, registration: Registration) -> RegistrationView:
    """Return what a person may see of a registration at an event that it may know of."""
    seen = registration_seen(actor, registration)
    if seen is None:
        raise not_found("registration", registration.id)
    reads, today = office.store.reads(), office.clock.today()
    needs = reads.item_rows("need", registration.needs, today=today)
    offers = reads.item_rows("offer", registration.offers, today=today)
    inside = allowed(actor, "event.contacts", registration)
    requests = requests_of(office, actor, registration) if inside else ()
    return RegistrationView(
        event=event,
        registration=seen,
        needs=items_told(actor, registration, [needs[one] for one in registration.needs if one in needs]),
        offers=items_told(actor, registration, [offers[one] for one in registration.offers if one in offers]),
        requests=requests,
        warnings=too_many_musts(event, registration, [row.request for row in requests]),
        may=may_on_registration(actor, registration),
    )
