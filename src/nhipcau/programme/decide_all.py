"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office


def decide_all(office: Office, actor: Actor, draft_id: str, *, version: int) -> Draft:
    """Accept every pending value of a draft."""
    raise NotImplementedError
