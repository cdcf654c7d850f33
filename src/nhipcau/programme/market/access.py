"""The id of a need or an offer comes in; the thing goes out where this person may know of it, else ``NotFound``."""

from __future__ import annotations

from typing import TypeVar, cast

from nhipcau.facts.errors import NotFound
from nhipcau.facts.market import Item, Need, Offer
from nhipcau.programme.market.sight import may_see
from nhipcau.programme.ports import Items
from nhipcau.programme.work import Work, found, unchanged

Some = TypeVar("Some", bound=Item)
SIDES: dict[str, type[Item]] = {"need": Need, "offer": Offer}


def items_of(work: Work, fact: type[Some]) -> Items[Some]:
    """Return the collection of needs or of offers."""
    return cast("Items[Some]", work.unit.needs if fact is Need else work.unit.offers)


def side_of(fact: type[Some]) -> str:
    """Return "need" or "offer"."""
    return "need" if fact is Need else "offer"


def item_at(work: Work, fact: type[Some], item_id: str, version: int | None = None) -> Some:
    """Return an item as it is kept, and as the person saw it."""
    side = side_of(fact)
    item = found(items_of(work, fact).get(item_id), side, item_id)
    if not may_see(work.actor, item, work.office.clock.today()):
        raise NotFound("error.not-found", kind=side, id=item_id)
    return unchanged(item, version)
