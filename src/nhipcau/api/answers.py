"""Facts come in; answers with their ETag, their place, or the way to the next page go out."""

from __future__ import annotations

from http import HTTPStatus
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from nhipcau.api.etag import etag, is_fresh
from nhipcau.api.plain import as_json
from nhipcau.programme.views import Page

T = TypeVar("T")

_JSON = "application/json"
_CACHE = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}


def one(request: HttpRequest, thing: object, *, version: int, status: int = 200) -> HttpResponse:
    """Answer with one thing and its ETag; 304 where the sender has it already."""
    body = as_json(thing)
    tag = etag(version, body)
    if is_fresh(request, tag):
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag, **_CACHE})
    return HttpResponse(body, status=status, content_type=_JSON, headers={"ETag": tag, **_CACHE})


def created(request: HttpRequest, thing: object, *, version: int, at: str) -> HttpResponse:
    """Answer with a new thing; ``at`` is where it is found, below ``/api/``."""
    response = one(request, thing, version=version, status=HTTPStatus.CREATED)
    response.headers["Location"] = f"/api/{at}"
    return response


def plain_answer(thing: object, status: int = 200) -> HttpResponse:
    """Answer with what has no version."""
    return HttpResponse(as_json(thing), status=status, content_type=_JSON, headers=_CACHE)


def listed(request: HttpRequest, page: Page[T]) -> HttpResponse:
    """Answer with one page of a list; the ``Link`` header leads to the next one."""
    response = plain_answer(page)
    if page.next_cursor is not None:
        query = request.GET.copy()
        query["cursor"] = page.next_cursor
        response.headers["Link"] = f'<{request.path}?{query.urlencode()}>; rel="next"'
    return response


def nothing() -> HttpResponse:
    """Answer that it is done and there is nothing more to say."""
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def attachment(data: bytes, *, name: str) -> HttpResponse:
    """Answer with bytes as they were received: to be kept, never to be run or shown."""
    response = HttpResponse(data, content_type="application/octet-stream", headers=_CACHE)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # A name with line ends would end the header.
    safe = " ".join(name.split())
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=safe) or "attachment"
    )
    return response
