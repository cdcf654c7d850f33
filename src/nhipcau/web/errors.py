"""An error comes in; a plain page in the reader's language goes out, with the status that says it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nhipcau.facts.errors import (
    BadInput,
    Conflict,
    InvalidFields,
    NhipCauError,
    NotAllowed,
    NotFound,
    Unavailable,
)
from nhipcau.facts.message import Message
from nhipcau.web.voice import spoken

_STATUS: Final[tuple[tuple[type[NhipCauError], HTTPStatus], ...]] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (NotAllowed, HTTPStatus.FORBIDDEN),
    (Conflict, HTTPStatus.CONFLICT),
    (InvalidFields, HTTPStatus.UNPROCESSABLE_ENTITY),
    (BadInput, HTTPStatus.BAD_REQUEST),
    (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)
_TOO_LARGE: Final = "error.file-too-large"


def status_of(error: NhipCauError) -> HTTPStatus:
    """The HTTP status of an error of our tree."""
    if error.code == _TOO_LARGE:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)


def refusal(request: HttpRequest, error: NhipCauError) -> HttpResponse:
    """The page of an error: what happened, and the way back. htmx gets a message instead of a page."""
    details = [spoken(text) for text in error.fields.values()] if isinstance(error, InvalidFields) else []
    context = {"status": status_of(error).value, "sentence": spoken(error.message), "details": details}
    return _answer(request, context | {"back": _back(request)})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that Django itself refused; a body above the limit is told apart."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    # Without a way back: of a request with a forged host nothing may be asked.
    sentence = spoken(Message("error.request-malformed"))
    return _answer(request, {"status": HTTPStatus.BAD_REQUEST.value, "sentence": sentence})


def too_large(request: HttpRequest) -> HttpResponse:
    """Answer a request whose body is above the limit."""
    return _said(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "error.request-too-large")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """Answer what this person may not do."""
    return _said(request, HTTPStatus.FORBIDDEN, "error.forbidden")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """Answer an address that leads nowhere."""
    return _said(request, HTTPStatus.NOT_FOUND, "error.page-not-found")


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- as above
    """Answer somebody who tries too often."""
    return _said(request, HTTPStatus.TOO_MANY_REQUESTS, "error.too-many-requests")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """Answer a form without a valid token: it lay open for too long, or came from elsewhere."""
    return _said(request, HTTPStatus.FORBIDDEN, "error.form-stale")


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """Answer after a fault of ours; needs neither a session nor the database."""
    sentence = spoken(Message("error.broken"))
    context = {"status": HTTPStatus.INTERNAL_SERVER_ERROR.value, "sentence": sentence, "alone": True}
    return render(None, "nhipcau/errors/error.html", context, status=context["status"])  # type: ignore[arg-type]


def _said(request: HttpRequest, status: HTTPStatus, code: str) -> HttpResponse:
    sentence = spoken(Message(code))
    return _answer(request, {"status": status.value, "sentence": sentence, "back": _back(request)})


def _answer(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    if getattr(request, "htmx", False):
        response = render(request, "nhipcau/errors/message.html", context, status=context["status"])
        response.headers["HX-Retarget"] = "#messages"
        response.headers["HX-Reswap"] = "beforeend"
        response.headers["HX-Reselect"] = ".message"
        return response
    return render(request, "nhipcau/errors/error.html", context, status=context["status"])


def _back(request: HttpRequest) -> str:
    """The page that the person came from, where it is one of ours and not this very address."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc != request.get_host() or came_from.path == request.path:
        return ""
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")
