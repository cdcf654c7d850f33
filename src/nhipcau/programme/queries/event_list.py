"""What is asked of the list of events comes in; one page of them goes out, as far as this person may know of them."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.event import EventState
from nhipcau.programme.arguments import EventQuestion
from nhipcau.programme.events.filters import EventFilter
from nhipcau.programme.events.views import EventRow
from nhipcau.programme.filters import EVENT_SORTS
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import an_id, known_only, paging
from nhipcau.programme.views import Page


def event_list(office: Office, actor: Actor, **wanted: Unpack[EventQuestion]) -> Page[EventRow]:
    """Return events, the latest first unless asked otherwise; enterprises see open ones and those they come to."""
    demand(actor, "event.see")
    form = Form(actor.language)
    known_only(form, wanted, EventQuestion)
    state = form.code("state", wanted.get("state"), tuple(EventState))
    own = visible_to(actor)
    asked = EventFilter(
        text=form.text("search", wanted.get("search")),
        state=EventState(state) if state else None,
        commitment_id=an_id(form, "commitment_id", wanted.get("commitment_id")),
        organisation_id=an_id(form, "organisation_id", wanted.get("organisation_id")) if own is None else own,
        open_or_registered=own is not None,
    )
    page = paging(office, form, wanted, EVENT_SORTS, "-starts")
    form.check()
    return office.store.reads().event_list(asked, page)
