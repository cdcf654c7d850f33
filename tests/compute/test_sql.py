from __future__ import annotations

import itertools

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.compute.sql import columns_of, condition, level_case
from nhipcau.engine.resolve.fields import ORGANISATION, Field, Row, level_of

LISTS = {"codes", "keys", "cores", "acronyms", "people", "names"}
TEXT = st.sampled_from(
    ["", "minhfat", "minhfatt", "minhpat", "hanbit", "hanbitek", "hanbitec", "vietthang", "vietthanh"]
)
COLUMNS = columns_of(ORGANISATION)
ROW = st.fixed_dictionaries(
    {
        name: st.lists(TEXT.filter(bool), max_size=2, unique=True).map(tuple) if name in LISTS else TEXT
        for name in COLUMNS
    }
)


def _in_database(field: Field, left: Row, right: Row) -> str | None:
    """Work a field's level out in DuckDB, as Splink does: the first condition that holds."""
    rows = [", ".join(f'{_literal(row[name])} AS "{name}"' for name in COLUMNS) for row in (left, right)]
    query = f"SELECT {level_case(field, 'l', 'r')} FROM (SELECT {rows[0]}) l, (SELECT {rows[1]}) r"
    found = duckdb.execute(query).fetchall()[0][0]
    return str(found) if found is not None else None


def _literal(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(repr(part) for part in value)}]::VARCHAR[]" if value else "NULL::VARCHAR[]"
    return f"'{value}'" if value else "NULL::VARCHAR"


@settings(max_examples=60, deadline=None)
@given(ROW, ROW)
def test_a_database_and_a_desk_judge_two_records_alike(left: Row, right: Row) -> None:
    for field in ORGANISATION:
        assert _in_database(field, left, right) == level_of(field, left, right), field.name


def test_every_dialect_has_every_condition() -> None:
    for field, dialect in itertools.product(ORGANISATION, ("duckdb", "spark")):
        assert all(level.test.column in condition(level.test, dialect) for level in field.levels)
