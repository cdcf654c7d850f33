"""A request about doubtful pairs comes in; the queue, or the outcome of a whole comparison, goes out."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.queries.review_queue import review_counts, review_queue
from nhipcau.programme.relink import relink
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.pictures import Tab
from nhipcau.web.register.asking import answered, asked
from nhipcau.words.labels import label

# More than these are compared by the nightly run: nobody waits so long for a page.
_MOST_AT_DESK = 20_000
_FILTERS = ("state", "demo", "sort", "cursor")


@page
def queue(request: Visit) -> HttpResponse:
    """List doubtful pairs, those whose decision settles most first."""
    found, understood = answered(partial(review_queue, request.office, request.actor), asked(request.GET, _FILTERS))
    counts = review_counts(request.office, request.actor)
    now = request.GET.get("state") or DoubtState.OPEN
    here = reverse("web:review")
    tabs = [
        Tab(
            label("doubt-state", state, language_of(request)),
            f"{here}?{urlencode({'state': state.value})}",
            state == now,
            counts[state],
        )
        for state in (DoubtState.OPEN, DoubtState.LATER, DoubtState.DIFFERENT, DoubtState.SAME)
    ]
    context = {"found": found, "understood": understood, "tabs": tabs, "counts": counts, "state": now}
    return render(request, "nhipcau/review/queue.html", context)


@require_POST
@page
def run(request: Visit) -> HttpResponse:
    """Compare the whole register now and put what is new into the queue."""
    done = relink(request.office, request.actor, most=_MOST_AT_DESK)
    tell(
        request,
        "done.relinked",
        organisations=done.organisations,
        proposed=done.proposed,
        merged=done.merged,
    )
    return redirect("web:review")
