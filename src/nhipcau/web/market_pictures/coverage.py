"""What the market asks for and offers comes in; a treemap with its table goes out."""

from __future__ import annotations

from django.http import HttpResponse

from nhipcau.facts.market import Coverage
from nhipcau.programme.queries.market_coverage import market_coverage
from nhipcau.report.market_tables import coverage_table
from nhipcau.report.pictures.treemap import treemap_picture
from nhipcau.web.market_pictures.answering import in_order, sent, shown
from nhipcau.web.market_pictures.links import link
from nhipcau.web.market_pictures.tabs import looks
from nhipcau.web.page import Visit, language_of, page
from nhipcau.words.labels import report_label

_LISTED = 60
_ALONE_FIRST = {Coverage.NEEDED: 0, Coverage.OFFERED: 1, Coverage.BOTH: 2}


@page
def coverage(request: Visit, form: str = "") -> HttpResponse:
    """Show the concepts of the market, and where one side stands alone."""
    found = market_coverage(request.office, request.actor)
    label = report_label(language_of(request))
    picture = treemap_picture(found, label, link) if found else None
    rows = in_order(
        request,
        found,
        {
            "concept": lambda row: row.name.casefold(),
            "facet": lambda row: (label("facet", row.facet).casefold(), row.name.casefold()),
            "needs": lambda row: row.needs,
            "offers": lambda row: row.offers,
            "coverage": lambda row: _ALONE_FIRST[row.coverage],
        },
    )
    if form:
        return sent(request, "coverage", form, picture, coverage_table(rows, label))
    context = {
        "tabs": looks("coverage", request.actor),
        "rows": rows[:_LISTED],
        "all": len(rows),
        "counts": [(one, sum(row.coverage is one for row in found)) for one in Coverage],
    }
    return shown(request, "market-coverage", context, picture, {})
