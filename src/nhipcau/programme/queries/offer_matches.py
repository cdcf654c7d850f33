"""The id of an offer comes in; the needs that it fits, and those that it nearly does, go out, each with its reasons."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Unavailable
from nhipcau.programme.market.sight import may_see
from nhipcau.programme.matching.found import SPARE, matches_of
from nhipcau.programme.matching.offered import offered
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ItemMatches


def offer_matches(office: Office, actor: Actor, offer_id: str, *, top: int = 20) -> ItemMatches:
    """Return which needs an offer fits, on the market yet or not. Enterprises ask for their own offers alone."""
    demand(actor, "match.rank")
    view = office.store.reads().offer_page(offer_id, today=office.clock.today())
    if view is None or not may_see(actor, view.row.item, office.clock.today()):
        raise not_found("offer", offer_id)
    demand(actor, "match.rank", view.row.item)
    if office.finder is None:
        raise Unavailable("error.market-index")
    ranking = office.finder.for_offer(offered(office.store.reads(), view.row.item), top=top + SPARE)
    return matches_of(office, actor, "offer", view.row, ranking, top)
