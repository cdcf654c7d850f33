"""Where matches stand comes in; a funnel, a table by agreement and what they are worth go out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.http import HttpResponse

from nhipcau.facts.deal import Stage
from nhipcau.programme.queries.match_funnel import match_funnel
from nhipcau.programme.views import MoneyTotal
from nhipcau.report.market_tables import funnel_table
from nhipcau.report.pictures.funnel import funnel_picture
from nhipcau.web.market_pictures.answering import in_order, sent, shown
from nhipcau.web.market_pictures.links import link
from nhipcau.web.page import Visit, language_of, page
from nhipcau.words.labels import report_label

_WORTH = ("discussed", "mou", "contract")


@page
def funnel(request: Visit, form: str = "") -> HttpResponse:
    """Show how many matches came to which stage, of all or of one agreement."""
    agreement = request.GET.get("agreement_id", "")
    found = match_funnel(request.office, request.actor, agreement_id=agreement or None)
    label = report_label(language_of(request))
    picture = funnel_picture(found, label, link)
    if form:
        return sent(request, "funnel", form, picture, funnel_table(found, label))
    rows = in_order(
        request,
        found.by_agreement,
        {
            "agreement": lambda row: row.agreement_title.casefold(),
            "matches": lambda row: sum(row.stages.values()),
        },
    )
    context = {
        "stages": [(stage, found.reached.get(stage, 0), found.now.get(stage, 0)) for stage in Stage],
        "rows": [(row, sum(row.stages.values()), row.stages.items()) for row in rows],
        "one_agreement": agreement and next((row.agreement_title for row in found.by_agreement), ""),
        "totals": _side_by_side(found.totals),
    }
    empty = not any(found.now.values())
    query = {"agreement_id": agreement} if agreement else {}
    return shown(request, "market-funnel", context, None if empty else picture, query)


def _side_by_side(totals: Iterable[MoneyTotal]) -> list[tuple[str, list[tuple[str, Decimal | None, int]]]]:
    """Return for each currency what was discussed, agreed in memoranda and contracted: three values, never one sum."""
    by_currency: dict[str, dict[str, MoneyTotal]] = {}
    for total in totals:
        by_currency.setdefault(total.currency, {})[total.kind] = total
    return [
        (
            currency,
            [(kind, kinds[kind].amount, kinds[kind].matches) if kind in kinds else (kind, None, 0) for kind in _WORTH],
        )
        for currency, kinds in sorted(by_currency.items())
    ]
