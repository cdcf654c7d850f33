"""A picture and its table come in; a page, or one of them as a file, goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from nhipcau.report.pictures.hover import with_titles
from nhipcau.report.pictures.render import Picture, png, svg
from nhipcau.report.separated import one
from nhipcau.report.tables import Table
from nhipcau.report.workbook import workbook
from nhipcau.web.page import Visit, language_of
from nhipcau.words.labels import report_label

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

R = TypeVar("R")


def shown(
    request: Visit, name: str, context: Mapping[str, object], picture: Picture | None, query: Mapping[str, str]
) -> HttpResponse:
    """Answer with the page; ``query`` is what its files are asked with."""
    # The drawing is ours: every name in it was escaped by the renderer, and it holds neither script nor style.
    drawn = SafeString(with_titles(svg(picture))) if picture is not None else ""
    files = [
        (form.upper(), f"{reverse(f'web:{name}-file', args=[form])}?{urlencode(query)}")
        for form in (*(("svg", "png") if picture is not None else ()), "csv", "xlsx")
    ]
    whole = {**context, "picture": drawn, "files": files}
    return render(request, f"nhipcau/market_pictures/{name.removeprefix('market-')}.html", whole)


def sent(request: Visit, name: str, form: str, picture: Picture | None, table: Table) -> HttpResponse:
    """Answer with the picture (svg, png) or its table (csv, xlsx) as a file."""
    label = report_label(language_of(request))
    makers: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "csv": ("text/csv; charset=utf-8", lambda: one(table, label)),
        "xlsx": (_SHEET, lambda: workbook([table], label)),
    }
    if picture is not None:
        makers["svg"] = "image/svg+xml", lambda: with_titles(svg(picture, background="white"))
        makers["png"] = "image/png", lambda: png(picture)
    if form not in makers:
        raise Http404
    media_type, make = makers[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(make(), content_type=media_type, headers=headers)


def in_order(request: Visit, rows: Iterable[R], keys: Mapping[str, Callable[[R], object]]) -> list[R]:
    """Return rows as the address asks (``sort``, with "-" from the largest), or as they came."""
    asked = request.GET.get("sort", "")
    key = keys.get(asked.removeprefix("-"))
    whole = list(rows)
    if key is not None:
        whole.sort(key=key, reverse=asked.startswith("-"))  # type: ignore[arg-type]
    return whole
