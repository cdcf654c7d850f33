"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import StateCount


def commitment_states(office: Office, actor: Actor, *, by: str = "agreement") -> tuple[StateCount, ...]:
    """Return counts of states by agreement or by owner."""
    raise NotImplementedError
