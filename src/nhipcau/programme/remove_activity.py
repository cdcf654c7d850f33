"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office


def remove_activity(office: Office, actor: Actor, activity_id: str, *, version: int) -> None:
    """Take an activity away (the history keeps it)."""
    raise NotImplementedError
