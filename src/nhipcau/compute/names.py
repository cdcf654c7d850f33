"""A table of records of which only names are known comes in; pairs scored by the names as wholes go out."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Final

import duckdb
import pyarrow as pa

from nhipcau.compute.linkage import RECORDS, log_odds
from nhipcau.engine.resolve.names_alone import names_alone
from nhipcau.engine.resolve.prepared import prepare
from nhipcau.facts.record import Bands, Record

_PAIRS: Final = 100_000
_FEW: Final = 20_000
_NEVER: Final = 1e-6
_EMPTY: Final = pa.schema([("left", pa.int64()), ("right", pa.int64()), ("weight", pa.float64())])
Names = tuple[str, ...]
Asked = list[tuple[int, int, Names, Names, Names, Names]]


def scored_names(connection: duckdb.DuckDBPyConnection, bands: Bands) -> pa.Table:
    """Return the pairs that share a block key and reach the lower threshold, best first."""
    found: list[tuple[int, int, float]] = []
    for part in _scored(_asked(connection)):
        found.extend(pair for pair in part if pair[2] >= bands.review)
    found.sort(key=lambda pair: (-pair[2], pair[0], pair[1]))
    columns = {
        "left": [pair[0] for pair in found],
        "right": [pair[1] for pair in found],
        "weight": [log_odds(min(max(pair[2], _NEVER), 1 - _NEVER)) for pair in found],
    }
    return pa.table(columns, schema=_EMPTY)


def _asked(connection: duckdb.DuckDBPyConnection) -> Iterator[Asked]:
    """Return the pairs to compare, with names and acronyms of both sides, in parts."""
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE candidates AS
        WITH keys AS (SELECT n, unnest(blocks) AS key FROM {RECORDS})
        SELECT DISTINCT l.n AS a, r.n AS b FROM keys l JOIN keys r ON l.key = r.key AND l.n < r.n
        """
    )
    rows = connection.cursor().execute(
        f"""
        SELECT a, b, l.names, r.names, l.acronyms, r.acronyms
        FROM candidates JOIN {RECORDS} l ON l.n = a JOIN {RECORDS} r ON r.n = b ORDER BY a, b
        """
    )
    while part := rows.fetchmany(_PAIRS):
        yield [
            (a, b, tuple(left or ()), tuple(right or ()), tuple(mine or ()), tuple(theirs or ()))
            for a, b, left, right, mine, theirs in part
        ]


def _scored(parts: Iterator[Asked]) -> Iterator[list[tuple[int, int, float]]]:
    first = next(parts, [])
    if len(first) < _FEW:
        yield scored_part(first)
        return
    with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(scored_part, _chained(first, parts))


def _chained(first: Asked, rest: Iterator[Asked]) -> Iterator[Asked]:
    yield first
    yield from rest


def scored_part(asked: Asked) -> list[tuple[int, int, float]]:
    """Return the probability of each pair."""
    found = []
    for a, b, left, right, mine, theirs in asked:
        one = prepare(Record(id="", names=left, acronyms=mine))
        other = prepare(Record(id="", names=right, acronyms=theirs))
        said = names_alone(one, other)
        if said is not None:
            found.append((a, b, said.score))
    return found
