"""Files or a pasted text come in; each is handed to one verb, and what became of each goes out."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from nhipcau.facts.draft import Draft
from nhipcau.facts.errors import DocumentRefused, InvalidFields, NhipCauError, NotAllowed
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.permissions import demand
from nhipcau.programme.receive_document import receive_document
from nhipcau.programme.receive_text import receive_text
from nhipcau.programme.views import Received
from nhipcau.web.drafts.naming import name_of
from nhipcau.web.errors import status_of
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, page

# The script of the drop zone sends each file alone and asks for its line only.
ONE_LINE = "X-Outcome-Only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A draft that a document led to."""

    draft: Draft
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document: received, or refused with the reason."""

    name: str
    received: Received | None = None
    found: tuple[Found, ...] = ()
    refused: Message | None = None
    status: HTTPStatus = HTTPStatus.CREATED


@require_http_methods(["GET", "HEAD", "POST"])
@page
def receive(request: Visit) -> HttpResponse:
    """Show where documents are brought in; take those that are sent, and say what became of each."""
    demand(request.actor, "document.receive")
    if request.method != "POST":
        return _shown(request)
    outcomes = [_of_file(request, file) for file in request.FILES.getlist("files")]
    try:
        outcomes += _of_text(request)
    except InvalidFields as wrong:
        return _wrong(request, outcomes, wrong)
    if not outcomes:
        return _wrong(request, outcomes, InvalidFields({"text": Message("error.nothing-sent")}))
    if request.headers.get(ONE_LINE):
        return render(request, "nhipcau/receive/outcome.html", {"outcome": outcomes[0]}, status=outcomes[0].status)
    refused = all(one.refused for one in outcomes)
    return _shown(request, outcomes, status=outcomes[0].status if refused else HTTPStatus.OK)


def _shown(
    request: Visit,
    outcomes: list[Outcome] | None = None,
    form: Form | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    limit = request.office.limits.largest_upload
    context = {"outcomes": outcomes or [], "form": form or Form(), "limit": limit}
    return render(request, "nhipcau/receive/page.html", context, status=status)


def _wrong(request: Visit, outcomes: list[Outcome], wrong: InvalidFields) -> HttpResponse:
    return _shown(request, outcomes, Form.again(request.POST, wrong), HTTPStatus.UNPROCESSABLE_ENTITY)


def _of_file(request: Visit, file: UploadedFile[bytes]) -> Outcome:
    name = file.name or ""
    try:
        limit = request.office.limits.largest_upload
        if (file.size or 0) > limit:
            raise DocumentRefused("error.file-too-large", size=file.size, limit=limit)
        received = receive_document(request.office, request.actor, file.read(), name=name, **_about(request))
    except NotAllowed:
        raise
    except InvalidFields as wrong:
        return Outcome(name=name, refused=next(iter(wrong.fields.values())), status=status_of(wrong))
    except NhipCauError as error:
        return Outcome(name=name, refused=error.message, status=status_of(error))
    return _received(name, received)


def _of_text(request: Visit) -> list[Outcome]:
    """Return what became of the pasted text; a mistake in its fields is raised, any other refusal is an outcome."""
    text = request.POST.get("text", "")
    if not text.strip():
        return []
    about = _about(request)
    about["title"] = request.POST.get("title") or None
    name = about["title"] or text.strip().splitlines()[0][:120]
    try:
        received = receive_text(request.office, request.actor, text, **about)
    except (InvalidFields, NotAllowed):
        raise
    except NhipCauError as error:
        return [Outcome(name=name, refused=error.message, status=status_of(error))]
    return [_received(received.document.title or name, received)]


def _about(request: Visit) -> AboutDocument:
    return {
        "address": request.POST.get("address") or None,
        "published": request.POST.get("published") or None,
    }


def _received(name: str, received: Received) -> Outcome:
    found = tuple(Found(draft=draft, title=name_of(draft)) for draft in received.drafts)
    status = HTTPStatus.OK if received.already_known else HTTPStatus.CREATED
    return Outcome(name=name, received=received, found=found, status=status)
