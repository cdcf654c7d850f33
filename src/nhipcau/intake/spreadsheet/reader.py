"""The bytes of a spreadsheet come in; its sheets, and the heads and rows of one of them, go out as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nhipcau.facts.errors import BadInput
from nhipcau.intake import sniff
from nhipcau.intake.spreadsheet import excel, separated
from nhipcau.intake.spreadsheet.cells import Cells
from nhipcau.intake.spreadsheet.heads import below_heads
from nhipcau.programme.ports import SheetRead

_OLD_EXCEL = "application/x-ole-storage"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetReader:
    """Reads xlsx and separated text; ``largest_file`` in bytes, ``most_rows`` and ``most_columns`` of one sheet."""

    largest_file: int
    most_rows: int = 300_000
    most_columns: int = 200

    def sheets(self, data: bytes, name: str, /) -> tuple[str, ...]:
        """Return the names of the sheets that are not hidden; separated text has one without a name."""
        return excel.sheets(data, name) if self._is_excel(data, name) else ("",)

    def read(self, data: bytes, name: str, sheet: str, /) -> SheetRead:
        """Return the heads and rows of a sheet; raises ``BadInput`` where nobody can read it."""
        if self._is_excel(data, name):
            rows, merged = excel.rows(data, name, sheet)
        else:
            rows, merged = separated.rows(data, name), excel.NOTHING_MERGED
        found = below_heads(self._counted(rows, name), merged)
        if not found.heads:
            raise BadInput("error.spreadsheet-empty", name=name, sheet=sheet)
        return SheetRead(sheet=sheet, heads=found.heads, first_row=found.first_row, rows=found.rows)

    def _counted(self, rows: Iterator[tuple[int, Cells]], name: str) -> Iterator[tuple[int, Cells]]:
        """Pass rows on, and stop at a sheet that is larger than anybody's list of organisations."""
        for count, (number, cells) in enumerate(rows):
            if count >= self.most_rows:
                raise BadInput("error.spreadsheet-too-long", name=name, limit=self.most_rows)
            yield number, cells[: self.most_columns]

    def _is_excel(self, data: bytes, name: str) -> bool:
        if not data:
            raise BadInput("error.file-empty", name=name)
        if len(data) > self.largest_file:
            raise BadInput("error.file-too-large", name=name, size=len(data), limit=self.largest_file)
        kind = sniff.media_type(data)
        if kind == _OLD_EXCEL:
            raise BadInput("error.spreadsheet-old", name=name)
        if kind == sniff.ZIP:
            return True
        if kind != sniff.PLAIN or data[:200].lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml")):
            raise BadInput("error.not-a-spreadsheet", name=name)
        return False
