"""A request about development plans comes in; the list of them goes out, or a new one is made."""

from __future__ import annotations

from functools import partial
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.queries.market_gaps import market_gaps
from nhipcau.programme.queries.plan_list import plan_list
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import answered, asked, last_batch

_FILTERS: Final = ("offer_id", "need_id", "demo", "sort", "cursor")


@page
def plans(request: Visit) -> HttpResponse:
    """List plans, and what their enterprises lack that nobody on the market offers."""
    query = asked(request.GET, _FILTERS)
    query.pop("search", None)
    found, understood = answered(partial(plan_list, request.office, request.actor), query)
    context = {
        "found": found,
        "understood": understood,
        "filtered": any(request.GET.get(key) for key in ("offer_id", "need_id", "demo")),
        "open_gaps": market_gaps(request.office, request.actor),
    }
    return render(request, "nhipcau/market_plans/plans.html", context)


@require_POST
@page
def make(request: Visit) -> HttpResponse:
    """Make a plan for an offer: against one need, or against all of its trade."""
    typed = request.POST
    made = make_plan(
        request.office,
        request.actor,
        typed.get("offer", ""),
        typed.get("need") or None,
        unstated=typed.get("unstated"),
        starts_on=typed.get("starts_on"),
    )
    tell(request, "done.plan-made", undo=last_batch(request, "plan", made.id))
    return redirect("web:plan", made.id)
