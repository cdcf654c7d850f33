"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Activity
from nhipcau.programme.arguments import ActivityParts
from nhipcau.programme.office import Office


def log_activity(office: Office, actor: Actor, commitment_id: str, **parts: Unpack[ActivityParts]) -> Activity:
    """Log something done under a commitment; on and note are needed."""
    raise NotImplementedError
