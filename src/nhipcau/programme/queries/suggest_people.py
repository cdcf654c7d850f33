"""What a person typed so far comes in; the people who may be meant go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.filters import SuggestQuery
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.suggest_organisations import MOST_SUGGESTED
from nhipcau.programme.views import Suggestion


def suggest_people(office: Office, actor: Actor, typed: str, *, limit: int = 10) -> tuple[Suggestion, ...]:
    """Return people by any spelling of their names in any script, with a slip; best first."""
    demand(actor, "register.see")
    query = SuggestQuery(
        typed=typed, kind="person", limit=max(1, min(limit, MOST_SUGGESTED)), visible_to=visible_to(actor)
    )
    return office.store.reads().suggest(query)
