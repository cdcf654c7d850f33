"""A document's id comes in; the document and its bytes as they were received go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.document import Document
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found


def document_original(office: Office, actor: Actor, document_id: str) -> tuple[Document, bytes]:
    """Return the original; it is only ever handed out as a download, never run or shown."""
    demand(actor, "document.original")
    with office.store.unit() as unit:
        document = unit.documents.get(document_id)
    if document is None:
        raise not_found("document", document_id)
    return document, office.files.get(document.sha256)
