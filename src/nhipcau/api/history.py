"""Requests under ``/api/history`` come in; who did what when, and the way back, go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from nhipcau.api.answers import listed, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.replies import changes, reads
from nhipcau.api.wanted import HistoryWanted
from nhipcau.facts.change import Change
from nhipcau.programme import arguments
from nhipcau.programme.queries.history import history
from nhipcau.programme.undo import undo
from nhipcau.programme.views import Page

router = Router(tags=["history"])


class Undone(Schema):
    """The batch of the way back."""

    batch: str


@router.get("", response=reads(Page[Change]), summary="List changes")
def list_changes(request: HttpRequest, wanted: Query[HistoryWanted]) -> HttpResponse:
    """List changes, newest first, each with before and after."""
    question = cast("arguments.HistoryQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, history(*asked(request), **question))


@router.post("/{batch}/undo", response=changes(Undone), summary="Take back")
def post_undo(request: HttpRequest, batch: str) -> HttpResponse:
    """Take everything back that one verb did, where nobody changed it since."""
    return plain_answer(Undone(batch=undo(*asked(request), batch)))
