"""Rows of a sheet come in one by one; each goes out with every problem, twins in the file among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import Column, Import, ImportRow, Problem, Severity
from nhipcau.programme.importing.values import Said, read_row


@dataclass(slots=True)
class Checker:
    """Checks rows in their order; ``seen`` says which row had a key or a number first."""

    source: str
    mapping: tuple[Column, ...]
    this_year: int
    seen: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, one: Import, this_year: int) -> Checker:
        """Return the checker of an import."""
        return cls(one.source, one.mapping, this_year)

    def check_all(self, rows: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[ImportRow]:
        """Yield rows of a sheet, checked."""
        for number, cells in rows:
            yield self.check(ImportRow(number=number, cells=cells))

    def check(self, row: ImportRow) -> ImportRow:
        """Return a row with its problems as its cells are now."""
        said = self.read(row)
        problems = (*said.problems, *self._twins(row, said))
        return replace(row, key=said.key, numbers=said.numbers, problems=problems)

    def read(self, row: ImportRow) -> Said:
        """Return what a row says."""
        return read_row(row.cells, self.mapping, source=self.source, this_year=self.this_year)

    def _twins(self, row: ImportRow, said: Said) -> Iterator[Problem]:
        """Yield what the file has twice: a row that says the very same, or another with the same number."""
        if row.skipped:
            return
        first = self.seen.setdefault(said.key, row.number)
        if first != row.number and said.names:
            yield Problem(said=Message("import.row-twice", {"row": first}), severity=Severity.WARNING)
            return
        for number in said.numbers:
            first = self.seen.setdefault(number, row.number)
            if first != row.number:
                yield self._same_number(number, first)

    def _same_number(self, number: str, first: int) -> Problem:
        scheme, _, value = number.rpartition(":")
        column = self._column_of(scheme)
        said = Message("import.number-twice", {"row": first, "scheme": scheme.partition(":")[0], "value": value})
        own = scheme.startswith("own:")
        return Problem(said=said, severity=Severity.ERROR if own else Severity.WARNING, column=column)

    def _column_of(self, scheme: str) -> int | None:
        wanted = _COLUMNS.get(scheme, Column.OWN_NUMBER)
        return self.mapping.index(wanted) if wanted in self.mapping else None


_COLUMNS = {
    "VN-MST": Column.TAX_CODE,
    "KR-BRN": Column.BUSINESS_NUMBER,
    "KR-CRN": Column.CORPORATE_NUMBER,
    "LEI": Column.LEI,
}
