"""An offer that is kept comes in; what matching sees of it, its organisation's past deals with it, goes out."""

from __future__ import annotations

from nhipcau.facts.market import Listing, Offer
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.ports import Reads


def offered(reads: Reads, offer: Offer) -> Listing:
    """Return the listing of an offer as the index has it: only the store knows of its organisation's contracts."""
    return reads.market_listings("offer", [offer.id]).get(offer.id) or listing_of(offer)
