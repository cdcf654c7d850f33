"""Imports and their rows come in within one unit of work, are kept, and come out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from django.db import connection
from django.db.models import Q

from nhipcau.facts.organisation_import import Import, ImportRow, Outcome, RowCounts
from nhipcau.store.bulk import insert
from nhipcau.store.collection import Rows
from nhipcau.store.models import ImportLineRow, ImportSheetRow
from nhipcau.store.queries.imports import counts
from nhipcau.store.rows.organisation_import import line_columns, line_fact

_AT_ONCE: Final = 500
_COLUMNS: Final = ("cells", "key", "numbers", "problems", "worst", "codes", "skipped", "outcome", "organisation_id")


class ImportRows(Rows[Import, ImportSheetRow]):
    """Imports with their rows."""

    def last_of(self, source: str, /) -> Import | None:
        """Return the newest import of a source."""
        return next(iter(self._facts(self._rows().filter(source=source).order_by("-created_at", "-pk")[:1])), None)

    def put_rows(self, import_id: str, rows: Iterable[ImportRow], /) -> int:
        """Store these rows in place of all that were there."""
        ImportLineRow.objects.filter(owner_id=import_id).delete()
        total = 0
        for some in _batches(rows):
            insert(ImportLineRow, [ImportLineRow(owner_id=import_id, **line_columns(row)) for row in some])
            total += len(some)
        return total

    def rows_after(self, import_id: str, number: int, limit: int, /) -> list[ImportRow]:
        """Return the next rows after a number."""
        lines = ImportLineRow.objects.filter(owner_id=import_id, number__gt=number).order_by("number")
        return list(map(line_fact, lines[:limit]))

    def rows_sharing(self, import_id: str, keys: Iterable[str], /) -> list[ImportRow]:
        """Return the rows that have one of these as key or number."""
        wanted = list(keys)
        if not wanted:
            return []
        carried = Q(key__in=wanted)
        for key in wanted:
            carried |= Q(numbers__contains=f"\n{key}\n")
        return list(map(line_fact, ImportLineRow.objects.filter(carried, owner_id=import_id).order_by("number")))

    def rows_of(self, import_id: str, numbers: Iterable[int], /) -> list[ImportRow]:
        """Return the rows of these numbers."""
        wanted = list(numbers)
        return list(
            map(line_fact, ImportLineRow.objects.filter(owner_id=import_id, number__in=wanted).order_by("number"))
        )

    def save_rows(self, import_id: str, rows: Iterable[ImportRow], /) -> None:
        """Store changed rows."""
        for some in _batches(rows):
            changed = {row.number: row for row in some}
            lines = list(ImportLineRow.objects.filter(owner_id=import_id, number__in=list(changed)))
            for line in lines:
                for name, value in line_columns(changed[line.number]).items():
                    setattr(line, name, value)
            ImportLineRow.objects.bulk_update(lines, _COLUMNS, batch_size=_AT_ONCE)

    def settle_rows(self, import_id: str, settled: Iterable[tuple[int, Outcome, str | None]], /) -> None:
        """Store what became of rows."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE import_lines SET outcome = %s, organisation_id = %s WHERE owner_id = %s AND number = %s",
                [(outcome.value, organisation_id, import_id, number) for number, outcome, organisation_id in settled],
            )

    def counts(self, import_id: str, /) -> RowCounts:
        """Count the rows of an import."""
        return counts(import_id)


def _batches(rows: Iterable[ImportRow]) -> Iterator[list[ImportRow]]:
    source = iter(rows)
    while some := list(islice(source, _AT_ONCE)):
        yield some
