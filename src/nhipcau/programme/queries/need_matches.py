"""The id of a need comes in; the offers that fit it, and those that nearly do, go out, each with its reasons."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Unavailable
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.market.sight import may_see
from nhipcau.programme.matching.found import SPARE, matches_of
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ItemMatches


def need_matches(office: Office, actor: Actor, need_id: str, *, top: int = 20) -> ItemMatches:
    """Return what fits a need, which need not be on the market yet. Enterprises ask for their own needs alone."""
    demand(actor, "match.rank")
    view = office.store.reads().need_page(need_id, today=office.clock.today())
    if view is None or not may_see(actor, view.row.item, office.clock.today()):
        raise not_found("need", need_id)
    demand(actor, "match.rank", view.row.item)
    if office.finder is None:
        raise Unavailable("error.market-index")
    ranking = office.finder.for_need(listing_of(view.row.item), top=top + SPARE)
    return matches_of(office, actor, "need", view.row, ranking, top)
