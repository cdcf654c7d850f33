"""A jsonl, csv or Parquet file of needs or offers comes in; its records go out, one at a time or by their places."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from nhipcau.compute.files import is_utf8
from nhipcau.engine.match.record import LONGEST_TEXT, listing_from
from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Listing
from nhipcau.language.encoding import decode

_PARQUET: Final = (".parquet", ".pq")
_TABLE: Final = (".csv", ".tsv", ".txt")
_LINES: Final = (".jsonl", ".ndjson")
_LONGEST_LINE: Final = 40 * LONGEST_TEXT
_ROWS: Final = 5_000


class Records:
    """The listings of one file: walked through in order, or looked up by id. Nothing but ids is held in memory."""

    def __init__(self, lines: Path, name: str) -> None:
        """Take a file of JSON lines in UTF-8."""
        self._lines = lines
        self._name = name
        self._places: dict[str, int] = {}

    def __iter__(self) -> Iterator[Listing]:
        """Yield every listing; raises ``BadInput`` with the number of the line where one cannot be used."""
        with self._lines.open("rb") as source:
            place = 0
            for number, line in enumerate(iter(lambda: source.readline(_LONGEST_LINE), b""), start=1):
                if line.strip():
                    listing = self._listing(line, number)
                    if self._places.setdefault(listing.id, place) != place:
                        raise BadInput("error.listing-twice", id=listing.id, line=number, name=self._name)
                    yield listing
                place += len(line)

    def listing(self, listing_id: str) -> Listing:
        """Return one listing that was walked past."""
        with self._lines.open("rb") as source:
            source.seek(self._places[listing_id])
            return self._listing(source.readline(_LONGEST_LINE), 0)

    def _listing(self, line: bytes, number: int) -> Listing:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            raise BadInput("error.listing-line", line=number, name=self._name) from None
        if not isinstance(record, dict):
            raise BadInput("error.listing-line", line=number, name=self._name)
        return listing_from(record)


@contextmanager
def records(path: Path) -> Iterator[Records]:
    """Open a file of listings by the ending of its name: .jsonl, .csv, .tsv, .parquet; others raise ``BadInput``."""
    kind = path.suffix.lower()
    if kind in _LINES and is_utf8(path):
        yield Records(path, path.name)
        return
    if kind not in (*_LINES, *_TABLE, *_PARQUET):
        raise BadInput("error.listings-unknown-kind", name=path.name)
    with TemporaryDirectory(prefix="nhipcau-") as folder:
        lines = Path(folder) / "records.jsonl"
        if kind in _LINES:
            lines.write_text(decode(path.read_bytes()).text, encoding="utf-8")
        else:
            rows = _of_parquet(path) if kind in _PARQUET else _of_table(path)
            with lines.open("w", encoding="utf-8") as out:
                out.writelines(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
        yield Records(lines, path.name)


def _of_parquet(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        for batch in pq.ParquetFile(path).iter_batches(_ROWS):
            yield from batch.to_pylist()
    except pa.ArrowException as unreadable:
        raise BadInput("error.table-unreadable", name=path.name) from unreadable


def _of_table(path: Path) -> Iterator[Mapping[str, Any]]:
    text = decode(path.read_bytes()).text
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    csv.field_size_limit(_LONGEST_LINE)
    try:
        for row in csv.DictReader(text.splitlines(keepends=True), delimiter=mark):
            yield {str(name).strip().lower(): value for name, value in row.items() if name}
    except csv.Error as unreadable:
        raise BadInput("error.table-unreadable", name=path.name) from unreadable
