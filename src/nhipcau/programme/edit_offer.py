"""Parts of an offer set right come in; the offer with them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Offer
from nhipcau.programme.arguments import OfferParts
from nhipcau.programme.market.posting import edited
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def edit_offer(office: Office, actor: Actor, offer_id: str, *, version: int, **parts: Unpack[OfferParts]) -> Offer:
    """Set any of the parts; those left out stay, lists are replaced whole.

    What an enterprise changes of a published offer is looked at again before it is shown.
    """
    demand(actor, "market.edit")
    with work(office, actor, "edit-offer") as opened:
        return edited(opened, Offer, offer_id, version, parts)
