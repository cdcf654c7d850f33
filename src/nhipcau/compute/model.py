"""Fields with their starting weights come in; the settings of a Fellegi–Sunter model, as Splink keeps them, go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from nhipcau.compute.sql import comparison
from nhipcau.engine.resolve.fields import Field

UNIQUE_ID: Final = "n"
IDENTIFIER: Final = "identifier"
BLOCKS: Final = "blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What is compared and how it is learnt.

    ``training`` are sets of columns; pairs that agree in all of one set are mostly matches, and expectation
    maximisation runs once on each. ``certain`` are sets of columns in which next to no two different bodies agree;
    together they find the share ``recall`` of all pairs and so tell how many there are. ``most_in_a_block`` bounds how
    many records one key may bring together. ``starts`` (log2 Bayes factors), ``slopes`` and ``prior`` hold where the
    data say nothing.
    """

    fields: tuple[Field, ...]
    training: tuple[tuple[str, ...], ...]
    certain: tuple[tuple[str, ...], ...]
    recall: float = 0.5
    most_in_a_block: int = 60
    starts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    slopes: Mapping[str, float] = field(default_factory=dict)
    prior: float = 1e-4


def settings_of(model: Model, dialect: str, *, prior: float) -> dict[str, Any]:
    """Return the settings for a database that speaks ``dialect`` ("duckdb", "spark")."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": UNIQUE_ID,
        "probability_two_random_records_match": prior,
        "comparisons": [comparison(one, dialect) for one in model.fields],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": f"l.{BLOCKS} = r.{BLOCKS}", "arrays_to_explode": [BLOCKS], "sql_dialect": dialect}
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "additional_columns_to_retain": [],
        "max_iterations": 15,
        "em_convergence": 0.001,
    }


def in_dialect(trained: Mapping[str, Any], model: Model, dialect: str) -> dict[str, Any]:
    """Return trained settings for another database: the same weights under the other spelling of the same tests."""
    written = settings_of(model, dialect, prior=trained["probability_two_random_records_match"])
    for mine, theirs in zip(written["comparisons"], trained["comparisons"], strict=True):
        _carry(mine["comparison_levels"], theirs["comparison_levels"])
    return written


def _carry(levels: Sequence[dict[str, Any]], learnt: Sequence[Mapping[str, Any]]) -> None:
    for level, known in zip(levels, learnt, strict=True):
        for name in ("m_probability", "u_probability"):
            if name in known:
                level[name] = known[name]
