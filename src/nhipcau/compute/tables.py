"""A csv or Parquet file of records, of any size, comes in; a DuckDB table of prepared records goes out."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, Final, TypeAlias

import pyarrow as pa

from nhipcau.engine.resolve.blocks import keys_of
from nhipcau.engine.resolve.fields import row_of
from nhipcau.engine.resolve.prepared import Prepared, prepare
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
_FEW: Final = 5_000
_TEXTS: Final = ("id", "code", "key", "core", "place", "site", "street", "phone", "domain", "telling")
_LISTS: Final = ("names", "codes", "keys", "acronyms", "people", "blocks")
_LIST: Final = pa.list_(pa.string())
SCHEMA: Final = pa.schema(
    [("n", pa.int64()), *((name, pa.string()) for name in _TEXTS), *((name, _LIST) for name in _LISTS)]
)


# Text by column, or the same as Arrow has it: that goes to another process at next to no cost.
Batch: TypeAlias = pa.RecordBatch | Mapping[str, list[str | None]]


def prepared_batches(batches: Iterable[Batch], *, workers: int | None = None) -> Iterator[pa.RecordBatch]:
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


def _numbered(batches: Iterable[Batch]) -> Iterator[tuple[int, Batch]]:
    count = 0
    for batch in batches:
        yield count, batch
        count += len(batch["id"])


def prepared_batch(start: int, batch: Batch) -> pa.RecordBatch:
    """Return one batch of records as the columns that are compared; ``start`` is the number of its first record."""
    given = batch.to_pydict() if isinstance(batch, pa.RecordBatch) else batch
    count = len(given["id"])
    cells = [given.get(name) or [None] * count for name in COLUMNS]
    rows = [_row(prepare(record_of(values))) for values in zip(*cells, strict=True)]
    columns = dict(zip(SCHEMA.names[1:], zip(*rows, strict=True), strict=True)) if rows else {}
    columns["n"] = range(start, start + count)
    return pa.record_batch([pa.array(columns.get(field.name, ()), field.type) for field in SCHEMA], schema=SCHEMA)


def _row(prepared: Prepared) -> tuple[Any, ...]:
    """Return a record in the order of the table's columns behind its number; what is not known is null."""
    row = row_of(prepared)
    return (
        *[row[name] or None for name in _TEXTS[:-1]],
        telling(prepared),
        [name.text for name in prepared.names] or None,
        *[row[name] or None for name in _LISTS[1:-1]],
        list(keys_of(prepared)) or None,
    )


def record_of(values: Sequence[str | None]) -> Record:
    """Return a record from the columns of a file, in the order of ``COLUMNS``."""
    id_, name, kind, country, language, acronym, identifier, address, place, phone, domain, people = values
    return Record(
        id=id_ or "",
        names=_several(name),
        kind=kind or None,
        country=country.upper() if country else None,
        language=language or None,
        acronyms=_several(acronym),
        identifiers=_several(identifier),
        address=address or None,
        place=place or None,
        phone=phone or None,
        domain=domain or None,
        people=_several(people),
    )


def _several(cell: str | None) -> tuple[str, ...]:
    if not cell:
        return ()
    if _SEVERAL not in cell:
        return (cell.strip(),) if not cell.isspace() else ()
    return tuple([part.strip() for part in cell.split(_SEVERAL) if part.strip()])
