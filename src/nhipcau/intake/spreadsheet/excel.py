"""The bytes of an xlsx workbook come in; the rows of one sheet go out: values only, no formula ever runs."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import IO, Any, Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.organisation_import import NOT_CALCULATED
from nhipcau.intake.spreadsheet.cells import Cells, plain

# What a sheet unpacks to. A list of 300,000 organisations needs less; a bomb is larger.
_LARGEST_UNPACKED: Final = 600 * 1024 * 1024
_MOST_PARTS: Final = 5_000
_MOST_MERGES: Final = 20_000
_PIECE: Final = 1 << 20
_OVERLAP: Final = 200
_MERGE: Final = re.compile(
    rb'<(?:\w+:)?mergeCell [^>]*?ref="\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})"'
)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >/]")
_ENTITY: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDEST_MERGE: Final = 200
_LONGEST_MERGE: Final = 2_000

# The place (row from 1, column from 0) of every cell that lies under a merged one, and where that begins.
Merged = Mapping[tuple[int, int], tuple[int, int]]
NOTHING_MERGED: Final[Merged] = MappingProxyType({})


def sheets(data: bytes, name: str) -> tuple[str, ...]:
    """Return the names of the sheets that hold cells and are not hidden."""
    book = _opened(data, name, values=True)
    names = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")
    book.close()
    if not names:
        raise BadInput("error.spreadsheet-empty", name=name, sheet="")
    return names


def rows(data: bytes, name: str, sheet: str) -> tuple[Iterator[tuple[int, Cells]], Merged]:
    """Return the rows of a sheet that are not empty, and its merged cells."""
    book = _opened(data, name, values=True)
    if sheet not in book.sheetnames:
        raise BadInput("error.sheet-unknown", name=name, sheet=sheet)
    merged, calculates = _looked_through(data, name, book[sheet])
    formulas = _opened(data, name, values=False)[sheet] if calculates else None
    return _rows(book[sheet], formulas, merged, name), merged


def _rows(values: Any, formulas: Any, merged: Merged, name: str) -> Iterator[tuple[int, Cells]]:
    """Yield rows; what lies under a merged cell of several rows says what that cell says."""
    above: dict[tuple[int, int], str] = {}
    wanted = set(merged.values())
    widths: dict[int, int] = {}
    for row, column in merged:
        widths[row] = max(widths.get(row, 0), column + 1)
    try:
        for number, cells, written in _both(values, formulas):
            texts = [
                NOT_CALCULATED if value is None and _is_formula(source) else plain(value)
                for value, source in zip(cells, written, strict=False)
            ]
            for column, text in enumerate(texts):
                if (number, column) in wanted:
                    above[number, column] = text
            if merged:
                _fill(texts, number, merged, above, widths)
            if any(texts):
                yield number, tuple(texts)
    except _BROKEN as broken:
        raise BadInput("error.spreadsheet-broken-file", name=name) from broken


def _both(values: Any, formulas: Any) -> Iterator[tuple[int, tuple[object, ...], tuple[object, ...]]]:
    values.reset_dimensions()
    if formulas is None:
        for number, cells in enumerate(values.iter_rows(values_only=True), start=1):
            yield number, cells, cells
        return
    formulas.reset_dimensions()
    pairs = zip(values.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=False)
    for number, (cells, written) in enumerate(pairs, start=1):
        yield number, cells, written


def _fill(
    texts: list[str],
    number: int,
    merged: Merged,
    above: Mapping[tuple[int, int], str],
    widths: Mapping[int, int],
) -> None:
    # A row ends with its last cell that says something: what lies under a merged one may come behind it.
    texts.extend([""] * (widths.get(number, 0) - len(texts)))
    for column, text in enumerate(texts):
        start = merged.get((number, column))
        # Cells merged side by side are one cell: only what is merged downwards is said of every row.
        if not text and start is not None and start[1] == column:
            texts[column] = above.get(start, "")


def _is_formula(written: object) -> bool:
    # An array formula comes as an object of its own.
    return (isinstance(written, str) and written.startswith("=")) or type(written).__name__.endswith("Formula")


def _opened(data: bytes, name: str, *, values: bool) -> Any:
    """Open a workbook that is none of the known ways to harm a reader."""
    import openpyxl  # noqa: PLC0415 -- heavy: loads when the first workbook comes

    _refuse_bombs(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except _BROKEN as broken:
        raise BadInput("error.spreadsheet-broken-file", name=name) from broken


_BROKEN: Final = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    SyntaxError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
                raise BadInput("error.spreadsheet-unpacks-too-large", name=name, limit=_LARGEST_UNPACKED)
            if "xl/workbook.xml" not in archive.namelist():
                raise BadInput("error.not-a-spreadsheet", name=name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _ENTITY.search(archive.open(part).read(4096)):
                    raise BadInput("error.spreadsheet-broken-file", name=name)
    except _BROKEN as broken:
        raise BadInput("error.spreadsheet-broken-file", name=name) from broken


def _looked_through(data: bytes, name: str, sheet: Any) -> tuple[Merged, bool]:
    """Return the merged cells of a sheet and whether it calculates: what the quick way of reading leaves out."""
    merges: list[tuple[bytes, bytes, bytes, bytes]] = []
    calculates = False
    path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(path) as part:
            for piece, fresh in _pieces(part):
                calculates = calculates or _FORMULA.search(piece) is not None
                merges.extend(match.groups() for match in _MERGE.finditer(piece) if match.end() > fresh)  # type: ignore[misc]  # four groups
                if len(merges) > _MOST_MERGES:
                    raise BadInput("error.spreadsheet-too-many-merges", name=name, limit=_MOST_MERGES)
    except _BROKEN as broken:
        raise BadInput("error.spreadsheet-broken-file", name=name) from broken
    return _under(merges), calculates


def _pieces(part: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield a part piece by piece, each with the end of the one before, and how long that end is."""
    tail = b""
    while piece := part.read(_PIECE):
        yield tail + piece, len(tail)
        tail = (tail + piece)[-_OVERLAP:]


def _under(merges: list[tuple[bytes, bytes, bytes, bytes]]) -> Merged:
    under: dict[tuple[int, int], tuple[int, int]] = {}
    for left, top, right, bottom in merges:
        start = int(top), _column(left)
        for row in range(start[0], min(int(bottom), start[0] + _LONGEST_MERGE) + 1):
            for column in range(start[1], min(_column(right), start[1] + _WIDEST_MERGE) + 1):
                if (row, column) != start:
                    under[row, column] = start
    return under


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
