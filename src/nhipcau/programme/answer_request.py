"""A request and the asked side's yes or no come in; the request goes out, answered."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict, NotAllowed
from nhipcau.facts.meeting import MeetingRequest, RefusalReason, RequestState, Wish
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import event_at, request_at
from nhipcau.programme.hosting.requesting import accepted, demand_pair, demand_requests_taken, state_at, wish_typed
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.work import work


def answer_request(  # noqa: PLR0913 -- who, which, yes or no, how much or why not
    office: Office,
    actor: Actor,
    request_id: str,
    *,
    accept: bool | str,
    wish: str = Wish.WANT,
    reason: str = "",
    version: int | None = None,
) -> MeetingRequest:
    """Accept with a wish of one's own, or decline with a reason. One that is over or answered: ``Conflict``."""
    demand(actor, "event.request")
    form = Form(actor.language)
    yes = form.yes_no("accept", accept) is True
    wanted = wish_typed(form, wish) if yes else Wish.WANT
    why = "" if yes else form.code("reason", reason, tuple(RefusalReason), required=True)
    form.check()
    with work(office, actor, "answer-request") as opened:
        request, asker, asked = request_at(opened, request_id, version)
        if not allowed(actor, "event.request", asked):
            raise NotAllowed("error.not-allowed", permission="event.request")
        demand_requests_taken(opened, event_at(opened, request.event_id))
        state = state_at(request, opened.at)
        if state is not RequestState.ASKED:
            raise Conflict("error.request-state", id=request.id, state=state)
        if not yes:
            declined = replace(request, state=RequestState.DECLINED, answered_at=opened.at)
            return opened.save(replace(declined, refused_by=asked.id, reason=RefusalReason(why)), before=request)
        demand_pair(asker, asked)
        return opened.save(accepted(opened, request, wanted), before=request)
