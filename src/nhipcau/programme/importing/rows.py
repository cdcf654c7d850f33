"""What a row says comes in; the organisation, the source record and the record that linkage compares go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nhipcau.facts.organisation import Organisation, SourceRecord
from nhipcau.facts.organisation_import import Import
from nhipcau.programme.importing.values import Said
from nhipcau.programme.merging.learning import learned

_MOST_NAMES = 50


def organisation_of(said: Said, organisation_id: str, *, demo: bool) -> Organisation:
    """Return the organisation that a row speaks of, as it would stand if nobody knew it."""
    return Organisation(id=organisation_id, names=said.names, identifiers=said.identifiers, demo=demo, **said.parts)


def source_record_of(
    said: Said, one: Import, record_id: str, *, row: int, received_on: date, organisation_id: str
) -> SourceRecord:
    """Return what the source said in a row."""
    return SourceRecord(
        id=record_id,
        organisation_id=organisation_id,
        source=one.source,
        source_key=said.key,
        received_on=received_on,
        names=said.names,
        import_id=one.id,
        row=row,
        identifiers=said.identifiers,
        people=said.people,
        demo=one.demo,
        **said.parts,
    )


def taught(known: Organisation, row: Organisation) -> Organisation:
    """Return a known organisation with the names and values that it did not have yet."""
    if len(known.names) >= _MOST_NAMES:
        row = replace(row, names=known.names[:1])
    after, _ = learned(known, row)
    return after if isinstance(after, Organisation) else known
