"""A request for documents comes in; their list, the page of one, or its original bytes go out."""

from __future__ import annotations

import re
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.document_list import document_list
from nhipcau.programme.queries.document_original import document_original
from nhipcau.programme.queries.document_page import document_page
from nhipcau.web.drafts.naming import name_of
from nhipcau.web.page import Visit, page

_PLACE: Final = re.compile(r"[0-9]{1,9}")


@require_safe
@page
def documents(request: Visit) -> HttpResponse:
    """Show the list of documents, and where new ones are brought in."""
    asked = request.GET
    rows = document_list(
        request.office,
        request.actor,
        search=asked.get("q", ""),
        language=asked.get("language", ""),
        sort=asked.get("sort", ""),
        cursor=asked.get("cursor"),
        demo=asked.get("demo"),
    )
    context = {
        "rows": rows,
        "asked": {"q": asked.get("q", ""), "language": asked.get("language", "")},
        "filtered": any(asked.get(name) for name in ("q", "language", "demo")),
        "may_receive": allowed(request.actor, "document.receive"),
        "may_see_drafts": allowed(request.actor, "draft.see"),
        "limit": request.office.limits.largest_upload,
    }
    return render(request, "nhipcau/document/list.html", context)


@require_safe
@page
def document(request: Visit, document_id: str) -> HttpResponse:
    """Show one document: where it comes from, what was read from it, its text."""
    view = document_page(request.office, request.actor, document_id)
    may_see_drafts = allowed(request.actor, "draft.see")
    context = {
        "view": view,
        "document": view.document,
        "text": _quoted(view.document.text, request.GET.get("from", ""), request.GET.get("to", "")),
        "drafts": [(one, name_of(one)) for one in view.drafts] if may_see_drafts else [],
        "may_see_drafts": may_see_drafts,
        "may_download": allowed(request.actor, "document.original"),
    }
    return render(request, "nhipcau/document/page.html", context)


def _quoted(text: str, start: str, end: str) -> tuple[str, str, str]:
    """Cut the text into what stands before a quotation, the quotation (maybe nothing) and what follows."""
    if not (_PLACE.fullmatch(start) and _PLACE.fullmatch(end) and int(start) < int(end) <= len(text)):
        return text, "", ""
    return text[: int(start)], text[int(start) : int(end)], text[int(end) :]


@require_safe
@page
def original(request: Visit, document_id: str) -> HttpResponse:
    """Hand out the bytes as they were received: only ever to be saved, never to be opened in the browser."""
    found, data = document_original(request.office, request.actor, document_id)
    name = found.file_name or f"{found.id}.txt"
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-store",
        },
    )
