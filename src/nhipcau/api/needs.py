"""Requests under ``/api/needs`` come in; what organisations seek goes out, with offers that fit."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import created, listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.fits import FitsTold, told
from nhipcau.api.item_acts import acted, given_back
from nhipcau.api.item_bodies import Act, NeedParts, NewNeed, Sentence
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import FitsWanted, ItemsWanted
from nhipcau.facts.market import Need
from nhipcau.programme import arguments
from nhipcau.programme.edit_need import edit_need
from nhipcau.programme.post_need import post_need
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.queries.need_page import need_page
from nhipcau.programme.views import ItemRow, ItemView, Page

router = Router(tags=["needs"])


@router.get("", response=reads(Page[ItemRow[Need]]), summary="List needs")
def list_needs(request: HttpRequest, wanted: Query[ItemsWanted]) -> HttpResponse:
    """List needs; of a confidential one nobody else is told who is behind it."""
    question = cast("arguments.ItemQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, need_list(*asked(request), **question))


@router.post("", response=changes(Need, 201), summary="Post a need")
def add_need(request: HttpRequest, body: NewNeed) -> HttpResponse:
    """Post a need: a draft, until it is sent for review."""
    office, actor = asked(request)
    parts = cast("arguments.NeedParts", body.model_dump(exclude_unset=True, exclude={"organisation_id"}))
    need = post_need(office, actor, body.organisation_id or actor.organisation_id or "", **parts)
    return created(request, need, version=need.version, at=f"needs/{need.id}")


@router.get("/{need_id}", response=reads(ItemView[Need]), openapi_extra=IF_NONE_MATCH, summary="One need")
def get_need(request: HttpRequest, need_id: str) -> HttpResponse:
    """Fetch one need, with what is odd in it and what the sender may do with it."""
    view = need_page(*asked(request), need_id)
    return one(request, view, version=view.row.item.version)


@router.patch("/{need_id}", response=changes(Need), openapi_extra=IF_MATCH, summary="Set right")
def patch_need(request: HttpRequest, need_id: str, body: NeedParts) -> HttpResponse:
    """Set parts right; lists are replaced whole. What an enterprise changes of a published one is reviewed again."""
    parts = cast("arguments.NeedParts", body.model_dump(exclude_unset=True))
    need = edit_need(*asked(request), need_id, version=version_wanted(request), **parts)
    return one(request, need, version=need.version)


@router.get("/{need_id}/matches", response=reads(FitsTold), summary="What fits")
def get_need_matches(request: HttpRequest, need_id: str, wanted: Query[FitsWanted]) -> HttpResponse:
    """Find the offers that fit, and apart from them those that nearly do, each with its points, reasons and gaps."""
    return plain_answer(told(need_matches(*asked(request), need_id, top=wanted.top)))


@router.post("/{need_id}/return", response=changes(Need), openapi_extra=IF_MATCH, summary="Give back")
def return_need(request: HttpRequest, need_id: str, body: Sentence) -> HttpResponse:
    """Give a need back to who wrote it, with what has to be changed."""
    return given_back(request, Need, need_id, body.sentence)


@router.post("/{need_id}/{act}", response=changes(Need), openapi_extra=IF_MATCH, summary="Move")
def move_need(request: HttpRequest, need_id: str, act: Act) -> HttpResponse:
    """Send it for review, publish, renew, withdraw or close it."""
    return acted(request, Need, need_id, act)
