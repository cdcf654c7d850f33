"""Tables go in; a zip of CSV files (UTF-8 with a mark, so that spreadsheet programs read every letter) comes out."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable

from nhipcau.report.cells import as_text
from nhipcau.report.tables import Label, Table


def separated(tables: Iterable[Table], label: Label) -> bytes:
    """Write each table to ``<code>.csv`` in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            archive.writestr(f"{table.code}.csv", one(table, label))
    return out.getvalue()


def one(table: Table, label: Label) -> bytes:
    """Write one table as CSV (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([label("column", column) for column in table.columns])
    yes, no = label("truth", "yes"), label("truth", "no")
    for row in table.rows:
        writer.writerow([as_text(cell, yes=yes, no=no) for cell in row])
    return text.getvalue().encode("utf-8-sig")
