"""Prepared records in DuckDB come in; clusters, and the pairs that a person should look at, go out."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from nhipcau.compute.calibrated import calibrated
from nhipcau.compute.model import Model
from nhipcau.compute.scoring import scored_on_duckdb
from nhipcau.compute.training import trained, untrained
from nhipcau.engine.resolve.clusters import Clusters, clustered
from nhipcau.engine.resolve.vetoes import told_apart
from nhipcau.facts.record import Bands

RECORDS: Final = "records"
_MEMORY: Final = "2GB"
# Fewer say too little of how common a value is: they are judged by the weights that a model starts from.
_FEWEST_RECORDS: Final = 1_000
Scorer = Callable[[duckdb.DuckDBPyConnection, str, Mapping[str, Any]], pa.Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The outcome of one run: ``roots[n]`` is the record that stands for record n's cluster.

    ``pairs`` are all scored pairs (``left``, ``right``, ``weight``, ``mw_…``), best first.
    ``settings`` is the trained model. ``vetoed`` are pairs told apart.
    """

    clusters: Clusters
    pairs: pa.Table
    vetoed: frozenset[tuple[int, int]]
    settings: Mapping[str, Any]


@contextmanager
def workbench(threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a DuckDB that spills to a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="nhipcau-") as folder, duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute(f"SET temp_directory = '{Path(folder).as_posix()}'")
        if threads:
            connection.execute(f"SET threads TO {threads}")
        yield connection


def fill(
    connection: duckdb.DuckDBPyConnection, batches: Iterable[pa.RecordBatch], schema: pa.Schema, model: Model
) -> int:
    """Store prepared batches as the table of records without keys too common to tell anything; return their number."""
    reader = pa.RecordBatchReader.from_batches(schema, batches)
    connection.register("arriving", reader)
    connection.execute("CREATE OR REPLACE TABLE arrived AS SELECT * FROM arriving")
    connection.unregister("arriving")
    # Whoever carries one number is one body, however many they are: they meet in windows that overlap, as a chain does.
    most = model.most_in_a_block
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE {RECORDS} AS
        WITH keys AS (SELECT n, unnest(blocks) AS key FROM arrived),
             counted AS (SELECT key, count(*) AS c FROM keys GROUP BY key HAVING count(*) > 1),
             useful AS (SELECT n, key FROM keys SEMI JOIN (FROM counted WHERE c <= {most}) USING (key)),
             numbered AS (SELECT n, key, row_number() OVER (PARTITION BY key ORDER BY n) // {most // 2} AS part
                          FROM keys SEMI JOIN (FROM counted WHERE c > {most} AND starts_with(key, 'i:')) USING (key)),
             chained AS (SELECT n, key || '#' || unnest([part, part + 1]) AS key FROM numbered),
             kept AS (SELECT n, list(key) AS blocks FROM (FROM useful UNION ALL FROM chained) GROUP BY n)
        SELECT arrived.* EXCLUDE (blocks), kept.blocks FROM arrived LEFT JOIN kept USING (n)
        """
    )
    connection.execute("DROP TABLE arrived")
    return int(connection.execute(f"SELECT count(*) FROM {RECORDS}").fetchall()[0][0])


def link(
    connection: duckdb.DuckDBPyConnection,
    count: int,
    model: Model,
    bands: Bands,
    *,
    score: Scorer | None = None,
    apart: Iterable[tuple[int, int]] = (),
) -> Linked:
    """Estimate the model on the table of records, score the pairs, and cluster what is linked.

    ``apart`` are pairs of numbers that a person told apart. ``score`` scores elsewhere than in DuckDB.
    """
    few = count < _FEWEST_RECORDS
    settings = untrained(model) if few else trained(connection, RECORDS, model)
    pairs = score(connection, RECORDS, settings) if score else scored_on_duckdb(connection, RECORDS, settings)
    pairs, vetoed = without_told_apart(connection, pairs)
    pairs = calibrated(connection, pairs, settings, {} if few else model.slopes)
    return cluster(connection, count, pairs, bands, settings=settings, apart={*apart, *vetoed})


def cluster(
    connection: duckdb.DuckDBPyConnection,
    count: int,
    pairs: pa.Table,
    bands: Bands,
    *,
    settings: Mapping[str, Any],
    apart: Iterable[tuple[int, int]] = (),
) -> Linked:
    """Join the pairs above the upper threshold, the strongest first, without joining what is told apart."""
    left, right = pairs["left"].to_pylist(), pairs["right"].to_pylist()
    codes = _codes(connection)
    parted = set(apart)
    vetoed = {
        (one, other)
        for one, other in zip(left, right, strict=True)
        if (one, other) in parted or _codes_differ(codes, one, other)
    }
    strong = _strong(pairs, bands.link)
    doubted = _doubted(pairs)
    links = [
        pair
        for pair, doubt in zip(zip(left[:strong], right[:strong], strict=True), doubted, strict=False)
        if pair not in vetoed and not doubt
    ]
    clusters = clustered(count, links, marks=codes, apart=vetoed | parted)
    return Linked(clusters=clusters, pairs=pairs, vetoed=frozenset(vetoed), settings=settings)


def without_told_apart(
    connection: duckdb.DuckDBPyConnection, pairs: pa.Table
) -> tuple[pa.Table, frozenset[tuple[int, int]]]:
    """Return the pairs whose names do not tell them apart, and those whose names do."""
    tells = dict(connection.execute(f"SELECT n, telling FROM {RECORDS} WHERE blocks IS NOT NULL").fetchall())
    both = list(zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True))
    kept = [not told_apart(tells[one], tells[other]) for one, other in both]
    vetoed = frozenset(pair for pair, keep in zip(both, kept, strict=True) if not keep)
    return pairs.filter(pa.array(kept, pa.bool_())), vetoed


def _codes(connection: duckdb.DuckDBPyConnection) -> dict[int, dict[str, str]]:
    """Return the identifiers of every record that may meet another."""
    known = f"SELECT n, codes FROM {RECORDS} WHERE codes IS NOT NULL AND blocks IS NOT NULL"
    return {n: dict(code.split(":", 1) for code in codes) for n, codes in connection.execute(known).fetchall()}


def _codes_differ(codes: Mapping[int, Mapping[str, str]], one: int, other: int) -> bool:
    mine, theirs = codes.get(one), codes.get(other)
    return bool(mine and theirs and any(theirs.get(scheme, value) != value for scheme, value in mine.items()))


def _doubted(pairs: pa.Table) -> list[bool]:
    """Tell of each pair whether its names or its provinces speak against it and no number speaks for it.

    Firms of one owner share house, phone and people; a parent and its subsidiary elsewhere share name and phone.
    However much agrees, such a pair is a person's business.
    """
    if not {"mw_name", "mw_place", "mw_identifier"} <= set(pairs.column_names):
        return [False] * pairs.num_rows
    named, placed, numbered = (pairs[f"mw_{field}"].to_numpy() for field in ("name", "place", "identifier"))
    return [bool(doubt) for doubt in ((named < 0) | (placed < 0)) & (numbered <= 0)]


def _strong(pairs: pa.Table, least: float) -> int:
    """Return how many pairs, from the best, reach a probability."""
    bound = log_odds(least)
    return sum(1 for weight in pairs["weight"].to_pylist() if weight >= bound)


def log_odds(probability: float) -> float:
    """Return log2 of the odds of a probability."""
    return math.log2(probability / (1 - probability))
