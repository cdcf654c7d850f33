"""The id of a match comes in; what this person may see of it, and do with it, goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import ItemState
from nhipcau.facts.matching import Fit
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.matching.offered import offered
from nhipcau.programme.matching.sight import page_within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import MatchRow, MatchView


def match_page(office: Office, actor: Actor, match_id: str) -> MatchView:
    """Return one match with both items as they are now; ``NotFound`` where there is none that this person may see."""
    demand(actor, "match.see")
    view = office.store.reads().match_page(match_id, today=office.clock.today())
    seen = page_within_sight(actor, view, office.clock.now()) if view is not None else None
    if view is None or seen is None:
        raise not_found("match", match_id)
    return replace(seen, fit=_fit(office, view.row))


def _fit(office: Office, row: MatchRow) -> Fit | None:
    """Return how the two fit, while both are on the market."""
    both = row.need.state is ItemState.PUBLISHED and row.offer.state is ItemState.PUBLISHED
    if office.finder is None or not both:
        return None
    offer = offered(office.store.reads(), row.offer.item)
    # Its own contract is no reason why the two were brought together.
    earlier = max(0, offer.deals - row.match.concluded)
    return office.finder.fit(listing_of(row.need.item), replace(offer, deals=earlier))
