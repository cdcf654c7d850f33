"""A spreadsheet is sent, or the list of imports asked for; the import to look through, or the list, goes out."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nhipcau.facts.errors import BadInput, InvalidFields
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import Import
from nhipcau.programme.permissions import demand
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.queries.import_page import import_list
from nhipcau.web.errors import status_of
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, page


@require_http_methods(["GET", "HEAD", "POST"])
@page
def imports(request: Visit) -> HttpResponse:
    """Show the imports so far and where a list is brought in; take one in to look through."""
    demand(request.actor, "organisation.import")
    if request.method != "POST":
        return _shown(request, Form(), 200)
    try:
        one = _taken(request)
    except InvalidFields as wrong:
        return _shown(request, Form.again(request.POST, wrong), 422)
    except BadInput as refused:
        at_file = InvalidFields({"file": refused.message})
        return _shown(request, Form.again(request.POST, at_file), status_of(refused).value)
    return redirect("web:import", one.id)


def _taken(request: Visit) -> Import:
    file: UploadedFile[bytes] | None = request.FILES.get("file")
    if file is None:
        raise InvalidFields({"file": Message("error.nothing-sent")})
    limit = request.office.limits.largest_upload
    name = file.name or ""
    if (file.size or 0) > limit:
        raise BadInput("error.file-too-large", name=name, size=file.size, limit=limit)
    source = request.POST.get("source", "")
    return preview_import(request.office, request.actor, file.read(), name=name, source=source)


def _shown(request: Visit, form: Form, status: int) -> HttpResponse:
    known = import_list(request.office, request.actor)
    context = {
        "form": form,
        "known": known,
        "sources": sorted({one.source for one in known}),
        "limit": request.office.limits.largest_upload,
    }
    return render(request, "nhipcau/imports/list.html", context, status=status)
