"""The rows that were not taken in come in; a workbook with the reasons in the officer's language goes out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import ImportRow
from nhipcau.report.cells import safe_text
from nhipcau.report.tables import Label

_WIDE = 60


def rejected(heads: Sequence[str], rows: Iterable[ImportRow], label: Label, say: Callable[[Message], str]) -> bytes:
    """Write rows as they came, their number in front and the reasons behind: corrected, the file can be sent again."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(label("import-outcome", "rejected")[:31])
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["A"].width = _WIDE
    titles = [label("import-head", "reasons"), label("import-head", "row"), *heads]
    head = [WriteOnlyCell(sheet, value=safe_text(title)) for title in titles]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in rows:
        sheet.append([safe_text(_reasons(row, heads, say)), row.number, *map(safe_text, row.cells)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _reasons(row: ImportRow, heads: Sequence[str], say: Callable[[Message], str]) -> str:
    said = [
        f"{heads[problem.column]}: {say(problem.said)}" if problem.column is not None else say(problem.said)
        for problem in row.problems
    ]
    if row.skipped:
        said.append(say(Message("import.left-out")))
    return " ".join(said)
