"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.programme.arguments import Concretisation
from nhipcau.programme.office import Office


def concretise_commitment(
    office: Office, actor: Actor, commitment_id: str, *, version: int, **parts: Unpack[Concretisation]
) -> Commitment:
    """Give a commitment owner, quantity with unit, due date: any subset, each may be cleared."""
    raise NotImplementedError
