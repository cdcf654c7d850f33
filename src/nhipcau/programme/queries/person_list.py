"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import PersonQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import Page, PersonRow


def person_list(office: Office, actor: Actor, **wanted: Unpack[PersonQuestion]) -> Page[PersonRow]:
    """Return people."""
    raise NotImplementedError
