"""An agreement, or none, comes in; how many matches stand at which stage, and what they are worth, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand, visible_to
from nhipcau.programme.views import MatchFunnel


def match_funnel(office: Office, actor: Actor, *, agreement_id: str | None = None) -> MatchFunnel:
    """Return the funnel; an enterprise's of its own matches, of which it is not told under which agreement they are."""
    demand(actor, "match.count")
    own = visible_to(actor)
    by_agreement = allowed(actor, "match.by-agreement")
    return office.store.reads().match_funnel(
        agreement_id=agreement_id if by_agreement else None, visible_to=own, by_agreement=by_agreement
    )
