"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.arguments import OrganisationParts
from nhipcau.programme.office import Office


def edit_organisation(
    office: Office, actor: Actor, organisation_id: str, *, version: int, **parts: Unpack[OrganisationParts]
) -> Organisation:
    """Set an organisation right: names, country, kind, parent, place."""
    raise NotImplementedError
