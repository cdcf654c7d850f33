"""Tables go in; an xlsx workbook with a sheet each comes out."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from nhipcau.report.cells import safe_text
from nhipcau.report.tables import Cell, Label, Table

_WIDTHS: Final = {"id": 16, "demo": 8, "text": 60, "quote": 60, "note": 50, "title": 46, "parties": 46, "agreement": 46}
_LONGEST_SHEET_NAME: Final = 31


def workbook(tables: Iterable[Table], label: Label) -> bytes:
    """Write the tables to a workbook; the head row stays in sight and can filter."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(label("table", table.code)[:_LONGEST_SHEET_NAME])
        _fill(sheet, table, label)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table, label: Label) -> None:
    sheet.append([label("column", column) for column in table.columns])
    for row in table.rows:
        sheet.append([_value(cell, label) for cell in row])
    for place, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column, 22)
        head = sheet.cell(row=1, column=place)
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _value(cell: Cell, label: Label) -> str | int | float | date | None:
    match cell:
        case bool():
            return label("truth", "yes" if cell else "no")
        case str():
            return safe_text(cell)
        case datetime():
            return cell.astimezone(UTC).replace(tzinfo=None)
        case Decimal():
            return float(cell)
        case _:
            return cell
