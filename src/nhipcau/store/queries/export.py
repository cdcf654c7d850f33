"""What may be seen comes in, the whole register goes out, each kind in the order of ids."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Model, QuerySet

from nhipcau.facts.organisation import Organisation
from nhipcau.programme.views import CommitmentRow as CommitmentLine
from nhipcau.programme.views import RegisterExport
from nhipcau.store.models import SourceRecordRow
from nhipcau.store.queries.documents import document_lines
from nhipcau.store.queries.states import Logged, commitment_line, logged_under
from nhipcau.store.queries.visible import (
    activities_of,
    agreements_of,
    commitments_of,
    documents_of,
    organisations_of,
    people_of,
)
from nhipcau.store.rows.agreement import AGREEMENTS
from nhipcau.store.rows.commitment import ACTIVITIES
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.person import PEOPLE
from nhipcau.store.rows.table import Fact, Table

Row = TypeVar("Row", bound=Model)

# Children are fetched for so many rows at once: within what one statement may name.
_CHUNK = 2000


def export(*, today: date, taken_at: datetime, visible_to: str | None) -> RegisterExport:
    """Return the register; the number of queries grows by a few for every 2,000 rows."""
    return RegisterExport(
        taken_at=taken_at,
        agreements=tuple(_facts(AGREEMENTS, agreements_of(visible_to))),
        organisations=organisations(visible_to),
        people=tuple(_facts(PEOPLE, people_of(visible_to))),
        commitments=_commitments(visible_to, today),
        activities=tuple(_facts(ACTIVITIES, activities_of(visible_to))),
        documents=document_lines(documents_of(visible_to).order_by("pk")),
        sources=_sources() if visible_to is None else {},
    )


def organisations(visible_to: str | None) -> tuple[Organisation, ...]:
    """Return all organisations that may be seen, by id."""
    return tuple(_facts(ORGANISATIONS, organisations_of(visible_to)))


def _sources() -> dict[str, tuple[str, ...]]:
    """Return whose lists speak of each organisation."""
    said: dict[str, list[str]] = {}
    rows = SourceRecordRow.objects.order_by("organisation_id", "source").distinct()
    for organisation_id, source in rows.values_list("organisation_id", "source").iterator(chunk_size=_CHUNK):
        said.setdefault(organisation_id, []).append(source)
    return {organisation_id: tuple(sources) for organisation_id, sources in said.items()}


def _commitments(visible_to: str | None, today: date) -> tuple[CommitmentLine, ...]:
    logged = logged_under(activities_of(visible_to), today)
    rows = commitments_of(visible_to).select_related("agreement", "owner").order_by("pk")
    return tuple(commitment_line(row, logged.get(row.pk) or Logged(), today) for row in rows)


def _facts(table: Table[Fact, Row], rows: QuerySet[Row]) -> Iterator[Fact]:
    wanted = rows.order_by("pk").prefetch_related(*table.related)
    return map(table.fact, wanted.iterator(chunk_size=_CHUNK))
