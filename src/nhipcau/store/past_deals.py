"""Matches and listings come in; whose contracts came or went, and how many each offer tells of, go out."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import starmap
from typing import NamedTuple

from django.db.models import Count

from nhipcau.facts.deal import CONCLUDED, Match
from nhipcau.facts.market import Listing
from nhipcau.store.market_stamp import items_changed
from nhipcau.store.models import DealRow, OfferRow


class Deal(NamedTuple):
    """That a match came to a contract, and for whom that speaks."""

    match_id: str
    organisation_id: str
    demo: bool


def deals_among(matches: Iterable[Match]) -> frozenset[Deal]:
    """Return those of some matches that are contracts."""
    return frozenset(Deal(one.id, one.offer_organisation_id, one.demo) for one in matches if one.concluded)


def deals_kept(match_ids: Iterable[str]) -> frozenset[Deal]:
    """Return those of some matches that are contracts as they are kept, in one query."""
    kept = DealRow.objects.filter(pk__in=list(match_ids), stage__in=CONCLUDED)
    return frozenset(Deal(*columns) for columns in kept.values_list("pk", "offer_organisation_id", "demo"))


def deals_changed(moved: AbstractSet[Deal]) -> None:
    """Let the offers of those be read anew whose contracts came or went; a confidential one tells of none."""
    bodies = {one.organisation_id for one in moved}
    if bodies:
        told = OfferRow.objects.filter(organisation_id__in=bodies, confidential=False)
        items_changed(OfferRow, list(told.values_list("pk", flat=True)))


def with_deals(told: Iterable[tuple[Listing, bool]]) -> list[Listing]:
    """Return listings of offers, of which each may be for demonstration, with their past deals, in one query.

    A contract for demonstration is no reason to trust anybody, and the listing of a confidential offer names nobody.
    """
    listings = list(told)
    bodies = {listing.organisation for listing, _ in listings if listing.organisation}
    concluded = DealRow.objects.filter(offer_organisation_id__in=bodies, stage__in=CONCLUDED).order_by()
    counted = concluded.values_list("offer_organisation_id", "demo").annotate(number=Count("pk"))
    number = {(body, demo): some for body, demo, some in counted}

    def told_of(listing: Listing, demo: bool) -> Listing:
        some = number.get((listing.organisation, demo))
        return replace(listing, deals=some) if some else listing

    return list(starmap(told_of, listings))
