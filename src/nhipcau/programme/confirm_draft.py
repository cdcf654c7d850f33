"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.programme.office import Office


def confirm_draft(
    office: Office, actor: Actor, draft_id: str, *, version: int, same_as: str | None = None
) -> Agreement:
    """Make an agreement of the accepted and changed values, or add their evidence to the known agreement."""
    raise NotImplementedError
