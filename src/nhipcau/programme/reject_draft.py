"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office


def reject_draft(office: Office, actor: Actor, draft_id: str, *, version: int, reason: str = "") -> Draft:
    """Put a draft aside; nothing of it enters the register."""
    raise NotImplementedError
