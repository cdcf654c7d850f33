"""Requests under ``/api/drafts`` come in; what was read and waits for a person goes out. Decisions are for people."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import listed, one
from nhipcau.api.auth import asked
from nhipcau.api.replies import IF_NONE_MATCH, reads
from nhipcau.api.wanted import DraftsWanted
from nhipcau.programme import arguments
from nhipcau.programme.queries.draft_list import draft_list
from nhipcau.programme.queries.draft_page import draft_page
from nhipcau.programme.views import DraftRow, DraftView, Page

router = Router(tags=["drafts"])


@router.get("", response=reads(Page[DraftRow]), summary="List drafts")
def list_drafts(request: HttpRequest, wanted: Query[DraftsWanted]) -> HttpResponse:
    """List drafts; they are confirmed by a person, in the pages."""
    question = cast("arguments.DraftQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, draft_list(*asked(request), **question))


@router.get("/{draft_id}", response=reads(DraftView), openapi_extra=IF_NONE_MATCH, summary="One draft")
def get_draft(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Fetch one draft beside its document."""
    view = draft_page(*asked(request), draft_id)
    return one(request, view, version=view.draft.version)
