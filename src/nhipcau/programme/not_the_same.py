"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office


def not_the_same(office: Office, actor: Actor, draft_id: str, *, version: int) -> Draft:
    """Decline the same-agreement proposal for good; the next best one, if any, takes its place."""
    raise NotImplementedError
