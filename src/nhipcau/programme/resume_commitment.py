"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.programme.office import Office


def resume_commitment(office: Office, actor: Actor, commitment_id: str, *, version: int) -> Commitment:
    """Take an abandoned commitment up again."""
    raise NotImplementedError
