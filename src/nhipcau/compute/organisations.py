"""Records of organisations come in; their clusters and the doubtful pairs, with reasons, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from nhipcau.compute.linkage import RECORDS, Linked, Scorer, cluster, fill, link, log_odds, without_told_apart
from nhipcau.compute.model import Model
from nhipcau.compute.names import scored_names
from nhipcau.compute.sql import level_case
from nhipcau.compute.tables import SCHEMA, Batch, prepared_batches
from nhipcau.engine.resolve.compare import probability
from nhipcau.engine.resolve.fields import ORGANISATION
from nhipcau.engine.resolve.weights import DEFAULT, SLOPES
from nhipcau.facts.record import Bands

MODEL: Final = Model(
    fields=ORGANISATION,
    training=(("code",), ("key", "phone"), ("key", "site")),
    certain=(("code",), ("key", "phone"), ("key", "site")),
    # Measured: 60 brings four times the pairs of 20 and one true pair in a hundred more.
    most_in_a_block=20,
    starts=DEFAULT.levels,
    slopes=SLOPES,
    prior=probability(DEFAULT.prior),
)
_INDEPENDENT: Final = ("code", "place", "street", "phone", "domain", "people")
_FILLED: Final = 0.05
_ENOUGH_FIELDS: Final = 2


def linked_organisations(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[Batch],
    bands: Bands,
    *,
    score: Scorer | None = None,
    apart: Iterable[tuple[int, int]] = (),
) -> Linked:
    """Link batches of records (columns as in ``tables.COLUMNS``) in a workbench.

    Where at least two fields beside the name are filled, Fellegi and Sunter's model is estimated and applied;
    where only names are known, they are compared as wholes.
    """
    count = filled(connection, records)
    if _fields_filled(connection, count) >= _ENOUGH_FIELDS:
        return link(connection, count, MODEL, bands, score=score, apart=apart)
    pairs, vetoed = without_told_apart(connection, scored_names(connection, bands))
    return cluster(connection, count, pairs, bands, settings={}, apart={*apart, *vetoed})


def filled(connection: duckdb.DuckDBPyConnection, records: Iterable[Batch]) -> int:
    """Prepare the records and store them in the workbench; return how many there are."""
    return fill(connection, prepared_batches(records), SCHEMA, MODEL)


def clusters_table(connection: duckdb.DuckDBPyConnection, linked: Linked) -> pa.Table:
    """Return the columns ``id`` and ``cluster`` (the id of the cluster's first record), in the order of the records."""
    ids = [row[0] for row in connection.execute(f"SELECT id FROM {RECORDS} ORDER BY n").fetchall()]
    roots = [ids[linked.clusters.root(number)] for number in range(len(ids))]
    return pa.table({"id": ids, "cluster": roots})


def _fields_filled(connection: duckdb.DuckDBPyConnection, count: int) -> int:
    counted = connection.execute(
        f"SELECT {', '.join(f'count({name})' for name in _INDEPENDENT)} FROM {RECORDS}"
    ).fetchall()[0]
    return sum(1 for filled in counted if filled > _FILLED * count)


def review_table(connection: duckdb.DuckDBPyConnection, linked: Linked, bands: Bands) -> pa.Table:
    """Return the doubtful pairs: ``left``, ``right`` (ids), ``score``, ``reasons``; those of one cluster are settled.

    ``reasons`` is one line, such as "name same +11.2; place different -3.0": field, level, log2 of its Bayes factor.
    A link that was cut because it would have joined two told-apart records is doubtful too.
    """
    doubtful = linked.pairs.filter(pa.array(_doubtful(linked, bands), pa.bool_()))
    weighed = [name for name in doubtful.column_names if name.startswith("mw_")]
    rows = []
    for pair in _levels(connection, doubtful).to_pylist():
        said = [
            _reason(field.name, pair, weighed) for field in ORGANISATION if weighed and pair[field.name] is not None
        ]
        score = round(probability(pair["weight"]), 6)
        rows.append((pair["one"], pair["other"], score, "; ".join(said) or f"name alike {score:.2f}"))
    return pa.table({name: [row[place] for row in rows] for place, name in enumerate(_REVIEW.names)}, schema=_REVIEW)


_REVIEW: Final = pa.schema(
    [("left", pa.string()), ("right", pa.string()), ("score", pa.float64()), ("reasons", pa.string())]
)


def _doubtful(linked: Linked, bands: Bands) -> list[bool]:
    """Tell of each scored pair whether a person should look at it."""
    root, cut, least = linked.clusters.root, set(linked.clusters.cut), log_odds(bands.review)
    columns = (linked.pairs[name].to_pylist() for name in ("left", "right", "weight"))
    return [
        weight >= least and ((one, other) not in linked.vetoed or (one, other) in cut) and root(one) != root(other)
        for one, other, weight in zip(*columns, strict=True)
    ]


def _levels(connection: duckdb.DuckDBPyConnection, pairs: pa.Table) -> pa.Table:
    """Return pairs with the ids of both records and the level of every field, best first."""
    levels = ", ".join(f'{level_case(field, "l", "r")} AS "{field.name}"' for field in ORGANISATION)
    connection.register("doubtful", pairs)
    found: pa.Table = connection.sql(
        f"""SELECT doubtful.*, l.id AS one, r.id AS other, {levels}
            FROM doubtful JOIN {RECORDS} l ON l.n = doubtful."left" JOIN {RECORDS} r ON r.n = doubtful."right"
            ORDER BY weight DESC, doubtful."left", doubtful."right" """
    ).to_arrow_table()
    connection.unregister("doubtful")
    return found


def _reason(field: str, pair: Mapping[str, Any], weighed: Sequence[str]) -> str:
    weight = sum(pair[name] for name in (f"mw_{field}", f"mw_tf_adj_{field}") if name in weighed)
    return f"{field} {pair[field]} {weight:+.1f}"
