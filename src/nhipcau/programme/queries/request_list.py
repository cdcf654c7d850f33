"""What is asked of the list of meeting requests comes in; one page goes out, to a side its own alone."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration
from nhipcau.facts.meeting import RequestState
from nhipcau.programme.arguments import RequestQuestion
from nhipcau.programme.events.filters import RequestFilter
from nhipcau.programme.events.views import RequestRow
from nhipcau.programme.filters import REQUEST_SORTS
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.asked import requests_of
from nhipcau.programme.hosting.sight import event_seen, own_among
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.asking import an_id, known_only, paging
from nhipcau.programme.views import Page


def request_list(office: Office, actor: Actor, event_id: str, **wanted: Unpack[RequestQuestion]) -> Page[RequestRow]:
    """Return requests, the newest first unless asked otherwise; a side sees all of its own on one page."""
    demand(actor, "event.request")
    reads = office.store.reads()
    event = event_seen(reads, actor, event_id)
    form = Form(actor.language)
    known_only(form, wanted, RequestQuestion)
    typed = form.code("state", wanted.get("state"), tuple(RequestState))
    state = RequestState(typed) if typed else None
    asked = RequestFilter(
        event_id=event.id,
        text=form.text("search", wanted.get("search")),
        state=state,
        registration_id=an_id(form, "registration_id", wanted.get("registration_id")),
    )
    page = paging(office, form, wanted, REQUEST_SORTS, "-created")
    form.check()
    if allowed(actor, "event.on-behalf"):
        return reads.request_list(asked, page, now=office.clock.now())
    own = [one for one in own_among(reads, actor, event.id) if isinstance(one, Registration)]
    # A store counts what a side is not told of: its page is made of what it may see.
    rows = [row for one in own for row in requests_of(office, actor, one)]
    shown = tuple(row for row in rows if state is None or row.request.state is state)
    return Page(items=shown, next_cursor=None, total=len(shown))
