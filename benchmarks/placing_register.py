"""A made-up register comes in; its bodies are put into the database, and the records to ask about go out.

Most bodies are put in as the first source wrote them. What a later source says of one is asked about, and so are bodies
that were kept out: whether a record is of a known body or of a new one is known.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.db import connection, transaction  # noqa: TID251 -- a million rows go past the verbs

from benchmarks.register import register_with_truth
from nhipcau.compute.tables import COLUMNS, record_of
from nhipcau.facts.codes import PartyKind
from nhipcau.facts.organisation import Identifier, Name, Organisation, SourceRecord
from nhipcau.facts.record import Record
from nhipcau.language.identifiers import canonical_domain, canonical_phone, read_identifier
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.programme.placing.keys import block_numbers
from nhipcau.store.models import OrganisationBlock, OrganisationName, OrganisationRow, SourceRecordRow
from nhipcau.store.rows.names import name_columns
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.source_record import SOURCE_RECORDS

_SAID_AGAIN: Final = 0.02
_KEPT_OUT: Final = 200
_SOURCE: Final = "benchmark"
_RECEIVED: Final = date(2026, 1, 1)
_INDEX: Final = "organisation_block_key"
_AT_ONCE: Final = 500

Said = tuple[Record, str]


@dataclass(slots=True, kw_only=True)
class Asked:
    """The records to ask about: of bodies that are in the register (with the id there), and of bodies that are not."""

    known: list[tuple[Record, str]] = field(default_factory=list)
    new: list[Record] = field(default_factory=list)


def write(number: int, seed: int) -> Asked:
    """Put about so many bodies into an empty database."""
    asked = Asked()
    records = round(number / (1 - _SAID_AGAIN) / (1 - 1 / _KEPT_OUT))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {_INDEX}")
    for batch in first_said(_said(records, seed), asked):
        _insert([(organisation_of(record), source_record_of(record)) for record in batch])
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE INDEX {_INDEX} ON organisation_blocks (key, organisation_id)")
        cursor.execute("ANALYZE")
    return asked


def _said(records: int, seed: int) -> Iterator[list[Said]]:
    for columns, truth in register_with_truth(records, _SAID_AGAIN, seed):
        rows = zip(*(columns[name] for name in COLUMNS), strict=True)
        yield [(record_of(row), body) for row, body in zip(rows, truth, strict=True)]


def first_said(batches: Iterable[Sequence[Said]], asked: Asked) -> Iterator[list[Record]]:
    """Yield the records that are put in; what is asked about instead goes into ``asked``, one record of each new body.

    Which bodies are kept out follows from their keys alone.
    """
    first: dict[str, str] = {}
    kept_out: set[str] = set()
    for batch in batches:
        put = []
        for record, body in batch:
            if body in first:
                asked.known.append((record, first[body]))
            elif zlib.crc32(body.encode()) % _KEPT_OUT:
                first[body] = record.id
                put.append(record)
            elif body not in kept_out:
                kept_out.add(body)
                asked.new.append(record)
        yield put


def organisation_of(record: Record) -> Organisation:
    """Return the body of a record."""
    language = record.language or "und"
    names = [Name(text, language if not place else "und", "alias") for place, text in enumerate(record.names)]
    return Organisation(
        id=record.id,
        names=(*names, *(Name(acronym, "und", ACRONYM) for acronym in record.acronyms)),
        country=record.country,
        kind=_kind(record),
        place=record.place,
        identifiers=_identifiers(record),
        address=record.address,
        phone=canonical_phone(record.phone, record.country) if record.phone else None,
        domain=canonical_domain(record.domain) if record.domain else None,
    )


def source_record_of(record: Record) -> SourceRecord:
    """Return what the source said, the people above all: a body has none of its own."""
    return SourceRecord(
        id=record.id,
        organisation_id=record.id,
        source=_SOURCE,
        source_key=record.id,
        received_on=_RECEIVED,
        names=tuple(Name(text) for text in record.names),
        country=record.country,
        identifiers=_identifiers(record),
        address=record.address,
        place=record.place,
        phone=record.phone,
        domain=record.domain,
        people=record.people,
    )


def _kind(record: Record) -> PartyKind | None:
    with suppress(ValueError):
        return PartyKind(record.kind or "")
    return None


def _identifiers(record: Record) -> tuple[Identifier, ...]:
    read = (read_identifier(text, record.country) for text in record.identifiers)
    return tuple(identifier for identifier in read if identifier)


@transaction.atomic
def _insert(bodies: Sequence[tuple[Organisation, SourceRecord]]) -> None:
    rows = [OrganisationRow(**ORGANISATIONS.columns(body)) for body, _ in bodies]
    OrganisationRow.objects.bulk_create(rows, batch_size=_AT_ONCE)
    named = [
        OrganisationName(organisation_id=body.id, **name_columns(place, name))
        for body, _ in bodies
        for place, name in enumerate(body.names)
    ]
    OrganisationName.objects.bulk_create(named, batch_size=_AT_ONCE)
    said = [SourceRecordRow(**SOURCE_RECORDS.columns(source)) for _, source in bodies]
    SourceRecordRow.objects.bulk_create(said, batch_size=_AT_ONCE)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {OrganisationBlock._meta.db_table} (organisation_id, key) VALUES (%s, %s)",  # noqa: SLF001 -- our table
            [(body.id, number) for body, _ in bodies for number in block_numbers(body)],
        )
