"""The fields and tests of ``engine.resolve`` come in; the same comparisons in SQL, as Splink takes them, go out.

Every test is one that DuckDB and Spark answer alike: equality, a shared list entry, Levenshtein. An unknown value is
NULL in the table, so that a level that holds for it holds on neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from nhipcau.engine.resolve.fields import ELSE, Equal, Field, Level, Overlap, Test, Within

_MARK: Final[Mapping[str, str]] = {"duckdb": '"', "spark": "`"}
# The one function that the two dialects call differently.
_SHARE: Final[Mapping[str, str]] = {"duckdb": "list_has_any", "spark": "arrays_overlap"}


def comparison(field: Field, dialect: str) -> dict[str, Any]:
    """Return one field as a Splink comparison."""
    left, right = _sides(field.known, dialect)
    unknown = {
        "sql_condition": f"{left} IS NULL OR {right} IS NULL",
        "label_for_charts": "unknown",
        "is_null_level": True,
    }
    otherwise = {"sql_condition": "ELSE", "label_for_charts": ELSE}
    return {
        "output_column_name": field.name,
        "comparison_levels": [unknown, *(_level(level, dialect) for level in field.levels), otherwise],
    }


def level_case(field: Field, left: str, right: str) -> str:
    """Return, in DuckDB's SQL, the code of a field's level for the rows ``left`` and ``right``, NULL if not known."""
    sides = {
        f'"{name}_{side}"': f'{row}."{name}"'
        for side, row in (("l", left), ("r", right))
        for name in columns_of([field])
    }
    whens = " ".join(f"WHEN {condition(level.test, 'duckdb')} THEN '{level.code}'" for level in field.levels)
    unknown = f'"{field.known}_l" IS NULL OR "{field.known}_r" IS NULL'
    case = f"CASE WHEN {unknown} THEN NULL {whens} ELSE '{ELSE}' END"
    for written, meant in sides.items():
        case = case.replace(written, meant)
    return case


def condition(test: Test, dialect: str) -> str:
    """Return a test as a condition on the two sides' columns."""
    left, right = _sides(test.column, dialect)
    match test:
        case Equal():
            return f"{left} = {right}"
        case Overlap():
            return f"{_SHARE[dialect]}({left}, {right})"
        case Within(edits=edits, shortest=shortest):
            long_enough = f"length({left}) >= {shortest} AND length({right}) >= {shortest}"
            return f"{long_enough} AND levenshtein({left}, {right}) <= {edits}"


def columns_of(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the columns that the tests of some fields name, each once."""
    named = [column for field in fields for column in (field.known, *(level.test.column for level in field.levels))]
    return tuple(dict.fromkeys(named))


def quoted(name: str, dialect: str) -> str:
    """Return a column's name as a dialect quotes it."""
    return f"{_MARK[dialect]}{name}{_MARK[dialect]}"


def _sides(column: str, dialect: str) -> tuple[str, str]:
    return quoted(f"{column}_l", dialect), quoted(f"{column}_r", dialect)


def _level(level: Level, dialect: str) -> dict[str, Any]:
    written: dict[str, Any] = {"sql_condition": condition(level.test, dialect), "label_for_charts": level.code}
    if isinstance(level.test, Equal) and level.test.terms:
        written["tf_adjustment_column"] = level.test.terms
        written["tf_adjustment_weight"] = 1.0
    return written
