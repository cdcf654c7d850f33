"""Records of organisations come in; their clusters and the doubtful pairs, with reasons, go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import duckdb
import pyarrow as pa

from nhipcau.compute.linkage import RECORDS, Linked, Scorer, cluster, fill, link, log_odds
from nhipcau.compute.model import Model
from nhipcau.compute.names import scored_names
from nhipcau.compute.tables import SCHEMA, prepared_batches
from nhipcau.engine.resolve.compare import probability
from nhipcau.engine.resolve.fields import ORGANISATION
from nhipcau.engine.resolve.weights import DEFAULT
from nhipcau.facts.record import Bands

MODEL: Final = Model(
    fields=ORGANISATION,
    training=("l.code = r.code", "l.key = r.key AND l.place = r.place", "l.phone = r.phone"),
    certain=("l.code = r.code", "l.key = r.key AND l.phone = r.phone", "l.key = r.key AND l.site = r.site"),
    starts=DEFAULT.levels,
)
_INDEPENDENT: Final = ("code", "place", "street", "phone", "domain", "people")
_FILLED: Final = 0.05
_ENOUGH_FIELDS: Final = 2


def linked_organisations(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[dict[str, list[str | None]]],
    bands: Bands,
    *,
    score: Scorer | None = None,
    apart: Iterable[tuple[int, int]] = (),
) -> Linked:
    """Link batches of records (columns as in ``tables.COLUMNS``) in a workbench.

    Where at least two fields beside the name are filled, Fellegi and Sunter's model is estimated and applied; where only
    names are known, they are compared as wholes.
    """
    count = filled(connection, records)
    if _fields_filled(connection, count) >= _ENOUGH_FIELDS:
        return link(connection, count, MODEL, bands, score=score, apart=apart)
    return cluster(connection, count, scored_names(connection, bands), bands, settings={}, apart=apart)


def filled(connection: duckdb.DuckDBPyConnection, records: Iterable[dict[str, list[str | None]]]) -> int:
    """Prepare the records and store them in the workbench; return how many there are."""
    return fill(connection, prepared_batches(records), SCHEMA, MODEL)


def clusters_table(connection: duckdb.DuckDBPyConnection, linked: Linked) -> pa.Table:
    """Return the columns ``id`` and ``cluster`` (the id of the cluster's first record), in the order of the records."""
    ids = [row[0] for row in connection.execute(f"SELECT id FROM {RECORDS} ORDER BY n").fetchall()]
    roots = [ids[linked.clusters.root(number)] for number in range(len(ids))]
    return pa.table({"id": ids, "cluster": roots})


def _fields_filled(connection: duckdb.DuckDBPyConnection, count: int) -> int:
    counted = connection.execute(f"SELECT {', '.join(f'count({name})' for name in _INDEPENDENT)} FROM {RECORDS}").fetchall()[0]
    return sum(1 for filled in counted if filled > _FILLED * count)


def review_table(connection: duckdb.DuckDBPyConnection, linked: Linked, bands: Bands) -> pa.Table:
    """Return the doubtful pairs: ``left``, ``right`` (ids), ``score``, ``reasons``; those of one cluster are settled.

    ``reasons`` is one line, such as "name same +11.2; place different -3.0": field, level, log2 of its Bayes factor.
    A link that was cut because it would have joined two told-apart records is doubtful too.
    """
    root, cut = linked.clusters.root, set(linked.clusters.cut)
    least = log_odds(bands.review)
    rows: list[tuple[str, str, float, str]] = []
    ids = dict(connection.execute(f"SELECT n, id FROM {RECORDS}").fetchall()) if linked.pairs.num_rows else {}
    for pair in _rows(linked.pairs):
        both = pair["left"], pair["right"]
        if pair["weight"] < least or (both in linked.vetoed and both not in cut) or root(both[0]) == root(both[1]):
            continue
        rows.append((ids[both[0]], ids[both[1]], round(probability(pair["weight"]), 6), _reasons(pair)))
    names = ("left", "right", "score", "reasons")
    return pa.table({name: [row[place] for row in rows] for place, name in enumerate(names)}, schema=_REVIEW)


_REVIEW: Final = pa.schema([("left", pa.string()), ("right", pa.string()), ("score", pa.float64()), ("reasons", pa.string())])


def _rows(pairs: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in pairs.to_batches(max_chunksize=50_000):
        yield from batch.to_pylist()


def _reasons(pair: dict[str, Any]) -> str:
    said = []
    for field in ORGANISATION:
        gamma = pair.get(f"gamma_{field.name}")
        if gamma is None or gamma < 0:
            continue
        # Splink counts levels from below: 0 is "different".
        codes = ["different", *(level.code for level in reversed(field.levels))]
        weight = pair.get(f"mw_{field.name}", 0.0) + pair.get(f"mw_tf_adj_{field.name}", 0.0)
        said.append(f"{field.name} {codes[gamma]} {weight:+.1f}")
    return "; ".join(said) or f"name alike {probability(pair['weight']):.2f}"
