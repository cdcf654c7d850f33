"""A quotation and the columns of its row."""

from __future__ import annotations

from nhipcau.facts.agreement import Evidence
from nhipcau.facts.span import Span
from nhipcau.facts.state import State
from nhipcau.store.models import EvidenceRow


def evidence_columns(evidence: Evidence) -> dict[str, object]:
    """Return the columns; without a span ``start`` and ``end`` are empty."""
    span = evidence.span
    return {
        "key": evidence.id,
        "subject": evidence.subject,
        "document_id": evidence.document_id,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": span.quote if span else "",
        "state": evidence.state,
        "confirmed_by": evidence.confirmed_by,
        "confirmed_at": evidence.confirmed_at,
    }


def evidence_of(row: EvidenceRow) -> Evidence:
    """Return the quotation that the row keeps."""
    return Evidence(
        id=row.key,
        subject=row.subject,
        document_id=row.document_id,
        span=None if row.start is None or row.end is None else Span(row.start, row.end, row.quote),
        state=State(row.state),
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
    )
