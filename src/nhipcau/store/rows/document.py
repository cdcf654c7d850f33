"""A document and its row."""

from __future__ import annotations

from nhipcau.facts.document import Document
from nhipcau.programme.search_text import search_text
from nhipcau.store.models import DocumentRow
from nhipcau.store.rows.folding import sort_key
from nhipcau.store.rows.table import Table

_SAME = (
    "id",
    "title",
    "text",
    "language",
    "media_type",
    "sha256",
    "text_sha256",
    "size",
    "received_at",
    "received_by",
    "file_name",
    "address",
    "published",
    "demo",
)


def _columns(document: Document) -> dict[str, object]:
    same = {name: getattr(document, name) for name in _SAME}
    return {**same, "sort": sort_key(document.title), "search": search_text(document)}


def _fact(row: DocumentRow) -> Document:
    return Document(**{name: getattr(row, name) for name in _SAME})


DOCUMENTS: Table[Document, DocumentRow] = Table(
    model=DocumentRow, kind="document", columns=_columns, fact=_fact, versioned=False
)
