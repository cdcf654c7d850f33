"""Requests under ``/api/matches`` come in; pairs on their way, and what became of them, go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import created, listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.fits import reasons_of
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import MatchesWanted, NewsWanted
from nhipcau.facts.deal import Match
from nhipcau.programme import arguments
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.move_match import move_match
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.match_funnel import match_funnel
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.queries.match_page import match_page
from nhipcau.programme.queries.new_matches import new_matches
from nhipcau.programme.reopen_match import reopen_match
from nhipcau.programme.value_match import value_match
from nhipcau.programme.views import MatchFunnel, MatchRow, MatchView, NewMatch, Page

router = Router(tags=["matches"])


class Proposal(Schema):
    """A need and an offer to be set on the way."""

    need_id: str
    offer_id: str
    note: str = ""


class Yes(Schema):
    """For which side somebody says yes."""

    side: str = Field(description="need or offer.")
    note: str = ""


class No(Schema):
    """For which side somebody says no, and why."""

    side: str = Field(description="need or offer.")
    reason: str = Field(
        description="too-early, capability, capacity, price, place, language, certificate, confidentiality, no-answer"
        " or other."
    )
    note: str = Field("", description="Needed with other.")


class Move(Schema):
    """Where a match stands now."""

    stage: str = Field(description="introduced, meeting, sample, quotation, contract or repeat-order.")
    note: str = ""


class Again(Schema):
    """Why a declined match is opened again."""

    note: str = ""


class MoneyOf(Schema):
    """An amount; without one, none."""

    amount: Decimal | None = None
    currency: str | None = Field(None, description="ISO 4217, such as USD.")
    on: date | None = Field(None, description="The day that it is as of.")


class Values(Schema):
    """What a match is worth: three things that are never added together; one left out stays."""

    discussed: MoneyOf | None = None
    mou: MoneyOf | None = None
    contract: MoneyOf | None = None


class FunnelWanted(Schema):
    """Whose matches are counted."""

    agreement_id: str | None = Field(None, description="Matches under this agreement alone.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchTold:
    """A match's page; ``reasons`` say why the two fit today, in the language asked for."""

    view: MatchView
    reasons: tuple[str, ...]


@router.get("", response=reads(Page[MatchRow]), summary="List matches")
def list_matches(request: HttpRequest, wanted: Query[MatchesWanted]) -> HttpResponse:
    """List matches, the last moved first; an enterprise sees those of its own needs and offers."""
    question = cast("arguments.MatchQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, match_list(*asked(request), **question))


@router.post("", response=changes(Match, 201), summary="Propose")
def post_match(request: HttpRequest, body: Proposal) -> HttpResponse:
    """Set a need and an offer on the way; one pair has one match."""
    match = propose_match(*asked(request), body.need_id, body.offer_id, note=body.note)
    return _seen(request, match, new=True)


@router.get("/funnel", response=reads(MatchFunnel), summary="Funnel")
def get_funnel(request: HttpRequest, wanted: Query[FunnelWanted]) -> HttpResponse:
    """Count matches by stage and by agreement, with what they are worth by kind and currency."""
    return plain_answer(match_funnel(*asked(request), agreement_id=wanted.agreement_id))


@router.get("/new", response=reads(list[NewMatch]), summary="New pairs")
def get_new(request: HttpRequest, wanted: Query[NewsWanted]) -> HttpResponse:
    """List pairs found to fit that nobody set on the way yet, the newest first; ``closed`` is what failed before."""
    return plain_answer(list(new_matches(*asked(request), since=wanted.since, limit=wanted.limit)))


@router.get("/{match_id}", response=reads(MatchTold), openapi_extra=IF_NONE_MATCH, summary="One match")
def get_match(request: HttpRequest, match_id: str) -> HttpResponse:
    """Fetch one match with both items; contacts once both sides accepted."""
    view = match_page(*asked(request), match_id)
    told = MatchTold(view=view, reasons=reasons_of(view.fit) if view.fit else ())
    return one(request, told, version=view.row.match.version)


@router.post("/{match_id}/accept", response=changes(Match), openapi_extra=IF_MATCH, summary="Accept")
def accept(request: HttpRequest, match_id: str, body: Yes) -> HttpResponse:
    """Accept for one's own side; officers and advisers on behalf of either, noted as such."""
    version = version_wanted(request)
    return _seen(request, accept_match(*asked(request), match_id, side=body.side, note=body.note, version=version))


@router.post("/{match_id}/decline", response=changes(Match), openapi_extra=IF_MATCH, summary="Decline")
def decline(request: HttpRequest, match_id: str, body: No) -> HttpResponse:
    """Decline for a side, at any stage; it stays so until that side opens it again."""
    version = version_wanted(request)
    match = decline_match(
        *asked(request), match_id, side=body.side, reason=body.reason, note=body.note, version=version
    )
    return _seen(request, match)


@router.post("/{match_id}/reopen", response=changes(Match), openapi_extra=IF_MATCH, summary="Open again")
def reopen(request: HttpRequest, match_id: str, body: Again) -> HttpResponse:
    """Open a declined match again; the side that declined does."""
    version = version_wanted(request)
    return _seen(request, reopen_match(*asked(request), match_id, note=body.note, version=version))


@router.put("/{match_id}/stage", response=changes(Match), openapi_extra=IF_MATCH, summary="Move on")
def put_stage(request: HttpRequest, match_id: str, body: Move) -> HttpResponse:
    """Record that a match came to a stage."""
    version = version_wanted(request)
    return _seen(request, move_match(*asked(request), match_id, stage=body.stage, note=body.note, version=version))


@router.patch("/{match_id}/values", response=changes(Match), openapi_extra=IF_MATCH, summary="Values")
def patch_values(request: HttpRequest, match_id: str, body: Values) -> HttpResponse:
    """Set what was discussed, what the MOU and what the contract is worth; null, or no amount, takes one away."""
    parts = cast("arguments.MatchValues", body.model_dump(exclude_unset=True))
    return _seen(request, value_match(*asked(request), match_id, version=version_wanted(request), **parts))


def _seen(request: HttpRequest, match: Match, *, new: bool = False) -> HttpResponse:
    """Answer with a match as its sender may see it, which the verb's own answer need not be."""
    view = match_page(*asked(request), match.id)
    seen = view.row.match
    if new:
        return created(request, seen, version=seen.version, at=f"matches/{seen.id}")
    return one(request, seen, version=seen.version)
