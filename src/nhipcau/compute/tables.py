"""A csv or Parquet file of records, of any size, comes in; a DuckDB table of prepared records goes out."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, Final

import pyarrow as pa

from nhipcau.engine.resolve.blocks import keys_of
from nhipcau.engine.resolve.fields import row_of
from nhipcau.engine.resolve.prepared import prepare
from nhipcau.engine.resolve.vetoes import telling
from nhipcau.facts.record import Record

COLUMNS: Final = (
    "id",
    "name",
    "kind",
    "country",
    "language",
    "acronym",
    "identifier",
    "address",
    "place",
    "phone",
    "domain",
    "people",
)
_SEVERAL: Final = "|"
_ROWS: Final = 20_000
_FEW: Final = 5_000
_TEXTS: Final = ("id", "code", "key", "core", "place", "site", "street", "phone", "domain", "telling")
_LISTS: Final = ("names", "codes", "keys", "acronyms", "people", "blocks")
_LIST: Final = pa.list_(pa.string())
SCHEMA: Final = pa.schema(
    [("n", pa.int64()), *((name, pa.string()) for name in _TEXTS), *((name, _LIST) for name in _LISTS)]
)


def prepared_batches(
    batches: Iterable[dict[str, list[str | None]]], *, workers: int | None = None
) -> Iterator[pa.RecordBatch]:
    """Return the batches prepared, in their order, worked out by as many processes as there are cores."""
    numbered = _numbered(batches)
    first = next(numbered, None)
    if first is None:
        return
    if len(first[1]["id"]) < _FEW:
        yield prepared_batch(*first)
        for batch in numbered:
            yield prepared_batch(*batch)
        return
    yield from _in_parallel(first, numbered, workers or max(1, os.cpu_count() or 1))


def _in_parallel(first: Any, rest: Iterator[Any], workers: int) -> Iterator[pa.RecordBatch]:
    # Started afresh, not forked: a fork of a process with DuckDB's threads may hang.
    # Nothing there runs in circles, so the collector of circular garbage only costs time.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=gc.disable) as pool:
        waiting: list[Future[pa.RecordBatch]] = [pool.submit(prepared_batch, *first)]
        for batch in rest:
            waiting.append(pool.submit(prepared_batch, *batch))
            if len(waiting) > 2 * workers:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _numbered(batches: Iterable[dict[str, list[str | None]]]) -> Iterator[tuple[int, dict[str, list[str | None]]]]:
    count = 0
    for batch in batches:
        yield count, batch
        count += len(batch["id"])


def prepared_batch(start: int, columns: dict[str, list[str | None]]) -> pa.RecordBatch:
    """Return one batch of records as the columns that are compared; ``start`` is the number of its first record."""
    rows: dict[str, list[Any]] = {name: [] for name in SCHEMA.names}
    for offset, values in enumerate(zip(*(columns.get(name) or _nothing(columns) for name in COLUMNS), strict=True)):
        prepared = prepare(record_of(values))
        rows["n"].append(start + offset)
        for name, value in row_of(prepared).items():
            rows[name].append(list(value) if isinstance(value, tuple) and value else (value or None))
        rows["names"].append([name.text for name in prepared.names] or None)
        rows["telling"].append(telling(prepared))
        rows["blocks"].append(list(keys_of(prepared)) or None)
    return pa.record_batch([pa.array(rows[field.name], field.type) for field in SCHEMA], schema=SCHEMA)


def record_of(values: Sequence[str | None]) -> Record:
    """Return a record from the columns of a file, in the order of ``COLUMNS``."""
    row = dict(zip(COLUMNS, values, strict=True))
    return Record(
        id=row["id"] or "",
        names=_several(row["name"]),
        kind=row["kind"] or None,
        country=(row["country"] or "").upper() or None,
        language=row["language"] or None,
        acronyms=_several(row["acronym"]),
        identifiers=_several(row["identifier"]),
        address=row["address"] or None,
        place=row["place"] or None,
        phone=row["phone"] or None,
        domain=row["domain"] or None,
        people=_several(row["people"]),
    )


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(_SEVERAL) if part.strip()) if cell else ()


def _nothing(columns: dict[str, list[str | None]]) -> list[str | None]:
    return [None] * len(columns["id"])
