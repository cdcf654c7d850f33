"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import SearchHit


def search(office: Office, actor: Actor, text: str) -> tuple[SearchHit, ...]:
    """Return hits over everything, with or without diacritics, in any language, by acronym."""
    raise NotImplementedError
