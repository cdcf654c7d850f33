"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.programme.office import Office


def link_renewal(
    office: Office, actor: Actor, agreement_id: str, *, renewal_of: str | None, version: int | None = None
) -> Agreement:
    """Say that an agreement renews another (None: renews none); chains do not fork and have no cycles."""
    raise NotImplementedError
