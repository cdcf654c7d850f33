"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.programme.office import Office


def add_commitment(
    office: Office, actor: Actor, agreement_id: str, *, code: str, text: str, strength: str = "commitment"
) -> Commitment:
    """Add a promise in the office's own words."""
    raise NotImplementedError
