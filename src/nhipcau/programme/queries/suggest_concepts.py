"""What a person typed so far comes in; the concepts of trade that may be meant go out."""

from __future__ import annotations

from collections.abc import Sequence

from nhipcau.facts.actor import Actor
from nhipcau.language.thesaurus.trade_concept import FACETS, TradeConcept
from nhipcau.programme.forms import clean
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand

_LONGEST = 200


def suggest_concepts(
    office: Office, actor: Actor, typed: str, *, facets: Sequence[str] = (), limit: int = 10
) -> tuple[tuple[TradeConcept, str], ...]:
    """Return concepts, the likeliest first, each with the name that begins so; facets that are none are passed over."""
    demand(actor, "market.see")
    words = clean(typed)[:_LONGEST]
    if not words:
        return ()
    known = office_vocabulary(office)
    asked = [facet for facet in facets if facet in FACETS] or None
    found = known.find(words, actor.language, asked, most=max(1, min(limit, 50)))
    return tuple((known.concepts[one.concept], one.matched) for one in found)
