"""Trained settings and a table of prepared records come in; scored pairs go out, from DuckDB or Spark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from nhipcau.compute.training import quiet

# Scores are rounded before anything is ordered by them: the two engines add in different orders.
DIGITS: Final = 9
# Calibration may still raise a pair; below this it raises none that matters.
HOPELESS: Final = 0.0005


def scored(api: Any, table: Any, settings: Mapping[str, Any]) -> Any:
    """Return Splink's frame of pairs that are not hopeless."""
    with quiet():
        linker = Linker(api.register(table), dict(settings), log_level=None)
        return linker.inference.predict(threshold_match_probability=HOPELESS)


def scored_on_duckdb(connection: duckdb.DuckDBPyConnection, table: str, settings: Mapping[str, Any]) -> pa.Table:
    """Return the columns ``left``, ``right`` (numbers of records), ``weight`` (log2 odds), ``mw_<field>`` each."""
    frame = scored(DuckDBAPI(connection), table, settings)
    found: pa.Table = connection.sql(
        wanted(frame.physical_name, [column.unquote().name for column in frame.columns])
    ).to_arrow_table()
    frame.drop_table_from_database_and_remove_from_cache()
    return found


def wanted(frame: str, columns: Iterable[str]) -> str:
    """Return the query that puts Splink's frame into our shape and order, the same for every engine."""
    parts = ", ".join(f'"{name}"' for name in columns if name.startswith(("gamma_", "mw_")))
    return f"""
        SELECT n_l AS "left", n_r AS "right", round(match_weight, {DIGITS}) AS weight, {parts}
        FROM {frame} ORDER BY weight DESC, n_l, n_r
    """
