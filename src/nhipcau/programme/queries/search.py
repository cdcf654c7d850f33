"""What a person typed comes in; things of every kind that carry these words go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.filters import SearchQuery, SuggestQuery
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, market_sight, visible_to
from nhipcau.programme.ports import Reads
from nhipcau.programme.search_text import search_terms
from nhipcau.programme.views import SearchHit

SEARCH_KINDS = ("agreement", "organisation", "person", "commitment", "document", "need", "offer")
_BY_NAME = ("organisation", "person")
_BY_WORDS = tuple(kind for kind in SEARCH_KINDS if kind not in _BY_NAME)
_MOST_NAMED = 20
_LONGEST = 200
_MOST_TERMS = 12


def search(office: Office, actor: Actor, text: str) -> tuple[SearchHit, ...]:
    """Return hits with or without diacritics, in any of the languages, by acronym; nothing typed finds nothing."""
    demand(actor, "register.see")
    terms = search_terms(text[:_LONGEST])[:_MOST_TERMS]
    if not terms:
        return ()
    reads, scope = office.store.reads(), visible_to(actor)
    plain = reads.search(
        SearchQuery(
            terms=terms, kinds=_BY_WORDS, visible_to=scope, today=office.clock.today(), sight=market_sight(actor)
        )
    )
    hits = [*plain, *(hit for kind in _BY_NAME for hit in _named(reads, text[:_LONGEST], kind, scope))]
    return tuple(sorted(hits, key=lambda hit: SEARCH_KINDS.index(hit.kind)))


def _named(reads: Reads, typed: str, kind: str, scope: str | None) -> list[SearchHit]:
    found = reads.suggest(SuggestQuery(typed=typed, kind=kind, limit=_MOST_NAMED, visible_to=scope))
    return [
        SearchHit(kind=kind, id=one.id, title=one.title, detail=one.found or one.detail, demo=one.demo) for one in found
    ]
