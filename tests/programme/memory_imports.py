"""Rows of an import in memory come in; those that are asked for, and their counts, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from nhipcau.facts.organisation_import import ImportRow, ImportState, Outcome, RowCounts
from nhipcau.programme.filters import DeskQuery, ImportRowFilter
from nhipcau.programme.views import DeskItem
from tests.programme.memory_tables import Tables


def row_counts(rows: Iterable[ImportRow]) -> RowCounts:
    every = list(rows)
    kept = [row for row in every if not row.skipped]
    problems = Counter(code for row in kept for code in {problem.said.code for problem in row.problems})
    return RowCounts(
        rows=len(every),
        errors=sum(row.refused for row in kept),
        warnings=sum(bool(row.problems) and not row.refused for row in kept),
        skipped=len(every) - len(kept),
        problems=dict(sorted(problems.items(), key=lambda item: (-item[1], item[0]))),
        outcomes=dict(Counter(row.outcome.value for row in every if row.outcome)),
    )


def import_rows(rows: Mapping[int, ImportRow], wanted: ImportRowFilter) -> tuple[ImportRow, ...]:
    found = [rows[number] for number in sorted(rows) if number > wanted.after and _matches(rows[number], wanted.show)]
    return tuple(found[: wanted.limit])


def _matches(row: ImportRow, show: str) -> bool:
    if show in {"error", "warning"}:
        return not row.skipped and bool(row.problems) and row.refused is (show == "error")
    if show == "skipped":
        return row.skipped
    if show in tuple(Outcome):
        return not show or row.outcome == show
    return show in {problem.said.code for problem in row.problems}


def imports_waiting(tables: Tables, query: DeskQuery) -> list[DeskItem]:
    """Return the lists that nobody took in yet."""
    if query.visible_to is not None:
        return []
    return [
        DeskItem(
            kind="import",
            id=one.id,
            title=f"{one.source} · {one.file_name}",
            since=one.created_at.astimezone(query.zone).date(),
            demo=one.demo,
        )
        for one in tables.imports.values()
        if one.state is ImportState.PREVIEW
    ]
