"""What a person typed so far comes in; the organisations that may be meant go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.filters import SuggestQuery
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import Suggestion

MOST_SUGGESTED = 50


def suggest_organisations(office: Office, actor: Actor, typed: str, *, limit: int = 10) -> tuple[Suggestion, ...]:
    """Return bodies by any of their names: without diacritics, by acronym, by sound, with a slip; best first."""
    demand(actor, "register.see")
    query = SuggestQuery(
        typed=typed, kind="organisation", limit=max(1, min(limit, MOST_SUGGESTED)), visible_to=visible_to(actor)
    )
    return office.store.reads().suggest(query)
