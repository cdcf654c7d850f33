"""The id of a match comes in; the match as it is kept goes out where this person may know of it, with both items."""

from __future__ import annotations

from nhipcau.facts.deal import Match
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.facts.market import Item, ItemState, Need, Offer
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.permissions import allowed
from nhipcau.programme.work import Work, found, unchanged


def match_at(work: Work, match_id: str, version: int | None = None) -> Match:
    """Return a match as the person saw it; ``Conflict`` where somebody moved it meanwhile."""
    match = found(work.unit.matches.get(match_id), "match", match_id)
    if not allowed(work.actor, "match.see", match):
        raise NotFound("error.not-found", kind="match", id=match_id)
    return unchanged(match, version)


def items_of_match(work: Work, match: Match) -> tuple[Need, Offer]:
    """Return both items as they are kept."""
    need = found(work.unit.needs.get(match.need_id), "need", match.need_id)
    return need, found(work.unit.offers.get(match.offer_id), "offer", match.offer_id)


def demand_on_the_market(work: Work, *items: Item) -> None:
    """Raise ``Conflict`` where one of the items is not on the market (any more)."""
    for item in items:
        state = state_on(item, work.office.clock.today())
        if state is not ItemState.PUBLISHED:
            raise Conflict("error.item-left", state=state, side="need" if isinstance(item, Need) else "offer")
