"""Requests under ``/api/organisations/imports`` come in; imports of lists, and what came of them, go out."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from nhipcau import wiring
from nhipcau.api.answers import created, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, changes, reads
from nhipcau.api.uploads import bytes_of
from nhipcau.facts.organisation_import import Import, ImportRow
from nhipcau.programme.commit_import import announce, commit_beside
from nhipcau.programme.correct_import_row import correct_import_row
from nhipcau.programme.map_columns import map_columns
from nhipcau.programme.permissions import demand
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.queries.import_page import ImportPage, import_list, import_page
from nhipcau.programme.undo_import import undo_import

router = Router(tags=["organisations"])


class AboutList(Schema):
    """Whose list it is."""

    source: str = Field("", description="Name of the source; its columns are remembered under it.")
    sheet: str = Field("", description="Sheet of a workbook; default: the first.")


class RowsWanted(Schema):
    """Which rows of an import are wanted."""

    show: str = Field("", description="error, warning, skipped, an outcome, or the code of a problem.")
    after: int = Field(0, ge=0, le=10_000_000, description="Rows after this number (next_row of the page before).")
    limit: int = Field(50, ge=1, le=200, description="How many at most.")


class Columns(Schema):
    """What the columns hold, from left to right."""

    mapping: list[str] = Field(description='Codes such as name, tax-code, address; "" is not used.', max_length=200)


class Correction(Schema):
    """Cells of a row, by their place from 0, and whether the row is left out."""

    cells: dict[int, str] = Field(default_factory=dict, description="Text by place, from 0.", max_length=200)
    skipped: bool | None = Field(None, description="Leave the row out, or take it back in.")


@router.get("", response=reads(list[Import]), summary="List imports")
def list_imports(request: HttpRequest) -> HttpResponse:
    """List the newest imports."""
    return plain_answer(import_list(*asked(request)))


@router.post("", response=changes(Import, 201), summary="Send a list")
def post_import(request: HttpRequest, file: File[UploadedFile], about: Form[AboutList]) -> HttpResponse:
    """Send a spreadsheet (multipart/form-data) to look through; nothing enters the register yet."""
    office, actor = asked(request)
    demand(actor, "organisation.import")
    name, data = bytes_of(office, file)
    made = preview_import(office, actor, data, name=name, source=about.source, sheet=about.sheet)
    return created(request, made, version=made.version, at=f"organisations/imports/{made.id}")


@router.get("/{import_id}", response=reads(ImportPage), summary="One import")
def get_import(request: HttpRequest, import_id: str, wanted: Query[RowsWanted]) -> HttpResponse:
    """Fetch an import: its columns, counts, some rows with their problems, and how far it is."""
    return plain_answer(
        import_page(*asked(request), import_id, show=wanted.show, after=wanted.after, limit=wanted.limit)
    )


@router.put("/{import_id}/columns", response=changes(Import), openapi_extra=IF_MATCH, summary="Say what columns hold")
def put_columns(request: HttpRequest, import_id: str, body: Columns) -> HttpResponse:
    """Say what the columns hold; all rows are checked anew."""
    changed = map_columns(*asked(request), import_id, body.mapping, version=version_wanted(request))
    return one(request, changed, version=changed.version)


@router.patch("/{import_id}/rows/{number}", response=changes(ImportRow), summary="Correct a row")
def patch_row(request: HttpRequest, import_id: str, number: int, body: Correction) -> HttpResponse:
    """Correct cells of a row, leave it out, or take it back in."""
    return plain_answer(correct_import_row(*asked(request), import_id, number, cells=body.cells, skipped=body.skipped))


@router.post("/{import_id}/commit", response=changes(Import, 202), summary="Take the rows in")
def commit(request: HttpRequest, import_id: str) -> HttpResponse:
    """Begin to take the good rows in (202); ``working`` of the import says how far it is, ``state`` when it is done."""
    office, actor = asked(request)
    begun = announce(office, actor, import_id)
    wiring.in_background(partial(commit_beside, office, actor, import_id))
    return plain_answer(begun, HTTPStatus.ACCEPTED)


@router.post("/{import_id}/undo", response=changes(Import), summary="Take an import back")
def undo(request: HttpRequest, import_id: str) -> HttpResponse:
    """Take a committed import back; ``kept`` counts the organisations that others built on, which stay."""
    return plain_answer(undo_import(*asked(request), import_id))
