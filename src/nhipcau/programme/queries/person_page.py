"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import PersonView


def person_page(office: Office, actor: Actor, person_id: str) -> PersonView:
    """Return one person."""
    raise NotImplementedError
