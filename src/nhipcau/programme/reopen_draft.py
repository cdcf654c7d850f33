"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office


def reopen_draft(office: Office, actor: Actor, draft_id: str, *, version: int) -> Draft:
    """Take a rejected draft up again."""
    raise NotImplementedError
