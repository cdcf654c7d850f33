"""A format comes in; the register as one file goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from django.http import Http404, HttpResponse

from nhipcau.programme.queries.export_register import export_register
from nhipcau.programme.views import RegisterExport
from nhipcau.report.interchange import interchange, organisations_as_json
from nhipcau.report.separated import one, separated
from nhipcau.report.tables import Label, organisations, tables
from nhipcau.report.workbook import workbook
from nhipcau.web.page import Visit, language_of, page
from nhipcau.words.labels import report_label

_Writer = Callable[[RegisterExport, Label], bytes]

_WRITERS: Final[dict[str, tuple[str, str, _Writer]]] = {
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        lambda register, label: workbook(tables(register, label), label),
    ),
    "csv": ("application/zip", "csv.zip", lambda register, label: separated(tables(register, label), label)),
    "json": ("application/json", "json", lambda register, _label: interchange(register)),
}


_ORGANISATIONS: Final[dict[str, tuple[str, str, _Writer]]] = {
    "xlsx": (_WRITERS["xlsx"][0], "xlsx", lambda register, label: workbook([organisations(register, label)], label)),
    "csv": ("text/csv; charset=utf-8", "csv", lambda register, label: one(organisations(register, label), label)),
    "json": (_WRITERS["json"][0], "json", lambda register, _label: organisations_as_json(register)),
}


@page
def export(request: Visit, form: str) -> HttpResponse:
    """Send the register, as far as this person may see it."""
    return _sent(request, _WRITERS, form, "nhipcau")


@page
def export_organisations(request: Visit, form: str) -> HttpResponse:
    """Send the organisations alone, as far as this person may see them."""
    return _sent(request, _ORGANISATIONS, form, "nhipcau-organisations")


def _sent(request: Visit, writers: Mapping[str, tuple[str, str, _Writer]], form: str, stem: str) -> HttpResponse:
    if form not in writers:
        raise Http404
    media_type, ending, write = writers[form]
    register = export_register(request.office, request.actor)
    name = f"{stem}-{request.office.clock.today().isoformat()}.{ending}"
    body = write(register, report_label(language_of(request)))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=media_type, headers=headers)
