"""Requests under ``/api/commitments`` come in; commitments with their states go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import created, listed, one
from nhipcau.api.auth import asked
from nhipcau.api.bodies import Abandonment, Concretisation, NewActivity
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import CommitmentsWanted
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.programme import arguments
from nhipcau.programme.abandon_commitment import abandon_commitment
from nhipcau.programme.concretise_commitment import concretise_commitment
from nhipcau.programme.log_activity import log_activity
from nhipcau.programme.queries.commitment_list import commitment_list
from nhipcau.programme.queries.commitment_page import commitment_page
from nhipcau.programme.resume_commitment import resume_commitment
from nhipcau.programme.views import CommitmentRow, CommitmentView, Page

router = Router(tags=["commitments"])


@router.get("", response=reads(Page[CommitmentRow]), summary="List commitments")
def list_commitments(request: HttpRequest, wanted: Query[CommitmentsWanted]) -> HttpResponse:
    """List commitments with the states that follow from their activities."""
    question = cast("arguments.CommitmentQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, commitment_list(*asked(request), **question))


@router.get("/{commitment_id}", response=reads(CommitmentView), openapi_extra=IF_NONE_MATCH, summary="One commitment")
def get_commitment(request: HttpRequest, commitment_id: str) -> HttpResponse:
    """Fetch one commitment with its agreement, activities and evidence."""
    view = commitment_page(*asked(request), commitment_id)
    return one(request, view, version=view.row.commitment.version)


@router.patch("/{commitment_id}", response=changes(Commitment), openapi_extra=IF_MATCH, summary="Concretise")
def patch_commitment(request: HttpRequest, commitment_id: str, body: Concretisation) -> HttpResponse:
    """Give a commitment its owner, quantity with unit, due date: any of them; null clears one."""
    parts = cast("arguments.Concretisation", body.model_dump(exclude_unset=True))
    commitment = concretise_commitment(*asked(request), commitment_id, version=version_wanted(request), **parts)
    return one(request, commitment, version=commitment.version)


@router.put("/{commitment_id}/abandonment", response=changes(Commitment), openapi_extra=IF_MATCH, summary="Abandon")
def put_abandonment(request: HttpRequest, commitment_id: str, body: Abandonment) -> HttpResponse:
    """Give a commitment up, with the reason."""
    version = version_wanted(request)
    commitment = abandon_commitment(*asked(request), commitment_id, reason=body.reason, version=version)
    return one(request, commitment, version=commitment.version)


@router.delete("/{commitment_id}/abandonment", response=changes(Commitment), openapi_extra=IF_MATCH, summary="Resume")
def delete_abandonment(request: HttpRequest, commitment_id: str) -> HttpResponse:
    """Take an abandoned commitment up again."""
    commitment = resume_commitment(*asked(request), commitment_id, version=version_wanted(request))
    return one(request, commitment, version=commitment.version)


@router.post("/{commitment_id}/activities", response=changes(Activity, 201), summary="Log an activity")
def post_activity(request: HttpRequest, commitment_id: str, body: NewActivity) -> HttpResponse:
    """Log something that was done under a commitment; files are added to the activity afterwards."""
    parts = cast("arguments.ActivityParts", body.model_dump(exclude_unset=True))
    activity = log_activity(*asked(request), commitment_id, **parts)
    return created(request, activity, version=activity.version, at=f"activities/{activity.id}")
