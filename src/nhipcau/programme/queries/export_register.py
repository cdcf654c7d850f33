"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import RegisterExport


def export_register(office: Office, actor: Actor) -> RegisterExport:
    """Return all of the register that this person may see."""
    raise NotImplementedError
