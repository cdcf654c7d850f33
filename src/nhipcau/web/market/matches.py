"""A request about matches comes in; the list of them goes out, as lines and as a board, stage by stage."""

from __future__ import annotations

from functools import partial
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.facts.deal import Stage
from nhipcau.facts.errors import Conflict
from nhipcau.programme.permissions import allowed
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.agreement_list import agreement_list
from nhipcau.programme.queries.match_funnel import match_funnel
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.views import MatchRow
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import answered, asked, filter_form, last_batch

_FILTERS: Final = (
    "stage",
    "agreement_id",
    "organisation_id",
    "need_id",
    "offer_id",
    "idle",
    "waiting",
    "mine",
    "demo",
    "sort",
    "cursor",
)
_OFFERED_AGREEMENTS: Final = 100
_ON_THE_BOARD: Final = 200


@page
def matches(request: Visit) -> HttpResponse:
    """List matches; filters and order stand in the address. ``view=board`` lays them out by stage."""
    query = asked(request.GET, _FILTERS)
    query.pop("search", None)
    board = request.GET.get("view") == "board"
    ask = partial(match_list, request.office, request.actor)
    if board:
        query.pop("cursor", None)
        query["limit"] = str(_ON_THE_BOARD)
    found, understood = answered(ask, query)
    funnel = match_funnel(request.office, request.actor, agreement_id=request.GET.get("agreement_id") or None)
    office = allowed(request.actor, "match.on-behalf")
    context = {
        "found": found,
        "board": board,
        "columns": _columns(found.items) if board else (),
        "form": filter_form(request.GET),
        "understood": understood,
        "filtered": any(request.GET.get(key) for key in _FILTERS if key not in ("sort", "cursor")),
        "counts": [(stage, funnel.now.get(stage, 0)) for stage in Stage],
        "totals": funnel.totals,
        "office": office,
        "agreements": _agreements(request) if office else (),
        "tabs": _tabs(request, board=board),
    }
    return render(request, "nhipcau/market/matches.html", context)


def _columns(rows: tuple[MatchRow, ...]) -> list[tuple[Stage, list[MatchRow]]]:
    return [(stage, [row for row in rows if row.match.stage is stage]) for stage in Stage]


def _tabs(request: Visit, *, board: bool) -> list[dict[str, object]]:
    kept = request.GET.copy()
    kept.pop("cursor", None)
    kept.pop("view", None)
    lines = kept.urlencode()
    kept["view"] = "board"
    here = reverse("web:matches")
    return [
        {"title": _("List"), "address": f"{here}?{lines}", "current": not board, "count": None},
        {"title": _("Board"), "address": f"{here}?{kept.urlencode()}", "current": board, "count": None},
    ]


def _agreements(request: Visit) -> list[tuple[str, str]]:
    rows = agreement_list(request.office, request.actor, limit=_OFFERED_AGREEMENTS).items
    return [(row.agreement.id, row.agreement.title) for row in rows]


@require_POST
@page
def propose(request: Visit) -> HttpResponse:
    """Set a need and an offer on the way; where they already are, lead there."""
    typed = request.POST
    try:
        match = propose_match(
            request.office,
            request.actor,
            typed.get("need", ""),
            typed.get("offer", ""),
            note=typed.get("note", ""),
        )
    except Conflict as known:
        there = known.message.params.get("id")
        if known.code != "error.match-exists" or not isinstance(there, str):
            raise
        return redirect("web:match", there)
    tell(request, "done.match-proposed", undo=last_batch(request, "match", match.id))
    return redirect("web:match", match.id)
