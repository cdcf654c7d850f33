"""A source record and its row."""

from __future__ import annotations

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.organisation import Identifier, Name, SourceRecord
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.models import SourceRecordRow
from nhipcau.store.rows.table import Table

_SAME = (
    "id",
    "organisation_id",
    "source",
    "source_key",
    "received_on",
    "import_id",
    "row",
    "country",
    "address",
    "place",
    "phone",
    "domain",
    "founded",
    "demo",
    "version",
)


def _columns(record: SourceRecord) -> dict[str, object]:
    return {
        **{name: getattr(record, name) for name in _SAME},
        "names": [to_record(name) for name in record.names],
        "kind": record.kind,
        "identifiers": [to_record(identifier) for identifier in record.identifiers],
        "people": list(record.people),
    }


def _fact(row: SourceRecordRow) -> SourceRecord:
    return SourceRecord(
        **{name: getattr(row, name) for name in _SAME},
        names=tuple(from_record(Name, name) for name in row.names),
        kind=PartyKind(row.kind) if row.kind else None,
        identifiers=tuple(from_record(Identifier, identifier) for identifier in row.identifiers),
        people=tuple(row.people),
    )


SOURCE_RECORDS: Table[SourceRecord, SourceRecordRow] = Table(
    model=SourceRecordRow, kind="source-record", columns=_columns, fact=_fact
)
