"""An error comes in; an answer in ``application/problem+json`` (RFC 9457) goes out."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from nhipcau.api.plain import plain
from nhipcau.facts.errors import (
    BadInput,
    Conflict,
    InvalidFields,
    MergedInto,
    NhipCauError,
    NotAllowed,
    NotFound,
    Unavailable,
)
from nhipcau.facts.message import Message
from nhipcau.words.sentences import say

_LOG = logging.getLogger(__name__)
_STATUS: Final[tuple[tuple[type[NhipCauError], HTTPStatus], ...]] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (NotAllowed, HTTPStatus.FORBIDDEN),
    (Conflict, HTTPStatus.CONFLICT),
    (InvalidFields, HTTPStatus.UNPROCESSABLE_ENTITY),
    (BadInput, HTTPStatus.BAD_REQUEST),
    (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)
_BY_CODE: Final[Mapping[str, HTTPStatus]] = {
    "error.file-too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "error.if-match-missing": HTTPStatus.PRECONDITION_REQUIRED,
}
_CHANGED: Final = "error.changed-meanwhile"


class FieldMistake(Schema):
    """One mistake: where (``body.due_on``), its code, and the sentence."""

    field: str
    code: str
    detail: str


class Problem(Schema):
    """Why a request was refused (RFC 9457); ``type`` names the error, ``detail`` says it to a person."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    instance: str
    params: dict[str, object] = {}
    errors: list[FieldMistake] = []


def refused(request: HttpRequest, error: NhipCauError) -> HttpResponse:
    """Answer an error of our tree; a version that is not the present one is a failed precondition."""
    if error.code == _CHANGED and request.headers.get("If-Match"):
        return problem(request, HTTPStatus.PRECONDITION_FAILED, Message("error.if-match-old"))
    if isinstance(error, MergedInto):
        return _moved(request, error)
    fields = error.fields if isinstance(error, InvalidFields) else {}
    mistakes = [_mistake(field, message) for field, message in fields.items()]
    return problem(request, status_of(error), error.message, mistakes)


def _moved(request: HttpRequest, error: MergedInto) -> HttpResponse:
    """Answer an old address with the one that stands in its place."""
    response = problem(request, HTTPStatus.PERMANENT_REDIRECT, error.message)
    old = str(error.message.params["id"])
    response.headers["Location"] = request.path.replace(old, error.into)
    # Nothing is kept for good: a merge can be taken back.
    response.headers["Cache-Control"] = "no-store"
    return response


def status_of(error: NhipCauError) -> HTTPStatus:
    """Return the HTTP status of an error of our tree."""
    known = _BY_CODE.get(error.code)
    if known is not None:
        return known
    return next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)


def unknown_sender(request: HttpRequest, error: AuthenticationError | None = None) -> HttpResponse:
    """Answer somebody whom we do not know."""
    del error
    response = problem(request, HTTPStatus.UNAUTHORIZED, Message("error.sign-in-needed"))
    response.headers["WWW-Authenticate"] = 'Bearer realm="nhipcau"'
    return response


def malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Answer a request whose parts are missing or of the wrong type, all mistakes at once."""
    mistakes = [
        {"field": _place(wrong["loc"]), "code": f"type.{wrong['type']}", "detail": wrong["msg"]}
        for wrong in error.errors
    ]
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, Message("error.request-invalid"), mistakes)


def other(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Answer what the framework refused: a body that is no JSON, a session without its CSRF header."""
    status = HTTPStatus(error.status_code)
    codes = {HTTPStatus.FORBIDDEN: "error.csrf-failed", HTTPStatus.BAD_REQUEST: "error.request-malformed"}
    return problem(request, status, Message(codes.get(status, "error.request-refused")))


def too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """Answer a body above the limit."""
    del error
    return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, Message("error.request-too-large"))


def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """Answer after a fault of ours; the log has the trace, the answer has not."""
    _LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, Message("error.broken"))


def problem(
    request: HttpRequest, status: HTTPStatus, message: Message, mistakes: Sequence[Mapping[str, str]] = ()
) -> HttpResponse:
    """Build the answer."""
    body = {
        "type": f"urn:nhipcau:{message.code.replace('.', ':')}",
        "title": status.phrase,
        "status": status.value,
        "detail": say(message, _language()),
        "code": message.code,
        "instance": request.path,
        "params": plain(message.params),
        "errors": list(mistakes),
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False), status=status.value, content_type="application/problem+json"
    )


def _place(where: Sequence[object]) -> str:
    """Name the field; the framework puts the part of the request and the name of its argument before it."""
    return ".".join(str(part) for part in (where[2:] or where[-1:]))


def _mistake(field: str, message: Message) -> dict[str, str]:
    return {"field": field, "code": message.code, "detail": say(message, _language())}


def _language() -> str:
    return (get_language() or "en")[:2]
