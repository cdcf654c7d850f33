"""A request about people who may be one comes in; the queue, one pair, or what came of a decision goes out."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from nhipcau.facts.errors import Conflict
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Person
from nhipcau.facts.resolving import UNDECIDED, DoubtState
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.person_page import person_page
from nhipcau.programme.queries.review_pair import PairPage, review_pair
from nhipcau.programme.queries.review_queue import review_counts, review_queue
from nhipcau.programme.relink_people import relink_people
from nhipcau.web.forms import version_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.pictures import Tab
from nhipcau.web.register.asking import answered, asked
from nhipcau.words.labels import label
from nhipcau.words.names import shown_name

_KIND = "person"
_FILTERS = ("state", "demo", "sort", "cursor")
_STATES = (DoubtState.OPEN, DoubtState.LATER, DoubtState.DIFFERENT, DoubtState.SAME)


@page
def queue(request: Visit) -> HttpResponse:
    """List people who may be one."""
    ask = partial(review_queue, request.office, request.actor, _KIND)
    found, understood = answered(ask, asked(request.GET, _FILTERS))
    counts = review_counts(request.office, request.actor, _KIND)
    now = request.GET.get("state") or DoubtState.OPEN
    here = reverse("web:people-review")
    tabs = [
        Tab(
            label("doubt-state", state, language_of(request)),
            f"{here}?{urlencode({'state': state.value})}",
            state == now,
            counts[state],
        )
        for state in _STATES
    ]
    context = {"found": found, "understood": understood, "tabs": tabs, "state": now}
    return render(request, "nhipcau/people/queue.html", context)


@require_POST
@page
def run(request: Visit) -> HttpResponse:
    """Compare all people now and put what is new into the queue."""
    done = relink_people(request.office, request.actor)
    tell(request, "done.people-relinked", people=done.people, proposed=done.proposed)
    return redirect("web:people-review")


@page
def pair(request: Visit, doubt_id: str) -> HttpResponse:
    """Show a pair: both people, and why it is asked."""
    return _shown(request, _found(request, doubt_id))


@require_POST
@page
def decide(request: Visit, doubt_id: str) -> HttpResponse:
    """Decide a pair and go on to the next one."""
    before, typed = _found(request, doubt_id), request.POST
    try:
        decided = decide_pair(
            request.office,
            request.actor,
            doubt_id,
            typed.get("decision", ""),
            version=version_of(typed),
            keep=typed.get("keep", ""),
            despite=typed.get("despite") == "yes",
        )
    except Conflict as refused:
        vetoes = refused.message.params.get("vetoes")
        if not isinstance(vetoes, tuple):
            raise
        return _shown(request, before, vetoes=vetoes, status=409)
    kept = decided.merge.kept if decided.merge else ""
    sides = {side.thing.id: side.thing.names for side in (before.view.left, before.view.right)}
    name = shown_name(sides[kept], language_of(request)) if kept else ""
    tell(request, f"done.pair-{typed['decision']}", undo=decided.batch, name=name)
    following = before.view.next_id
    return redirect("web:people-pair", following) if following else redirect("web:people-review")


def _found(request: Visit, doubt_id: str) -> PairPage:
    found = review_pair(request.office, request.actor, doubt_id)
    if found.view.doubt.kind != _KIND:
        raise not_found("doubt", doubt_id)
    return found


def _shown(request: Visit, found: PairPage, *, vetoes: tuple[Message, ...] = (), status: int = 200) -> HttpResponse:
    doubt = found.view.doubt
    sides = [
        (side, person_page(request.office, request.actor, side.thing.id))
        for side in (found.view.left, found.view.right)
        if isinstance(side.thing, Person) and side.thing.merged_into is None
    ]
    context = {
        "view": found.view,
        "doubt": doubt,
        "sides": [(side, view, {body.id: body for body in view.bodies}) for side, view in sides],
        "undecided": doubt.state in UNDECIDED,
        "vetoes": vetoes or doubt.vetoes,
        "keep": request.POST.get("keep") or doubt.left,
    }
    return render(request, "nhipcau/people/pair.html", context, status=status)
