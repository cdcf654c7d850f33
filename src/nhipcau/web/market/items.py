"""A request about one need or offer comes in; its page goes out, with what fits it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render

from nhipcau.facts.actor import Role
from nhipcau.facts.errors import Unavailable
from nhipcau.facts.message import Message
from nhipcau.programme.market.acts import acts_of
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.market.masking import without_identity
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.new_matches import new_matches
from nhipcau.web.forms import Form
from nhipcau.web.market.fitting import less_alike, shown_rows
from nhipcau.web.market.property_options import property_choices, unit_lists
from nhipcau.web.market.sides import SIDES, MarketSide
from nhipcau.web.page import Visit, language_of, page
from nhipcau.words.labels import label

_MOST_NEW: Final = 200


@page
def item(request: Visit, side: str, item_id: str) -> HttpResponse:
    """Show one need or offer."""
    one = SIDES[side]
    return shown_item(request, one, one.show_item(request.office, request.actor, item_id))


def shown_item(request: Visit, side: MarketSide, view: Any, status: int = 200, **forms: Form) -> HttpResponse:
    """Show the page of an item; ``forms`` hold what was typed in a dialog of it and refused."""
    found, language = view.row.item, language_of(request)
    others = request.GET.get("as") == "others" and "market.edit" in view.may
    item = without_identity(found) if others and found.confidential else found
    known = office_vocabulary(request.office).concepts
    kept = dict.fromkeys(one for one in (*found.concepts, *found.found) if one not in found.dropped)
    context = {
        "side": side,
        "view": view,
        "row": view.row,
        "item": item,
        "warnings": () if others else view.warnings,
        "as_others": others,
        "concepts": [known[one].label(language) for one in kept if one in known],
        "terms": item.requirements if side.code == "need" else item.attributes,
        "fits": None if others else _fits(request, side, view),
        "may_answer": not others and request.actor.role is Role.ENTERPRISE and bool(request.actor.organisation_id),
        "acts": acts_of(request.actor, replace(found, state=view.row.state)),
        "may_edit": "market.edit" in view.may,
        "may_see_history": "market.edit" in view.may and allowed(request.actor, "history.see"),
        "return_form": Form(prefix="return-"),
        "record_form": Form(prefix="record-"),
        "properties": property_choices(language),
        "unit_lists": unit_lists(language),
        **forms,
        "today": request.office.clock.today(),
    }
    return render(request, "nhipcau/market/item.html", context, status=status)


def _fits(request: Visit, side: MarketSide, view: Any) -> dict[str, Any] | None:
    """Return what fits the item; ``None`` for those who may not ask."""
    found = view.row.item
    if not allowed(request.actor, "match.rank", found):
        return None
    try:
        matches = side.find_matches(request.office, request.actor, found.id)
    except Unavailable as unavailable:
        return {"unavailable": unavailable.message}
    rows = (*matches.matches, *matches.near_misses)
    best = max((row.fit.score for row in rows), default=0)
    topic = max((row.fit.topic for row in rows), default=0)
    fitting, other_matches = less_alike(shown_rows(matches.matches, best, _closed(request, side, found.id)), topic)
    near_misses, other_near = less_alike(shown_rows(matches.near_misses, best), topic)
    return {
        "matches": fitting,
        "other_matches": other_matches,
        "near_misses": near_misses,
        "other_near": other_near,
        "notes": matches.notes,
        "may_propose": matches.may_propose,
        "may_plan": side.code == "offer" or allowed(request.actor, "match.on-behalf"),
    }


def _closed(request: Visit, side: MarketSide, item_id: str) -> dict[str, Message]:
    """Return what made matches of near misses, by the id of the other item."""
    if not allowed(request.actor, "match.see"):
        return {}
    language = language_of(request)
    told = {}
    for one in new_matches(request.office, request.actor, limit=_MOST_NEW):
        mine, other = (one.need, one.offer) if side.code == "need" else (one.offer, one.need)
        if one.closed and mine.item.id == item_id:
            named = [label("property", code, language) for code in one.closed]
            told[other.item.id] = Message("digest.closed", {"properties": named})
    return told
