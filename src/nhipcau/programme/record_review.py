"""To be filled."""

from __future__ import annotations

from datetime import date

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.programme.office import Office


def record_review(
    office: Office, actor: Actor, agreement_id: str, *, on: str | date, version: int | None = None
) -> Agreement:
    """Record the day of a yearly review."""
    raise NotImplementedError
