"""What an organisation has to give comes in; an offer goes out, a draft until it is sent for review."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Offer
from nhipcau.programme.arguments import OfferParts
from nhipcau.programme.market.posting import posted
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def post_offer(
    office: Office, actor: Actor, organisation_id: str, *, demo: bool | None = None, **parts: Unpack[OfferParts]
) -> Offer:
    """Post an offer of an organisation; enterprises post for their own alone. Kind and text are needed.

    What is posted for an organisation of the demo office is of the demo office, unless ``demo`` says otherwise.
    """
    demand(actor, "market.post", organisation_id)
    with work(office, actor, "post-offer") as opened:
        return posted(opened, Offer, organisation_id, parts, demo=demo)
