"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import OrganisationQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import OrganisationRow, Page


def organisation_list(office: Office, actor: Actor, **wanted: Unpack[OrganisationQuestion]) -> Page[OrganisationRow]:
    """Return organisations."""
    raise NotImplementedError
