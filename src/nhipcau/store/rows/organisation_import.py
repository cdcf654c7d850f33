"""An import with its rows, and the rows of the tables."""

from __future__ import annotations

from nhipcau.facts.organisation_import import Column, Import, ImportRow, ImportState, Outcome, Problem, Severity
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.models import ImportLineRow, ImportSheetRow
from nhipcau.store.rows.table import Table

_SAME = (
    "id",
    "source",
    "file_name",
    "file_key",
    "sheet",
    "rows",
    "batch",
    "created_at",
    "created_by",
    "committed_at",
    "committed_by",
    "kept",
    "demo",
    "version",
)
_ERROR, _WARNING = 2, 1


def _columns(one: Import) -> dict[str, object]:
    return {
        **{name: getattr(one, name) for name in _SAME},
        "sheets": list(one.sheets),
        "heads": list(one.heads),
        "mapping": [column.value for column in one.mapping],
        "state": one.state.value,
        "counts": dict(one.counts),
    }


def _fact(row: ImportSheetRow) -> Import:
    return Import(
        **{name: getattr(row, name) for name in _SAME},
        sheets=tuple(row.sheets),
        heads=tuple(row.heads),
        mapping=tuple(map(Column, row.mapping)),
        state=ImportState(row.state),
        counts=row.counts,
    )


IMPORTS: Table[Import, ImportSheetRow] = Table(model=ImportSheetRow, kind="import", columns=_columns, fact=_fact)


def line_columns(row: ImportRow) -> dict[str, object]:
    """Return the columns of one row of a sheet."""
    severities = {problem.severity for problem in row.problems}
    return {
        "number": row.number,
        "cells": list(row.cells),
        "key": row.key,
        "numbers": marked(row.numbers),
        "problems": [to_record(problem) for problem in row.problems],
        "worst": _ERROR if Severity.ERROR in severities else _WARNING if severities else 0,
        "codes": marked(sorted({problem.said.code for problem in row.problems})),
        "skipped": row.skipped,
        "outcome": row.outcome.value,
        "organisation_id": row.organisation_id,
    }


def line_fact(row: ImportLineRow) -> ImportRow:
    """Return one row of a sheet."""
    return ImportRow(
        number=row.number,
        cells=tuple(row.cells),
        key=row.key,
        numbers=tuple(filter(None, row.numbers.split("\n"))),
        problems=tuple(from_record(Problem, problem) for problem in row.problems),
        skipped=row.skipped,
        outcome=Outcome(row.outcome),
        organisation_id=row.organisation_id,
    )


def marked(texts: object) -> str:
    """Return texts in one column, a line each, so that one of them can be looked for."""
    lines = [str(text) for text in texts] if isinstance(texts, (tuple, list)) else []
    return "\n" + "\n".join(lines) + "\n" if lines else ""
