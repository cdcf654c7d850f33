"""What a person typed comes in; things of every kind that carry these words go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.filters import SearchQuery
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.search_text import search_terms
from nhipcau.programme.views import SearchHit

SEARCH_KINDS = ("agreement", "organisation", "person", "commitment", "document")
_LONGEST = 200
_MOST_TERMS = 12


def search(office: Office, actor: Actor, text: str) -> tuple[SearchHit, ...]:
    """Return hits with or without diacritics, in any of the languages, by acronym; nothing typed finds nothing."""
    demand(actor, "register.see")
    terms = search_terms(text[:_LONGEST])[:_MOST_TERMS]
    if not terms:
        return ()
    query = SearchQuery(terms=terms, kinds=SEARCH_KINDS, visible_to=visible_to(actor))
    return office.store.reads().search(query)
