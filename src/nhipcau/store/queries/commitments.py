"""A filter or an id comes in, lines of the commitment list or a commitment's page go out."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from nhipcau.facts.commitment import CommitmentState
from nhipcau.programme.filters import CommitmentFilter, Paging
from nhipcau.programme.views import CommitmentRow as CommitmentLine
from nhipcau.programme.views import CommitmentView, Page
from nhipcau.store.models import ActivityRow, AgreementRow, ChangeRow, CommitmentRow
from nhipcau.store.queries.agreements import organisations_by_id
from nhipcau.store.queries.paging import Sort, by_day, by_moment, by_text, sliced
from nhipcau.store.queries.states import (
    WITHOUT_DUE,
    WITHOUT_OWNER,
    WITHOUT_QUANTITY,
    commitment_lines,
    in_state,
)
from nhipcau.store.queries.visible import commitments_of, every
from nhipcau.store.rows.agreement import AGREEMENTS
from nhipcau.store.rows.commitment import ACTIVITIES

SORTS: dict[str, Sort] = {
    "due": by_day("due_on"),
    "created": by_moment("created_at"),
    "code": by_text("code"),
    "agreement": by_text("agreement__sort"),
}
_MISSING: dict[str, Q] = {"owner": WITHOUT_OWNER, "quantity": WITHOUT_QUANTITY, "due": WITHOUT_DUE}


def commitment_list(wanted: CommitmentFilter, paging: Paging) -> Page[CommitmentLine]:
    """Return one page of commitments with their states."""
    found = sliced(_matching(wanted).select_related("agreement", "owner"), paging, SORTS)
    items = commitment_lines(found.rows, wanted.today)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def commitment_page(commitment_id: str, today: date) -> CommitmentView | None:
    """Return one commitment with its agreement and activities."""
    rows = CommitmentRow.objects.filter(pk=commitment_id).select_related("agreement", "owner")
    lines = commitment_lines(rows, today)
    if not lines:
        return None
    commitment = lines[0].commitment
    agreements = AgreementRow.objects.prefetch_related(*AGREEMENTS.related)
    agreement = AGREEMENTS.fact(agreements.get(pk=commitment.agreement_id))
    parties = [party.organisation_id for party in agreement.parties]
    known = organisations_by_id([*parties, *([commitment.owner_id] if commitment.owner_id else [])])
    activities = ActivityRow.objects.filter(commitment_id=commitment_id).prefetch_related(*ACTIVITIES.related)
    return CommitmentView(
        row=lines[0],
        agreement=agreement,
        owner=known.get(commitment.owner_id or ""),
        organisations=tuple(known[party] for party in dict.fromkeys(parties) if party in known),
        activities=tuple(map(ACTIVITIES.fact, activities.order_by("-on", "-pk"))),
        evidence=tuple(one for one in agreement.evidence if one.subject == f"commitment:{commitment_id}"),
        changes=ChangeRow.objects.filter(kind="commitment", subject_id=commitment_id).count(),
    )


def _matching(wanted: CommitmentFilter) -> QuerySet[CommitmentRow]:
    rows = commitments_of(wanted.visible_to).filter(every(wanted.search))
    if wanted.state is not None:
        rows = in_state(rows, wanted.state, wanted.today)
    if wanted.overdue is not None:
        late = in_state(CommitmentRow.objects.all(), CommitmentState.LATE, wanted.today).values("pk")
        rows = rows.filter(pk__in=late) if wanted.overdue else rows.exclude(pk__in=late)
    if wanted.missing is not None:
        rows = rows.filter(_MISSING[wanted.missing])
    asked = {
        "agreement_id": wanted.agreement_id,
        "owner_id": wanted.owner_id,
        "code": wanted.code,
        "demo": wanted.demo,
    }
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})
