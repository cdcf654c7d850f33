"""A need or an offer comes in; what matching sees of it goes out."""

from __future__ import annotations

from nhipcau.facts.market import Item, Listing, Need


def listing_of(item: Item) -> Listing:
    """Return the listing: text and typed fields, nothing of who may see it."""
    return Listing(
        id=item.id,
        kind=item.kind,
        language=item.language,
        text=_text(item),
        place=item.place,
        requirements=item.requirements if isinstance(item, Need) else (),
        attributes=() if isinstance(item, Need) else item.attributes,
        concepts=item.concepts,
        dropped=item.dropped,
        organisation=item.organisation_id,
    )


def _text(item: Item) -> str:
    """Return the text, below its title where that is not its beginning: a title may say what the text does not."""
    return item.text if item.text.startswith(item.title.removesuffix("…")) else f"{item.text}\n{item.title}"
