"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import Desk


def desk(office: Office, actor: Actor) -> Desk:
    """Return what needs this person today."""
    raise NotImplementedError
