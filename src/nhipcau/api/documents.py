"""Requests under ``/api/documents`` come in; documents and the drafts read from them go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from nhipcau.api.answers import attachment, created, listed, one
from nhipcau.api.auth import asked
from nhipcau.api.bodies import AboutDocument, NewText
from nhipcau.api.replies import IF_NONE_MATCH, READING, changes, reads
from nhipcau.api.uploads import bytes_of
from nhipcau.api.wanted import DocumentsWanted
from nhipcau.programme import arguments
from nhipcau.programme.queries.document_list import document_list
from nhipcau.programme.queries.document_original import document_original
from nhipcau.programme.queries.document_page import document_page
from nhipcau.programme.receive_document import receive_document
from nhipcau.programme.receive_text import receive_text
from nhipcau.programme.views import DocumentRow, DocumentView, Page, Received

router = Router(tags=["documents"])


@router.get("", response=reads(Page[DocumentRow]), summary="List documents")
def list_documents(request: HttpRequest, wanted: Query[DocumentsWanted]) -> HttpResponse:
    """List documents, without their texts."""
    question = cast("arguments.DocumentQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, document_list(*asked(request), **question))


@router.post("", response=changes(Received, 201) | {200: Received}, summary="Send a document")
def post_document(request: HttpRequest, file: File[UploadedFile], about: Form[AboutDocument]) -> HttpResponse:
    """Send a file (multipart/form-data); it is read into drafts. One that is known already answers 200."""
    office, actor = asked(request)
    name, data = bytes_of(office, file)
    given = cast("arguments.AboutDocument", about.model_dump(exclude_unset=True))
    return _received(request, receive_document(office, actor, data, name=name, **given))


@router.post("/text", response=changes(Received, 201) | {200: Received}, summary="Send a text")
def post_text(request: HttpRequest, body: NewText) -> HttpResponse:
    """Send a text (JSON) that is read like a document."""
    given = cast("arguments.AboutDocument", body.model_dump(exclude_unset=True, exclude={"text"}))
    return _received(request, receive_text(*asked(request), body.text, **given))


@router.get("/{document_id}", response=reads(DocumentView), openapi_extra=IF_NONE_MATCH, summary="One document")
def get_document(request: HttpRequest, document_id: str) -> HttpResponse:
    """Fetch one document with its text, drafts and agreements."""
    view = document_page(*asked(request), document_id)
    return one(request, view, version=view.document.version)


@router.get("/{document_id}/original", response={200: bytes} | READING, summary="The bytes as received")
def get_original(request: HttpRequest, document_id: str) -> HttpResponse:
    """Fetch the file as it was received."""
    document, data = document_original(*asked(request), document_id)
    return attachment(data, name=document.file_name or f"{document.id}.txt")


def _received(request: HttpRequest, received: Received) -> HttpResponse:
    version = received.document.version
    if received.already_known:
        return one(request, received, version=version)
    return created(request, received, version=version, at=f"documents/{received.document.id}")
