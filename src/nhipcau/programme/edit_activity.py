"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Activity
from nhipcau.programme.arguments import ActivityParts
from nhipcau.programme.office import Office


def edit_activity(
    office: Office, actor: Actor, activity_id: str, *, version: int, **parts: Unpack[ActivityParts]
) -> Activity:
    """Set an activity right; files are added to those it has."""
    raise NotImplementedError
