"""What is asked of the list of who comes to an event comes in; one page goes out, to others without contacts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import RegistrationState
from nhipcau.facts.event import EventSide
from nhipcau.programme.arguments import RegistrationQuestion
from nhipcau.programme.events.filters import RegistrationFilter
from nhipcau.programme.events.views import RegistrationRow
from nhipcau.programme.filters import REGISTRATION_SORTS
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.sight import event_seen, registration_seen
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.asking import known_only, paging
from nhipcau.programme.views import Page

_PLAIN_SORTS: Final = ("name", "created")


def registration_list(
    office: Office, actor: Actor, event_id: str, **wanted: Unpack[RegistrationQuestion]
) -> Page[RegistrationRow]:
    """Return registrations by name unless asked otherwise; enterprises see who comes for sure, by name alone."""
    demand(actor, "event.see")
    reads = office.store.reads()
    event = event_seen(reads, actor, event_id)
    form = Form(actor.language)
    known_only(form, wanted, RegistrationQuestion)
    side = form.code("side", wanted.get("side"), tuple(EventSide))
    state = form.code("state", wanted.get("state"), tuple(RegistrationState))
    if not allowed(actor, "event.figures"):
        state = RegistrationState.REGISTERED
    asked = RegistrationFilter(
        event_id=event.id,
        text=form.text("search", wanted.get("search")),
        side=EventSide(side) if side else None,
        state=RegistrationState(state) if state else None,
        walk_in=form.yes_no("walk_in", wanted.get("walk_in")),
    )
    sorts = REGISTRATION_SORTS if allowed(actor, "event.figures") else _PLAIN_SORTS
    page = paging(office, form, wanted, sorts, "name")
    form.check()
    found = reads.registration_list(asked, page, now=office.clock.now())
    return replace(found, items=tuple(row for one in found.items for row in _seen(actor, one)))


def _seen(actor: Actor, row: RegistrationRow) -> tuple[RegistrationRow, ...]:
    seen = registration_seen(actor, row.registration)
    if seen is None:
        return ()
    # How many others ask a firm for meetings is its own business.
    told = allowed(actor, "event.figures") or allowed(actor, "event.contacts", row.registration)
    return (replace(row, registration=seen, requests=row.requests if told else {}),)
