"""The parts of a need or an offer as typed come in; what others would see of it goes out. Nothing is stored."""

from __future__ import annotations

from typing import TypeVar, cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.arguments import NeedParts, OfferParts
from nhipcau.programme.market.masking import for_the_public
from nhipcau.programme.market.posting import Maker
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work

Some = TypeVar("Some", bound=Item)


def preview_item(
    office: Office, actor: Actor, fact: type[Some], organisation_id: str, parts: NeedParts | OfferParts
) -> Item:
    """Return the item as anybody may see it once it is published; mistakes are raised as when it is posted."""
    demand(actor, "market.post", organisation_id)
    with work(office, actor, "preview-item") as opened:
        body = cast("Organisation", standing(opened, "organisation", organisation_id))
        return for_the_public(Maker.of(opened).drafted(fact, body, parts, demo=body.demo))
