"""A need or an offer comes in; what matching sees of it goes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nhipcau.facts.market import Item, Listing, Need
from nhipcau.programme.market.masking import blotted, blotted_terms
from nhipcau.programme.market.places import province_of


def listing_of(item: Item) -> Listing:
    """Return the listing: text and typed fields, nothing of who may see it.

    Of a confidential item what anybody may see: a word that tells who is behind it is then no reason why two fit.
    """
    listing = Listing(
        id=item.id,
        kind=item.kind,
        language=item.language,
        text=listed_text(item.title, item.text),
        place=item.place,
        requirements=item.requirements if isinstance(item, Need) else (),
        attributes=() if isinstance(item, Need) else item.attributes,
        concepts=item.concepts,
        dropped=item.dropped,
        organisation=item.organisation_id,
    )
    return listing_without(listing, item.hidden) if item.confidential else listing


def listing_without(listing: Listing, hidden: Iterable[str]) -> Listing:
    """Return the listing of a confidential item, its hidden words blotted out."""
    words = tuple(hidden)
    return replace(
        listing,
        text=blotted(listing.text, words),
        place=province_of(listing.place),
        requirements=blotted_terms(listing.requirements, words),
        attributes=blotted_terms(listing.attributes, words),
        organisation="",
    )


def listed_text(title: str, text: str) -> str:
    """Return the text, with its title below where it does not begin so: a title may say what the text does not."""
    return text if text.startswith(title.removesuffix("…")) else f"{text}\n{title}"
