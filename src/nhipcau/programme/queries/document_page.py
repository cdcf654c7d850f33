"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import DocumentView


def document_page(office: Office, actor: Actor, document_id: str) -> DocumentView:
    """Return one document."""
    raise NotImplementedError
