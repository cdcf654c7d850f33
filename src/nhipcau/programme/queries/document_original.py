"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.document import Document
from nhipcau.programme.office import Office


def document_original(office: Office, actor: Actor, document_id: str) -> tuple[Document, bytes]:
    """Return a document with the bytes as received."""
    raise NotImplementedError
