"""A format comes in; the register as one file goes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import Http404, HttpResponse

from nhipcau.programme.queries.export_register import export_register
from nhipcau.programme.views import RegisterExport
from nhipcau.report.interchange import interchange
from nhipcau.report.separated import separated
from nhipcau.report.tables import Label, tables
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


@page
def export(request: Visit, form: str) -> HttpResponse:
    """Send the register, as far as this person may see it."""
    if form not in _WRITERS:
        raise Http404
    media_type, ending, write = _WRITERS[form]
    register = export_register(request.office, request.actor)
    name = f"nhipcau-{request.office.clock.today().isoformat()}.{ending}"
    body = write(register, report_label(language_of(request)))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=media_type, headers=headers)
