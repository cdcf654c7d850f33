"""Rows of matches come in; a jsonl, csv or Parquet file of them goes out, whole or not at all."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from nhipcau.facts.errors import BadInput

Row: TypeAlias = Mapping[str, object]
_Writer: TypeAlias = Callable[[Sequence[Row]], None]
_STARTS_A_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_TEXTS: Final = pa.list_(pa.string())
_SCHEMA: Final = pa.schema(
    [
        ("need", pa.string()),
        ("offer", pa.string()),
        ("score", pa.int64()),
        ("near", pa.bool_()),
        ("unmet", _TEXTS),
        ("not_stated", _TEXTS),
        ("reasons", _TEXTS),
    ]
)


def write_matches(batches: Iterable[Sequence[Row]], to: Path) -> int:
    """Write rows (``engine.match.record.fit_record``) batch by batch and return how many; a list is JSON in a csv."""
    opened = _BY_ENDING.get(to.suffix.lower())
    if opened is None:
        raise BadInput("error.listings-unknown-kind", name=to.name)
    beside = to.with_name(f".{to.name}.part")
    count = 0
    try:
        with opened(beside) as write:
            for rows in batches:
                write(rows)
                count += len(rows)
        beside.replace(to)
    finally:
        beside.unlink(missing_ok=True)
    return count


@contextmanager
def _lines(path: Path) -> Iterator[_Writer]:
    with path.open("w", encoding="utf-8") as out:
        yield lambda rows: out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@contextmanager
def _table(path: Path) -> Iterator[_Writer]:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, _SCHEMA.names)
        writer.writeheader()
        yield lambda rows: writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)


def _cell(value: object) -> object:
    """Return what a cell holds; before what a spreadsheet program would run as a formula stands an apostrophe."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and _STARTS_A_FORMULA.match(value) else value


@contextmanager
def _parquet(path: Path) -> Iterator[_Writer]:
    with pq.ParquetWriter(path, _SCHEMA) as writer:
        yield lambda rows: writer.write_table(pa.Table.from_pylist([dict(row) for row in rows], schema=_SCHEMA))


_BY_ENDING: Final[Mapping[str, Callable[[Path], AbstractContextManager[_Writer]]]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".csv": _table,
    ".parquet": _parquet,
    ".pq": _parquet,
}
