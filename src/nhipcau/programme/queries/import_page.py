"""An import and what to show of it come in; the import, its counts, some rows and how far it is go out."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import NotFound
from nhipcau.facts.organisation_import import HowFar, Import, ImportRow, RowCounts
from nhipcau.programme.commit_import import under_way
from nhipcau.programme.filters import ImportRowFilter
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand

_LIMIT = 50
_NEWEST = 100
_SAMPLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """One import: ``rows`` as asked for, ``next_row`` where more follow, ``sample`` the first rows of all."""

    one: Import
    counts: RowCounts
    rows: tuple[ImportRow, ...] = ()
    next_row: int | None = None
    sample: tuple[ImportRow, ...] = ()
    working: HowFar | None = None
    stopped: HowFar | None = None


def import_page(
    office: Office, actor: Actor, import_id: str, *, show: str = "", after: int = 0, limit: int = _LIMIT
) -> ImportPage:
    """Return an import as an officer looks through it."""
    demand(actor, "organisation.import")
    reads = office.store.reads()
    one, counts = _known(reads.import_page(import_id), import_id)
    limit = max(1, min(limit, office.limits.largest_page))
    wanted = ImportRowFilter(import_id=import_id, show=show, after=max(after, 0), limit=limit + 1)
    rows = reads.import_rows(wanted)
    working = under_way(office, import_id)
    return ImportPage(
        one=one,
        counts=counts,
        rows=rows[:limit],
        next_row=rows[limit - 1].number if len(rows) > limit else None,
        sample=reads.import_rows(ImportRowFilter(import_id=import_id, limit=_SAMPLE)),
        working=working,
        stopped=None if working else office.progress.of(import_id),
    )


def import_list(office: Office, actor: Actor) -> tuple[Import, ...]:
    """Return the newest imports."""
    demand(actor, "organisation.import")
    return office.store.reads().import_list(limit=_NEWEST)


def rejected_rows(office: Office, actor: Actor, import_id: str) -> tuple[Import, tuple[ImportRow, ...]]:
    """Return the rows that were not, or would not be, taken in."""
    demand(actor, "organisation.import")
    reads = office.store.reads()
    one, counts = _known(reads.import_page(import_id), import_id)
    limit = counts.rows
    out = {
        row.number: row
        for show in ("error", "skipped")
        for row in reads.import_rows(ImportRowFilter(import_id=import_id, show=show, limit=limit))
    }
    return one, tuple(out[number] for number in sorted(out))


def _known(found: tuple[Import, RowCounts] | None, import_id: str) -> tuple[Import, RowCounts]:
    if found is None:
        raise NotFound("error.not-found", kind="import", id=import_id)
    return found
