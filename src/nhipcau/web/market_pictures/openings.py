"""What keeps needs and offers apart comes in; the gaps that would open the most matches go out."""

from __future__ import annotations

from django.http import HttpResponse

from nhipcau.programme.queries.market_openings import market_openings
from nhipcau.programme.views import Opening
from nhipcau.report.market_tables import openings_table
from nhipcau.web.market_pictures.answering import in_order, sent, shown
from nhipcau.web.market_pictures.tabs import looks
from nhipcau.web.page import Visit, language_of, page
from nhipcau.words.place_names import place
from nhipcau.words.requirements import requirement


@page
def openings(request: Visit, form: str = "") -> HttpResponse:
    """Show which requirements, if they were met, would turn near misses into matches."""
    language = language_of(request)
    found = market_openings(request.office, request.actor)
    rows = in_order(
        request,
        found,
        {
            "requirement": lambda row: _said(row, language).casefold(),
            "alone": lambda row: row.alone,
            "pairs": lambda row: row.pairs,
            "offers": lambda row: row.offers,
        },
    )
    if form:
        return sent(request, "openings", form, None, openings_table(rows, lambda row: _said(row, language)))
    context = {
        "tabs": looks("openings", request.actor),
        "rows": [(_said(row, language), row) for row in rows],
        "most": max((row.pairs for row in found), default=1),
    }
    return shown(request, "market-openings", context, None, {})


def _said(row: Opening, language: str) -> str:
    """Say what is asked for, of a distance also from where."""
    said = requirement(row.asked, language)
    return f"{said} · {place(row.place, language)}" if row.place else said
