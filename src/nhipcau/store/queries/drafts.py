"""A filter or an id comes in, lines of the draft list or a draft's page go out."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from nhipcau.facts.draft import DraftState
from nhipcau.programme.filters import DraftFilter, Paging
from nhipcau.programme.views import DraftRow as DraftLine
from nhipcau.programme.views import DraftView, Page
from nhipcau.store.models import AgreementRow, DocumentRow, DraftRow
from nhipcau.store.queries.agreements import agreement_page
from nhipcau.store.queries.paging import Sort, by_moment, by_text, sliced
from nhipcau.store.rows.document import DOCUMENTS
from nhipcau.store.rows.draft import DRAFTS

SORTS: dict[str, Sort] = {"created": by_moment("created_at"), "document": by_text("document__sort")}


def draft_list(wanted: DraftFilter, paging: Paging) -> Page[DraftLine]:
    """Return one page of drafts."""
    rows = _matching(wanted).select_related("document").defer("document__text", "document__search")
    found = sliced(rows, paging, SORTS)
    proposed = AgreementRow.objects.filter(pk__in=[row.proposed for row in found.rows if row.proposed])
    titles = dict(proposed.values_list("pk", "title"))
    items = tuple(
        DraftLine(
            draft=DRAFTS.fact(row),
            document_title=row.document.title,
            document_language=row.document.language,
            proposed_title=titles.get(row.proposed or ""),
        )
        for row in found.rows
    )
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def draft_page(draft_id: str, today: date) -> DraftView | None:
    """Return one draft beside its document and the agreement it may be the same as."""
    row = DraftRow.objects.filter(pk=draft_id).first()
    if row is None:
        return None
    siblings = DraftRow.objects.filter(document_id=row.document_id).order_by("position", "pk")
    return DraftView(
        draft=DRAFTS.fact(row),
        document=DOCUMENTS.fact(DocumentRow.objects.get(pk=row.document_id)),
        drafts=tuple(map(DRAFTS.fact, siblings)),
        proposed=agreement_page(row.proposed, today) if row.proposed else None,
        next_id=_next(row),
    )


def _next(row: DraftRow) -> str | None:
    """Return the next open draft of the same list, older ones first; after the last the oldest comes again."""
    others = DraftRow.objects.filter(list=row.list, state=DraftState.OPEN).exclude(pk=row.pk)
    in_order = others.order_by("created_at", "pk")
    later = Q(created_at__gt=row.created_at) | Q(created_at=row.created_at, pk__gt=row.pk)
    following = in_order.filter(later).first() or in_order.first()
    return following.pk if following else None


def _matching(wanted: DraftFilter) -> QuerySet[DraftRow]:
    asked = {
        "list": wanted.list,
        "state": wanted.state,
        "document_id": wanted.document_id,
        "demo": wanted.demo,
        "proposed__isnull": None if wanted.proposed is None else not wanted.proposed,
    }
    return DraftRow.objects.filter(**{name: value for name, value in asked.items() if value is not None})
