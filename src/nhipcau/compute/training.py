"""A table of prepared records in DuckDB comes in; the model with weights estimated on it goes out.

u is estimated on random pairs, m by expectation maximisation on pairs that agree on something else (Winkler 1988;
Splink's own procedure). What the data cannot tell, since too few pairs show it, keeps the weight that it starts from.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import duckdb
from splink import DuckDBAPI, Linker

from nhipcau.compute.model import IDENTIFIER, Model, settings_of

_RANDOM_PAIRS: Final = 1_500_000
_SEED: Final = 20_211_126
_FEWEST_PAIRS: Final = 30
_MOST_TRAINING_PAIRS: Final = 400_000
_MOST_PAIRS: Final = 50_000_000
_MOST_ALIKE: Final = 100
_FLOOR: Final = 1e-7
_LIKELY: Final = 0.9


def trained(connection: duckdb.DuckDBPyConnection, table: str, model: Model) -> dict[str, Any]:
    """Return the settings with everything that the records of ``table`` could teach."""
    records = _count(connection, f"SELECT count(*) FROM {table}")
    settings = settings_of(model, "duckdb", prior=_prior(connection, table, model, records))
    with quiet(), _one_thread(connection):
        linker = Linker(DuckDBAPI(connection).register(table), settings, log_level=None)
        linker.training.estimate_u_using_random_sampling(max_pairs=_RANDOM_PAIRS, seed=_SEED, min_count_per_level=None)
        for columns in model.training:
            if _FEWEST_PAIRS <= _pairs(connection, table, columns) <= _MOST_PAIRS:
                _learn(linker, _agree(columns))
        learnt: dict[str, Any] = linker.misc.save_model_to_json()
    return _completed(learnt, model)


def untrained(model: Model) -> dict[str, Any]:
    """Return the settings with the weights that the model starts from, for records too few to teach any."""
    settings = settings_of(model, "duckdb", prior=model.prior)
    for field, comparison in zip(model.fields, settings["comparisons"], strict=True):
        for level in comparison["comparison_levels"]:
            if level.get("is_null_level"):
                continue
            weight = model.starts.get(field.name, {}).get(level["label_for_charts"], 0.0)
            level["m_probability"] = _LIKELY * min(1.0, 2.0**weight)
            level["u_probability"] = _LIKELY * min(1.0, 2.0**-weight)
            # How common a value is among a handful says nothing.
            level.pop("tf_adjustment_column", None)
            level.pop("tf_adjustment_weight", None)
    return settings


def _learn(linker: Linker, rule: str) -> None:
    """Run expectation maximisation on the pairs of one rule."""
    try:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, fix_u_probabilities=True, max_pairs=_MOST_TRAINING_PAIRS
        )
    except ValueError:
        # Splink stops where a weight runs to zero: there is no match among the pairs of this rule, it teaches nothing.
        logging.getLogger(__name__).info("no match to learn from: %s", rule)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Splink's running commentary off the terminal."""
    logger = logging.getLogger("splink")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


@contextmanager
def _one_thread(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Sample on one thread, so that the same data teach the same weights every time."""
    before = _count(connection, "SELECT current_setting('threads')")
    connection.execute("SET threads TO 1")
    try:
        yield
    finally:
        connection.execute(f"SET threads TO {before}")


def _prior(connection: duckdb.DuckDBPyConnection, table: str, model: Model, records: int) -> float:
    """Return the share of all pairs that are matches: those that some rule makes certain, over the share it finds."""
    rules = [
        f"SELECT l.n AS a, r.n AS b FROM ({_rare(table, columns)}) l JOIN ({_rare(table, columns)}) r"
        f" ON {_agree(columns)} AND l.n < r.n"
        for columns in model.certain
    ]
    certain = _count(connection, f"SELECT count(*) FROM ({' UNION '.join(rules)})")
    pairs = max(1, records * (records - 1) // 2)
    # Where nothing is certain, as where one firm fills the list, each record may still have a double.
    return min(0.1, certain / model.recall / pairs) if certain else min(model.prior, 1 / max(records, 1))


def _agree(columns: Sequence[str]) -> str:
    """Return the condition that two records agree in some columns."""
    return " AND ".join(f"l.{name} = r.{name}" for name in columns)


def _rare(table: str, columns: Sequence[str]) -> str:
    """Return the records whose values few others share: one firm a thousand times makes half a million pairs."""
    names = ", ".join(columns)
    return f"SELECT n, {names} FROM {table} QUALIFY count(*) OVER (PARTITION BY {names}) BETWEEN 2 AND {_MOST_ALIKE}"


def _pairs(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> int:
    """Return how many pairs agree in some columns, without making them."""
    known = " AND ".join(f"{name} IS NOT NULL" for name in columns)
    groups = f"SELECT count(*) AS c FROM {table} WHERE {known} GROUP BY {', '.join(columns)}"
    return _count(connection, f"SELECT coalesce(sum(c * (c - 1) // 2), 0)::BIGINT FROM ({groups})")


def _completed(learnt: dict[str, Any], model: Model) -> dict[str, Any]:
    """Give every level that the data said nothing of the weight that it starts from."""
    for field, comparison in zip(model.fields, learnt["comparisons"], strict=True):
        for level in comparison["comparison_levels"]:
            if level.get("is_null_level"):
                continue
            u = max(level.get("u_probability") or 0.0, _FLOOR)
            start = model.starts.get(field.name, {}).get(level["label_for_charts"], 0.0)
            level["u_probability"] = u
            known = level.get("m_probability")
            level["m_probability"] = max(_FLOOR, min(0.999, u * 2.0**start) if known is None else known)
            if field.name == IDENTIFIER and start > 0:
                # Chance pairs of a list full of one firm share its number because they are that firm.
                level["u_probability"] = min(u, level["m_probability"] / 2.0**start)
    return learnt


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    # All rows are fetched: DuckDB lets nothing else run beside an unfinished answer.
    return int(connection.execute(query).fetchall()[0][0])
