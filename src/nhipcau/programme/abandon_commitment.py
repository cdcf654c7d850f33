"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.programme.office import Office


def abandon_commitment(office: Office, actor: Actor, commitment_id: str, *, reason: str, version: int) -> Commitment:
    """Give a commitment up, with the reason."""
    raise NotImplementedError
