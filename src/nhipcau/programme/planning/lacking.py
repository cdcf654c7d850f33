"""An offer and a need, or all needs of its trade, come in; how the one stands to the others goes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nhipcau.facts.errors import Conflict, Unavailable
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.matching import Fit
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.matching.offered import offered
from nhipcau.programme.office import Office

MOST_NEEDS: Final = 100
"""So many needs of a trade are planned for, those that the offer fits best."""

_TOPIC: Final = ("concept", "words")
_SHARED: Final = ("match.concept-same", "match.concept-narrower", "match.concept-broader")
_SHARE: Final = 0.5


def fit_to(office: Office, offer: Offer, need: Need) -> tuple[Fit, ...]:
    """Return how an offer stands to one need."""
    if need.kind is not offer.kind:
        raise Conflict("error.match-kind", need=need.kind, offer=offer.kind)
    if need.demo != offer.demo:
        raise Conflict("error.demo-mixed")
    if office.finder is None:
        raise Unavailable("error.market-index")
    return (office.finder.fit(listing_of(need), offered(office.store.reads(), offer)),)


def fits_of_trade(office: Office, offer: Offer) -> tuple[Fit, ...]:
    """Return how an offer stands to the needs on the market that are of its kind and share its concepts."""
    if office.finder is None:
        raise Unavailable("error.market-index")
    found = office.finder.for_offer(offered(office.store.reads(), offer), top=MOST_NEEDS)
    fits = _of_one_trade((*found.matches, *found.near_misses))
    rows = office.store.reads().item_rows("need", [fit.need for fit in fits], today=office.clock.today())
    real = {key for key, row in rows.items() if row.item.demo == offer.demo}
    mine = {key for key, row in rows.items() if row.item.organisation_id == offer.organisation_id}
    return tuple(fit for fit in fits if fit.need in real - mine)


def _of_one_trade(fits: Sequence[Fit]) -> tuple[Fit, ...]:
    """Leave out needs that only border on what is offered: those that share no concept, or little of what they ask."""
    topic = {fit.need: sum(part.points for part in fit.parts if part.code in _TOPIC) for fit in fits}
    enough = _SHARE * max(topic.values(), default=0)
    shared = {fit.need for fit in fits if any(part.said.code in _SHARED for part in fit.parts)}
    return tuple(fit for fit in fits if fit.need in shared and topic[fit.need] >= enough)
