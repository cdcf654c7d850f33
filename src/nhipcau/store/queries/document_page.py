"""A document's id comes in, its page goes out: the text, its drafts, the agreements that quote it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from nhipcau.programme.views import DocumentView
from nhipcau.store.models import AgreementRow, DocumentRow, DraftRow, EvidenceRow
from nhipcau.store.queries.agreements import agreement_links
from nhipcau.store.rows.document import DOCUMENTS
from nhipcau.store.rows.draft import DRAFTS


def document_page(document_id: str) -> DocumentView | None:
    """Return one document with its text, in three queries."""
    row = DocumentRow.objects.filter(pk=document_id).first()
    if row is None:
        return None
    drafts = DraftRow.objects.filter(document=row).order_by("position", "pk")
    quoting = EvidenceRow.objects.filter(document=row, agreement=OuterRef("pk"))
    return DocumentView(
        document=DOCUMENTS.fact(row),
        drafts=tuple(map(DRAFTS.fact, drafts)),
        agreements=agreement_links(AgreementRow.objects.filter(Exists(quoting))),
    )
