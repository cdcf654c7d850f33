"""A person and a moment come in; the pairs that the engine found since, and nobody set on the way, go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Side
from nhipcau.programme.filters import FoundFilter
from nhipcau.programme.market.sight import within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import NewMatch


def new_matches(
    office: Office, actor: Actor, *, since: datetime | None = None, limit: int = 50
) -> tuple[NewMatch, ...]:
    """Return the newest first: an enterprise's for its own needs and offers, the office's for all.

    Without ``since`` all that stand there now. Who is behind a confidential item is told no more than on any list.
    """
    demand(actor, "match.see")
    own = visible_to(actor)
    wanted = FoundFilter(
        today=office.clock.today(), since=since, visible_to=own, limit=min(limit, office.limits.largest_page)
    )
    return tuple(_seen(actor, one, own) for one in office.store.reads().found_pairs(wanted))


def _seen(actor: Actor, one: NewMatch, own: str | None) -> NewMatch:
    mine = None
    if own is not None:
        mine = Side.NEED if one.need.item.organisation_id == own else Side.OFFER
    return replace(one, need=within_sight(actor, one.need), offer=within_sight(actor, one.offer), mine=mine)
