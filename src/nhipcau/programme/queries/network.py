"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import Network


def network(office: Office, actor: Actor) -> Network:
    """Return who signed with whom."""
    raise NotImplementedError
