"""A request about needs or offers comes in; the list of them goes out, as a page or as a file."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render

from nhipcau.facts.actor import Role
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.permissions import allowed
from nhipcau.report.listings import listings, listings_as_json
from nhipcau.report.separated import one as separated
from nhipcau.report.workbook import workbook
from nhipcau.web.market.sides import SIDES, MarketSide
from nhipcau.web.page import Visit, language_of, page
from nhipcau.web.register.asking import answered, asked, filter_form
from nhipcau.words.labels import report_label
from nhipcau.words.requirements import requirement, stated

_FILTERS: Final = (
    "kind",
    "state",
    "place",
    "concept",
    "language",
    "mine",
    "organisation_id",
    "agreement_id",
    "demo",
    "sort",
    "cursor",
)
_NO_FILTER: Final = ("sort", "cursor")
_MOST_EXPORTED: Final = 5000
_EXPORT_PAGE: Final = 200
_MEDIA: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


@page
def items(request: Visit, side: str) -> HttpResponse:
    """List needs or offers; search, filters and order stand in the address."""
    one = SIDES[side]
    ask = partial(one.list_items, request.office, request.actor)
    found, understood = answered(ask, asked(request.GET, _FILTERS))
    concept = request.GET.get("concept", "")
    known = office_vocabulary(request.office).concepts
    language = language_of(request)
    context = {
        "side": one,
        "found": found,
        "labels": {key: known[key].label(language) for row in found.items for key in _shown_concepts(row, known)},
        "form": filter_form(request.GET),
        "understood": understood,
        "concepts": [(concept, known[concept].label(language))] if concept in known else [],
        "filtered": any(request.GET.get(key) for key in (*_FILTERS, "q") if key not in _NO_FILTER),
        "may_post": may_post(request),
        "sees_states": allowed(request.actor, "market.import") or request.actor.role is Role.ENTERPRISE,
        "may_mine": allowed(request.actor, "market.post"),
        "query": request.GET.urlencode(),
        "most_exported": _MOST_EXPORTED,
    }
    return render(request, "nhipcau/market/items.html", context)


def may_post(request: Visit) -> bool:
    """Tell whether a person may post anything: of an enterprise's people those whose organisation is known."""
    return allowed(request.actor, "market.post") and (
        request.actor.role is not Role.ENTERPRISE or bool(request.actor.organisation_id)
    )


def _shown_concepts(row: Any, known: Any) -> tuple[str, ...]:
    item = row.item
    kept = (one for one in (*item.concepts, *item.found) if one not in item.dropped and one in known)
    return tuple(dict.fromkeys(kept))


@page
def export(request: Visit, side: str, form: str) -> HttpResponse:
    """Send what is listed under the same filters, as far as this person may see it."""
    if form not in _MEDIA:
        raise Http404
    one, language = SIDES[side], language_of(request)
    rows = _all_rows(request, one)
    label = report_label(language)
    if form == "json":
        body = listings_as_json(rows)
    else:
        table = listings(rows, label, lambda term: requirement(term, language), lambda term: stated(term, language))
        body = workbook([table], label) if form == "xlsx" else separated(table, label)
    name = f"nhipcau-{one.code}s-{request.office.clock.today().isoformat()}.{form}"
    return HttpResponse(
        body, content_type=_MEDIA[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _all_rows(request: Visit, side: MarketSide) -> list[Any]:
    ask = partial(side.list_items, request.office, request.actor)
    question: dict[str, Any] = {**asked(request.GET, _FILTERS), "limit": str(_EXPORT_PAGE)}
    question.pop("cursor", None)
    rows: list[Any] = []
    while len(rows) < _MOST_EXPORTED:
        found = ask(**question)
        rows += found.items
        if found.next_cursor is None:
            break
        question["cursor"] = found.next_cursor
    return rows[:_MOST_EXPORTED]
