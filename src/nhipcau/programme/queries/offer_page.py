"""The id of an offer comes in; what this person may see of it goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Offer
from nhipcau.programme.market.sight import page_within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ItemView


def offer_page(office: Office, actor: Actor, offer_id: str) -> ItemView[Offer]:
    """Return one offer; ``NotFound`` where there is none that this person may know of."""
    demand(actor, "market.see")
    view = office.store.reads().offer_page(offer_id, today=office.clock.today())
    seen = page_within_sight(actor, view) if view is not None else None
    if seen is None:
        raise not_found("offer", offer_id)
    return seen
