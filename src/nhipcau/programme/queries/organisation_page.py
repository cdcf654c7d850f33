"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import OrganisationView


def organisation_page(office: Office, actor: Actor, organisation_id: str) -> OrganisationView:
    """Return one organisation."""
    raise NotImplementedError
