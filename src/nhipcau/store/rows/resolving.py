"""Doubts, merges and thresholds, and their rows."""

from __future__ import annotations

from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Identifier, Name
from nhipcau.facts.record import Reason
from nhipcau.facts.resolving import Doubt, DoubtState, Merge, Moved, Thresholds
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.models import DoubtRow, MergeRow, ThresholdsRow
from nhipcau.store.rows.table import Table

_SAME_OF_A_DOUBT = (
    "id",
    "kind",
    "left",
    "right",
    "score",
    "prior",
    "weight",
    "origin",
    "proposed_at",
    "decided_by",
    "decided_at",
    "demo",
    "version",
)
_SAME_OF_A_MERGE = (
    "id",
    "kind",
    "kept",
    "gone",
    "merged_at",
    "merged_by",
    "despite",
    "undone_at",
    "undone_by",
    "demo",
    "version",
)


def _doubt_columns(doubt: Doubt) -> dict[str, object]:
    return {
        **{name: getattr(doubt, name) for name in _SAME_OF_A_DOUBT},
        "state": doubt.state,
        "reasons": [to_record(reason) for reason in doubt.reasons],
        "vetoes": [to_record(veto) for veto in doubt.vetoes],
    }


def _doubt(row: DoubtRow) -> Doubt:
    return Doubt(
        **{name: getattr(row, name) for name in _SAME_OF_A_DOUBT},
        state=DoubtState(row.state),
        reasons=tuple(from_record(Reason, reason) for reason in row.reasons),
        vetoes=tuple(from_record(Message, veto) for veto in row.vetoes),
    )


def _merge_columns(merge: Merge) -> dict[str, object]:
    return {
        **{name: getattr(merge, name) for name in _SAME_OF_A_MERGE},
        "moved": [to_record(moved) for moved in merge.moved],
        "learned_names": [to_record(name) for name in merge.learned_names],
        "learned_identifiers": [to_record(identifier) for identifier in merge.learned_identifiers],
        "learned_fields": list(merge.learned_fields),
    }


def _merge(row: MergeRow) -> Merge:
    return Merge(
        **{name: getattr(row, name) for name in _SAME_OF_A_MERGE},
        moved=tuple(from_record(Moved, moved) for moved in row.moved),
        learned_names=tuple(from_record(Name, name) for name in row.learned_names),
        learned_identifiers=tuple(from_record(Identifier, identifier) for identifier in row.learned_identifiers),
        learned_fields=tuple(row.learned_fields),
    )


DOUBTS: Table[Doubt, DoubtRow] = Table(model=DoubtRow, kind="doubt", columns=_doubt_columns, fact=_doubt)
MERGES: Table[Merge, MergeRow] = Table(model=MergeRow, kind="merge", columns=_merge_columns, fact=_merge)
THRESHOLDS: Table[Thresholds, ThresholdsRow] = Table(
    model=ThresholdsRow,
    kind="thresholds",
    columns=to_record,
    fact=lambda row: Thresholds(id=row.id, link=row.link, review=row.review, demo=row.demo, version=row.version),
)
