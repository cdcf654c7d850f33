"""The offers of each province come in; a map with its table goes out."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nhipcau.facts.market import ItemKind
from nhipcau.programme.queries.market_supply import market_supply
from nhipcau.programme.views import SupplyRow
from nhipcau.report.market_tables import supply_table
from nhipcau.report.pictures.supply_map import counted, names_of, supply_picture
from nhipcau.report.tables import Label
from nhipcau.web.market_pictures.answering import in_order, sent, shown
from nhipcau.web.market_pictures.links import link
from nhipcau.web.page import Visit, language_of, page
from nhipcau.web.pictures import Tab
from nhipcau.words.labels import report_label


@page
def supply(request: Visit, form: str = "") -> HttpResponse:
    """Show where what is offered is, all kinds or one."""
    kind = _kind(request.GET.get("kind", ""))
    label = report_label(language_of(request))
    found = [row for row in market_supply(request.office, request.actor) if counted(row, kind)]
    picture = supply_picture(found, kind, label, link)
    rows = in_order(
        request,
        sorted(found, key=lambda row: -counted(row, kind)),
        {
            "place": lambda row: label("place", row.place).casefold() if row.place else "~",
            "offers": lambda row: row.total,
            **{one.value: _count_of(one) for one in ItemKind},
        },
    )
    if form:
        return sent(request, "supply", form, picture, supply_table(rows, label))
    context = {
        "tabs": _tabs(kind, label),
        "kinds": tuple(ItemKind),
        "rows": [
            (row, names_of(row.place) if row.place else "", [(one, row.kinds.get(one, 0)) for one in ItemKind])
            for row in rows
        ],
    }
    query = {"kind": kind.value} if kind else {}
    return shown(request, "market-supply", context, picture if found else None, query)


def _kind(asked: str) -> ItemKind | None:
    try:
        return ItemKind(asked) if asked else None
    except ValueError:
        raise Http404 from None


def _tabs(kind: ItemKind | None, label: Label) -> list[Tab]:
    here = reverse("web:market-supply")
    every = Tab(_("All kinds"), here, kind is None)
    return [
        every,
        *(
            Tab(label("item-kind", one.value), f"{here}?{urlencode({'kind': one.value})}", one is kind)
            for one in ItemKind
        ),
    ]


def _count_of(kind: ItemKind) -> Callable[[SupplyRow], int]:
    def count(row: SupplyRow) -> int:
        return row.kinds.get(kind, 0)

    return count
