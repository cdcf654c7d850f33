"""Scored pairs come in; the same pairs with weights set right by those that carry identifiers go out, best first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa

from nhipcau.compute.model import IDENTIFIER
from nhipcau.compute.scoring import DIGITS, HOPELESS
from nhipcau.engine.resolve.calibration import Vector, slopes

_FEWEST_KNOWN: Final = 100
_MOST_KNOWN: Final = 50_000
# Log2 odds of a pair with one number and no name against it.
_SETTLED: Final = 10.0
# A weight below this speaks against; nearer nought it says nothing.
_AGAINST: Final = -1.0
_OTHER_KEYS: Final = "list_filter({}.blocks, lambda key: NOT starts_with(key, 'i:'))"


def calibrated(
    connection: duckdb.DuckDBPyConnection, pairs: pa.Table, settings: Mapping[str, Any], slope: Mapping[str, float]
) -> pa.Table:
    """Return the pairs with a calibrated ``weight`` and ``mw_<field>`` columns that add up to it with the intercept.

    Known are the pairs that carry an identifier of one scheme on both sides; those that met by it alone are left
    out, for among pairs without identifiers there are none such. Where too few are known, the slopes stay as they
    start (``slope``, 1 for fields not named).
    """
    names = [str(comparison["output_column_name"]) for comparison in settings["comparisons"]]
    weights = np.column_stack([_weight(pairs, name) for name in names]) if names else np.zeros((pairs.num_rows, 0))
    prior = settings["probability_two_random_records_match"]
    start = np.array([np.log2(prior / (1 - prior))] + [slope.get(name, 1.0) for name in names])
    if IDENTIFIER in names and pairs.num_rows:
        same, met = _identifiers(connection, pairs)
        known = np.where(met, same, np.nan)
        found = _fitted(names, weights, start, known, mistaken=_mistaken(settings))
        scaled = _with_identifiers_first(names, weights * found[1:], found[0], same)
    else:
        found, scaled = start, weights * start[1:]
    total = np.round(found[0] + scaled.sum(axis=1), DIGITS)
    columns = {"left": pairs["left"], "right": pairs["right"], "weight": pa.array(total)}
    columns |= {f"mw_{name}": pa.array(scaled[:, place]) for place, name in enumerate(names)}
    return pa.table(columns).sort_by([("weight", "descending"), ("left", "ascending"), ("right", "ascending")])


def _weight(pairs: pa.Table, field: str) -> Vector:
    """Return a field's weight with what the frequency of its term adds."""
    terms = f"mw_tf_adj_{field}"
    weight = np.asarray(pairs[f"mw_{field}"].to_numpy(), dtype=np.float64)
    return weight + np.asarray(pairs[terms].to_numpy(), dtype=np.float64) if terms in pairs.column_names else weight


def _with_identifiers_first(names: list[str], scaled: Vector, intercept: float, same: Vector) -> Vector:
    """Return the weights with the identifier's lifted where two carry one number and their names do not differ."""
    named = scaled[:, names.index("name")] > _AGAINST if "name" in names else np.full(len(scaled), fill_value=True)
    short = np.where((same == 1) & named, np.maximum(0.0, _SETTLED - intercept - scaled.sum(axis=1)), 0.0)
    lifted = scaled.copy()
    lifted[:, names.index(IDENTIFIER)] += short
    return lifted


def _fitted(names: list[str], weights: Vector, start: Vector, same: Vector, *, mistaken: float) -> Vector:
    place = names.index(IDENTIFIER)
    others = np.delete(weights, place, axis=1)
    # Two different identifiers push a pair down, perhaps out of sight: only where none of those are missing is the
    # picture whole.
    least = np.log2(HOPELESS) - weights[:, place].min()
    useful = ~np.isnan(same) & (start[0] + others.sum(axis=1) >= least)
    if np.count_nonzero(same[useful] == 1) < _FEWEST_KNOWN or np.count_nonzero(same[useful] == 0) < _FEWEST_KNOWN:
        return start
    known = np.flatnonzero(useful)
    known = known[:: max(1, len(known) // _MOST_KNOWN)]
    learnt = slopes(others[known], same[known], np.delete(start, place + 1), mistaken=mistaken)
    return np.insert(learnt, place + 1, start[place + 1])


def _identifiers(connection: duckdb.DuckDBPyConnection, pairs: pa.Table) -> tuple[Vector, Vector]:
    """Return 1 where both sides carry the same identifier, 0 where two of one scheme, not a number where unknown.

    And whether the pair met by anything else than that.
    """
    connection.register("scored_pairs", pairs.select(["left", "right"]))
    found = connection.sql(
        f"""SELECT CASE WHEN l.code = r.code THEN 1.0
                       WHEN split_part(l.code, ':', 1) = split_part(r.code, ':', 1) THEN 0.0 END AS same,
                  coalesce(list_has_any({_OTHER_KEYS.format("l")}, {_OTHER_KEYS.format("r")}), false) AS met
           FROM (SELECT *, row_number() OVER () AS standing FROM scored_pairs) p
           JOIN records l ON l.n = p."left" JOIN records r ON r.n = p."right" ORDER BY standing"""
    ).to_arrow_table()
    connection.unregister("scored_pairs")
    same = np.asarray(found["same"].to_numpy(), dtype=np.float64)
    return same, np.asarray(found["met"].to_numpy(), dtype=bool)


def _mistaken(settings: Mapping[str, Any]) -> float:
    """Return how often one body carries two different identifiers, as the model estimated it."""
    field = next(item for item in settings["comparisons"] if item["output_column_name"] == IDENTIFIER)
    return float(min(0.2, max(0.005, field["comparison_levels"][-1]["m_probability"])))
