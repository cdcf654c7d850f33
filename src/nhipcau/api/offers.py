"""Requests under ``/api/offers`` come in; what organisations have to give goes out, with needs that fit."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import created, listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.fits import FitsTold, told
from nhipcau.api.item_acts import acted, given_back
from nhipcau.api.item_bodies import Act, AttributeOf, NewOffer, OfferParts, Sentence
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import FitsWanted, ItemsWanted
from nhipcau.facts.market import Offer
from nhipcau.programme import arguments
from nhipcau.programme.edit_offer import edit_offer
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.queries.offer_list import offer_list
from nhipcau.programme.queries.offer_matches import offer_matches
from nhipcau.programme.queries.offer_page import offer_page
from nhipcau.programme.record_attribute import record_attribute
from nhipcau.programme.views import ItemRow, ItemView, Page

router = Router(tags=["offers"])


@router.get("", response=reads(Page[ItemRow[Offer]]), summary="List offers")
def list_offers(request: HttpRequest, wanted: Query[ItemsWanted]) -> HttpResponse:
    """List offers; of a confidential one nobody else is told who is behind it."""
    question = cast("arguments.ItemQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, offer_list(*asked(request), **question))


@router.post("", response=changes(Offer, 201), summary="Post an offer")
def add_offer(request: HttpRequest, body: NewOffer) -> HttpResponse:
    """Post an offer: a draft, until it is sent for review."""
    office, actor = asked(request)
    parts = cast("arguments.OfferParts", body.model_dump(exclude_unset=True, exclude={"organisation_id"}))
    offer = post_offer(office, actor, body.organisation_id or actor.organisation_id or "", **parts)
    return created(request, offer, version=offer.version, at=f"offers/{offer.id}")


@router.get("/{offer_id}", response=reads(ItemView[Offer]), openapi_extra=IF_NONE_MATCH, summary="One offer")
def get_offer(request: HttpRequest, offer_id: str) -> HttpResponse:
    """Fetch one offer, with what is odd in it and what the sender may do with it."""
    view = offer_page(*asked(request), offer_id)
    return one(request, view, version=view.row.item.version)


@router.patch("/{offer_id}", response=changes(Offer), openapi_extra=IF_MATCH, summary="Set right")
def patch_offer(request: HttpRequest, offer_id: str, body: OfferParts) -> HttpResponse:
    """Set parts right; lists are replaced whole. What an enterprise changes of a published one is reviewed again."""
    parts = cast("arguments.OfferParts", body.model_dump(exclude_unset=True))
    offer = edit_offer(*asked(request), offer_id, version=version_wanted(request), **parts)
    return one(request, offer, version=offer.version)


@router.get("/{offer_id}/matches", response=reads(FitsTold), summary="What fits")
def get_offer_matches(request: HttpRequest, offer_id: str, wanted: Query[FitsWanted]) -> HttpResponse:
    """Find the needs that fit, and apart from them those that nearly do, each with its points, reasons and gaps."""
    return plain_answer(told(offer_matches(*asked(request), offer_id, top=wanted.top)))


@router.post("/{offer_id}/attributes", response=changes(Offer), openapi_extra=IF_MATCH, summary="Record")
def post_attribute(request: HttpRequest, offer_id: str, body: AttributeOf) -> HttpResponse:
    """Record a certificate, an audit or a measurement; needs that it nearly fitted are looked at again."""
    version = version_wanted(request)
    attribute = cast("arguments.AttributeParts", body.model_dump(exclude_unset=True))
    offer = record_attribute(*asked(request), offer_id, attribute=attribute, version=version)
    return one(request, offer, version=offer.version)


@router.post("/{offer_id}/return", response=changes(Offer), openapi_extra=IF_MATCH, summary="Give back")
def return_offer(request: HttpRequest, offer_id: str, body: Sentence) -> HttpResponse:
    """Give an offer back to who wrote it, with what has to be changed."""
    return given_back(request, Offer, offer_id, body.sentence)


@router.post("/{offer_id}/{act}", response=changes(Offer), openapi_extra=IF_MATCH, summary="Move")
def move_offer(request: HttpRequest, offer_id: str, act: Act) -> HttpResponse:
    """Send it for review, publish, renew, withdraw or close it."""
    return acted(request, Offer, offer_id, act)
