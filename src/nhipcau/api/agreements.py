"""Requests under ``/api/agreements`` come in; agreements and what was changed on them go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import created, listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.bodies import AgreementParts, NewCommitment, Renewal, Review, TextOf
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import AgreementsWanted
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.commitment import Commitment
from nhipcau.programme import arguments
from nhipcau.programme.add_commitment import add_commitment
from nhipcau.programme.attach_text import attach_text
from nhipcau.programme.edit_agreement import edit_agreement
from nhipcau.programme.link_renewal import link_renewal
from nhipcau.programme.queries.agreement_list import agreement_list
from nhipcau.programme.queries.agreement_page import agreement_page
from nhipcau.programme.queries.compare_texts import compare_texts
from nhipcau.programme.record_review import record_review
from nhipcau.programme.views import AgreementRow, AgreementView, ComparedCommitment, Page

router = Router(tags=["agreements"])


@router.get("", response=reads(Page[AgreementRow]), summary="List agreements")
def list_agreements(request: HttpRequest, wanted: Query[AgreementsWanted]) -> HttpResponse:
    """List agreements that the sender may see."""
    question = cast("arguments.AgreementQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, agreement_list(*asked(request), **question))


@router.get("/{agreement_id}", response=reads(AgreementView), openapi_extra=IF_NONE_MATCH, summary="One agreement")
def get_agreement(request: HttpRequest, agreement_id: str) -> HttpResponse:
    """Fetch one agreement with its parties, commitments, documents and chain of renewals."""
    view = agreement_page(*asked(request), agreement_id)
    return one(request, view, version=view.agreement.version)


@router.patch("/{agreement_id}", response=changes(Agreement), openapi_extra=IF_MATCH, summary="Set right")
def patch_agreement(request: HttpRequest, agreement_id: str, parts: AgreementParts) -> HttpResponse:
    """Set parts of an agreement right by hand."""
    given = cast("arguments.AgreementParts", parts.model_dump(exclude_unset=True))
    agreement = edit_agreement(*asked(request), agreement_id, version=version_wanted(request), **given)
    return one(request, agreement, version=agreement.version)


@router.put("/{agreement_id}/renewal", response=changes(Agreement), openapi_extra=IF_MATCH, summary="Renewal of")
def put_renewal(request: HttpRequest, agreement_id: str, body: Renewal) -> HttpResponse:
    """Say which agreement this one renews; null: none."""
    version = version_wanted(request)
    agreement = link_renewal(*asked(request), agreement_id, renewal_of=body.renewal_of, version=version)
    return one(request, agreement, version=agreement.version)


@router.put("/{agreement_id}/review", response=changes(Agreement), openapi_extra=IF_MATCH, summary="Yearly review")
def put_review(request: HttpRequest, agreement_id: str, body: Review) -> HttpResponse:
    """Record the day of a yearly review."""
    agreement = record_review(*asked(request), agreement_id, on=body.on, version=version_wanted(request))
    return one(request, agreement, version=agreement.version)


@router.get("/{agreement_id}/texts", response=reads(tuple[ComparedCommitment, ...]), summary="Compare parallel texts")
def get_texts(request: HttpRequest, agreement_id: str) -> HttpResponse:
    """Compare what each parallel text of an agreement promises."""
    return plain_answer(compare_texts(*asked(request), agreement_id))


@router.post("/{agreement_id}/texts", response=changes(Agreement), summary="Attach a text")
def post_text(request: HttpRequest, agreement_id: str, body: TextOf) -> HttpResponse:
    """Say that a document is a text of this agreement."""
    agreement = attach_text(*asked(request), agreement_id, body.document_id)
    return one(request, agreement, version=agreement.version)


@router.post("/{agreement_id}/commitments", response=changes(Commitment, 201), summary="Add a commitment")
def post_commitment(request: HttpRequest, agreement_id: str, body: NewCommitment) -> HttpResponse:
    """Add a promise in the office's own words."""
    commitment = add_commitment(*asked(request), agreement_id, code=body.code, text=body.text, strength=body.strength)
    return created(request, commitment, version=commitment.version, at=f"commitments/{commitment.id}")
