"""Requests about people who may be one come in; pairs, and what came of deciding, merging and parting, go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.review import Decision
from nhipcau.api.wanted import PairsWanted
from nhipcau.facts.resolving import Merge
from nhipcau.programme import arguments
from nhipcau.programme.decide_pair import Decided, decide_pair
from nhipcau.programme.merge_people import merge_people
from nhipcau.programme.merging.part import Parted
from nhipcau.programme.queries.review_pair import PairPage, review_pair
from nhipcau.programme.queries.review_queue import review_queue
from nhipcau.programme.relink_people import RelinkedPeople, relink_people
from nhipcau.programme.unmerge_person import unmerge_person
from nhipcau.programme.views import DoubtRow, Page

router = Router(tags=["people"])

_KIND = "person"


class MergingPeople(Schema):
    """The person who turned out to be the one of the address."""

    gone: str = Field(description="Id of the person who is merged into this one.")
    despite: bool = Field(default=False, description="Merge although somebody told them apart.")


@router.get("/review", response=reads(Page[DoubtRow]), summary="List people who may be one")
def list_pairs(request: HttpRequest, wanted: Query[PairsWanted]) -> HttpResponse:
    """List pairs of people who may be one."""
    question = cast("arguments.DoubtQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, review_queue(*asked(request), _KIND, **question))


@router.post("/review/run", response=changes(RelinkedPeople), summary="Compare all people")
def run(request: HttpRequest) -> HttpResponse:
    """Compare all people and propose who may be one; nobody is merged."""
    return plain_answer(relink_people(*asked(request)))


@router.get("/review/{doubt_id}", response=reads(PairPage), openapi_extra=IF_NONE_MATCH, summary="One pair")
def get_pair(request: HttpRequest, doubt_id: str) -> HttpResponse:
    """Fetch a pair with both people and the reasons."""
    found = review_pair(*asked(request), doubt_id)
    return one(request, found, version=found.view.doubt.version)


@router.post("/review/{doubt_id}", response=changes(Decided), openapi_extra=IF_MATCH, summary="Decide a pair")
def decide(request: HttpRequest, doubt_id: str, body: Decision) -> HttpResponse:
    """Decide a pair; ``batch`` of the answer takes it back."""
    version = version_wanted(request)
    decided = decide_pair(
        *asked(request), doubt_id, body.decision, version=version, keep=body.keep, despite=body.despite
    )
    return one(request, decided, version=decided.doubt.version)


@router.post("/{person_id}/merge", response=changes(Merge), openapi_extra=IF_MATCH, summary="Merge another in")
def merge(request: HttpRequest, person_id: str, body: MergingPeople) -> HttpResponse:
    """Merge another person into this one; signatures and posts follow, the other's address leads here."""
    version = version_wanted(request)
    made = merge_people(*asked(request), person_id, body.gone, despite=body.despite, kept_version=version)
    return one(request, made, version=made.version)


@router.post("/{person_id}/unmerge", response=changes(Parted), summary="Take a merge back")
def unmerge(request: HttpRequest, person_id: str) -> HttpResponse:
    """Let a person who was merged into another stand by themselves again."""
    done = unmerge_person(*asked(request), person_id)
    return one(request, done, version=done.merge.version)
