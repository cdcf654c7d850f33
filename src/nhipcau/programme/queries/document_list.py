"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import DocumentQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import DocumentRow, Page


def document_list(office: Office, actor: Actor, **wanted: Unpack[DocumentQuestion]) -> Page[DocumentRow]:
    """Return documents without texts."""
    raise NotImplementedError
