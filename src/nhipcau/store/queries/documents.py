"""A filter or an id comes in, lines of the document list or a document's page go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from nhipcau.facts.draft import DraftState
from nhipcau.programme.filters import DocumentFilter, Paging
from nhipcau.programme.views import DocumentRow as DocumentLine
from nhipcau.programme.views import Page
from nhipcau.store.models import DocumentRow, DraftRow, EvidenceRow
from nhipcau.store.queries.paging import Sort, by_moment, by_text, sliced
from nhipcau.store.queries.visible import documents_of, every

SORTS: dict[str, Sort] = {
    "received": by_moment("received_at"),
    "title": by_text("sort"),
    "published": by_text("published"),
}
_SAME = (
    "id",
    "title",
    "language",
    "media_type",
    "size",
    "received_at",
    "received_by",
    "file_name",
    "address",
    "published",
    "demo",
)


def document_list(wanted: DocumentFilter, paging: Paging) -> Page[DocumentLine]:
    """Return one page of documents without their texts."""
    found = sliced(_matching(wanted).defer("text", "search"), paging, SORTS)
    return Page(items=document_lines(found.rows), next_cursor=found.next_cursor, total=found.total)


def document_lines(rows: Iterable[DocumentRow] | QuerySet[DocumentRow]) -> tuple[DocumentLine, ...]:
    """Return documents with their drafts and agreements counted, in two queries."""
    fetched = list(rows.defer("text", "search") if isinstance(rows, QuerySet) else rows)
    ids = [row.pk for row in fetched]
    drafts = _draft_counts(ids)
    agreements = _agreement_ids(ids)
    return tuple(_line(row, drafts.get(row.pk, (0, 0)), agreements.get(row.pk, ())) for row in fetched)


def _matching(wanted: DocumentFilter) -> QuerySet[DocumentRow]:
    rows = documents_of(wanted.visible_to).filter(every(wanted.search))
    if wanted.language is not None:
        rows = rows.filter(language=wanted.language)
    if wanted.agreement_id is not None:
        quoted = EvidenceRow.objects.filter(document=OuterRef("pk"), agreement_id=wanted.agreement_id)
        rows = rows.filter(Exists(quoted))
    if wanted.demo is not None:
        rows = rows.filter(demo=wanted.demo)
    return rows


def _draft_counts(document_ids: list[str]) -> dict[str, tuple[int, int]]:
    """Return how many drafts, and how many open ones, each document has."""
    counted = (
        DraftRow.objects.filter(document_id__in=document_ids)
        .values("document_id")
        .annotate(number=Count("pk"), waiting=Count("pk", filter=Q(state=DraftState.OPEN)))
        .order_by()
    )
    return {row["document_id"]: (row["number"], row["waiting"]) for row in counted}


def _agreement_ids(document_ids: list[str]) -> dict[str, tuple[str, ...]]:
    pairs = EvidenceRow.objects.filter(document_id__in=document_ids).order_by("agreement_id").distinct()
    found: dict[str, list[str]] = defaultdict(list)
    for document_id, agreement_id in pairs.values_list("document_id", "agreement_id"):
        found[document_id].append(agreement_id)
    return {document_id: tuple(agreements) for document_id, agreements in found.items()}


def _line(row: DocumentRow, drafts: tuple[int, int], agreements: tuple[str, ...]) -> DocumentLine:
    same = {name: getattr(row, name) for name in _SAME}
    return DocumentLine(**same, drafts=drafts[0], open_drafts=drafts[1], agreement_ids=agreements)
