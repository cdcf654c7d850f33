"""Who wants to meet whom comes in; the request goes out, accepted where the other side had asked already."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import MeetingRequest, RequestState, Wish
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.about import About, about_typed
from nhipcau.programme.hosting.access import event_at, other_at, registration_at
from nhipcau.programme.hosting.requesting import (
    LONGEST_NOTE,
    NO,
    accepted,
    asked_anew,
    demand_measure,
    demand_pair,
    demand_requests_taken,
    expiry,
    state_at,
    takes_back,
    wish_typed,
)
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import Work, work


def request_meeting(  # noqa: PLR0913 -- who asks whom, how much, why, and about what
    office: Office,
    actor: Actor,
    asker_id: str,
    asked_id: str,
    *,
    wish: str = Wish.WANT,
    note: str = "",
    need_id: str = "",
    offer_id: str = "",
) -> MeetingRequest:
    """Ask for a meeting of two registrations; two have one request, whoever asks.

    Asked again by the same side, its wish changes; asked by the other side, both have accepted. Who was told no gets
    ``Conflict("error.meeting-refused")``; who said no may ask, which takes the no back. Out of time, out of measure
    (``most_requests`` unanswered ones), to oneself or to who does not come: ``Conflict``.
    """
    demand(actor, "event.request")
    with work(office, actor, "request-meeting") as opened:
        asker = registration_at(opened, asker_id, "event.request")
        event = event_at(opened, asker.event_id)
        asked = other_at(opened, asker, asked_id)
        form = Form(actor.language)
        values: dict[str, Any] = {"wish": wish_typed(form, wish), "note": form.text("note", note, longest=LONGEST_NOTE)}
        about = about_typed(opened, form, (asker, asked), About(need_id, offer_id))
        form.check()
        demand_requests_taken(opened, event)
        demand_pair(asker, asked)
        known = opened.unit.meeting_requests.of_pair(asker.id, asked.id)
        if known is not None:
            return opened.save(_again(opened, event, known, asker, values | about), before=known)
        demand_measure(opened, event, asker)
        return opened.add(
            MeetingRequest(
                id=office.ids.new(),
                event_id=event.id,
                asker_id=asker.id,
                asked_id=asked.id,
                created_at=opened.at,
                created_by=actor.id,
                expires_at=expiry(event, opened.at),
                demo=event.demo,
                **values,
                **about,
            )
        )


def _again(
    opened: Work, event: Event, known: MeetingRequest, asker: Registration, values: dict[str, Any]
) -> MeetingRequest:
    """Return what becomes of the request that a pair has by now."""
    state = state_at(known, opened.at)
    if state in NO and not takes_back(opened, known, asker):
        raise Conflict("error.meeting-refused", id=known.id)
    mine = known.asker_id == asker.id
    if state is RequestState.ACCEPTED and not mine:
        return replace(known, answer=values["wish"])
    if state is RequestState.ASKED and not mine:
        return accepted(opened, known, values["wish"])
    if state in (RequestState.ASKED, RequestState.ACCEPTED):
        return replace(known, **values)
    demand_measure(opened, event, asker)
    return replace(asked_anew(opened, event, known, asker), **values)
