"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import CommitmentView


def commitment_page(office: Office, actor: Actor, commitment_id: str) -> CommitmentView:
    """Return one commitment."""
    raise NotImplementedError
