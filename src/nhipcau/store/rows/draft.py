"""A draft and its row."""

from __future__ import annotations

from nhipcau.facts.draft import Draft, DraftList, DraftState, DraftValue, SameProposal
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.models import DraftRow
from nhipcau.store.rows.table import Table


def _columns(draft: Draft) -> dict[str, object]:
    proposal = draft.proposal
    return {
        "id": draft.id,
        "document_id": draft.document_id,
        "position": draft.position,
        "list": draft.list,
        "state": draft.state,
        "values": [to_record(value) for value in draft.values],
        "created_at": draft.created_at,
        "proposal": to_record(proposal) if proposal else None,
        "proposed": proposal.agreement_id if proposal else None,
        "agreement_id": draft.agreement_id,
        "decided_by": draft.decided_by,
        "decided_at": draft.decided_at,
        "version": draft.version,
        "demo": draft.demo,
        "reader": draft.reader,
        "reason": draft.reason,
        "rejected_pairs": list(draft.rejected_pairs),
    }


def _fact(row: DraftRow) -> Draft:
    return Draft(
        id=row.id,
        document_id=row.document_id,
        position=row.position,
        list=DraftList(row.list),
        state=DraftState(row.state),
        values=tuple(from_record(DraftValue, value) for value in row.values),
        created_at=row.created_at,
        proposal=from_record(SameProposal, row.proposal) if row.proposal else None,
        agreement_id=row.agreement_id,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
        demo=row.demo,
        reader=row.reader,
        reason=row.reason,
        rejected_pairs=tuple(row.rejected_pairs),
    )


DRAFTS: Table[Draft, DraftRow] = Table(model=DraftRow, kind="draft", columns=_columns, fact=_fact)
