"""Requests under ``/api/organisations/review`` come in; doubtful pairs, and what came of deciding them, go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import PairsWanted
from nhipcau.programme import arguments
from nhipcau.programme.decide_pair import Decided, decide_pair
from nhipcau.programme.queries.review_pair import PairPage, review_pair
from nhipcau.programme.queries.review_queue import review_queue
from nhipcau.programme.relink import Relinked, relink
from nhipcau.programme.views import DoubtRow, Page

router = Router(tags=["organisations"])
# More than these are compared by the nightly run: no request takes so long.
_MOST_AT_DESK = 20_000


class Decision(Schema):
    """What a person says of a pair."""

    decision: str = Field(description="same, different or later.")
    keep: str = Field("", description="Id of the one that stays; default: the one on which more hangs.")
    despite: bool = Field(default=False, description="Merge although something speaks against it.")


class Run(Schema):
    """How the whole register is compared."""

    apply: bool = Field(default=False, description="Merge what carries the same number, with nothing against it.")


@router.get("", response=reads(Page[DoubtRow]), summary="List doubtful pairs")
def list_pairs(request: HttpRequest, wanted: Query[PairsWanted]) -> HttpResponse:
    """List doubtful pairs, those whose decision settles most first."""
    question = cast("arguments.DoubtQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, review_queue(*asked(request), **question))


@router.post("/run", response=changes(Relinked), summary="Compare all")
def run(request: HttpRequest, body: Run) -> HttpResponse:
    """Compare the whole register and propose what is new; nothing that a person decided is touched."""
    return plain_answer(relink(*asked(request), apply=body.apply, most=_MOST_AT_DESK))


@router.get("/{doubt_id}", response=reads(PairPage), openapi_extra=IF_NONE_MATCH, summary="One pair")
def get_pair(request: HttpRequest, doubt_id: str) -> HttpResponse:
    """Fetch a pair with both sides, what agrees, what differs and the reasons with their weights."""
    found = review_pair(*asked(request), doubt_id)
    return one(request, found, version=found.view.doubt.version)


@router.post("/{doubt_id}", response=changes(Decided), openapi_extra=IF_MATCH, summary="Decide a pair")
def decide(request: HttpRequest, doubt_id: str, body: Decision) -> HttpResponse:
    """Decide a pair; ``batch`` of the answer takes it back."""
    version = version_wanted(request)
    decided = decide_pair(
        *asked(request), doubt_id, body.decision, version=version, keep=body.keep, despite=body.despite
    )
    return one(request, decided, version=decided.doubt.version)
