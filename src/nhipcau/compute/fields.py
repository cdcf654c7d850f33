"""Columns of any table, and what kind of value each holds, come in; a model that links its records goes out.

For registers other than ours: people, products, addresses. Every kind compares by equality first (weighted by how
rare the value is), then by a few letters of difference; records meet where two fields agree, whichever two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import duckdb
import pyarrow as pa

from nhipcau.compute.linkage import Linked, fill, link
from nhipcau.compute.model import Model
from nhipcau.engine.resolve.fields import Equal, Field, Level, Overlap, Within
from nhipcau.facts.record import Bands
from nhipcau.language.text import fold

_NO_WORD: Final = re.compile(r"[\W_]+")
_LIST: Final = pa.list_(pa.string())


class Kind(StrEnum):
    """What a column holds."""

    NAME = "name"
    WORDS = "words"
    DATE = "date"
    CODE = "code"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table; ``blocks`` says whether records may meet by it together with another."""

    name: str
    kind: Kind
    blocks: bool = True


def linked_table(
    connection: duckdb.DuckDBPyConnection,
    table: pa.Table,
    columns: Sequence[Column],
    bands: Bands,
    *,
    most_in_a_block: int = 60,
) -> Linked:
    """Link the records of a table, whatever they are; record n is its n-th row."""
    model = model_of(columns, most_in_a_block=most_in_a_block)
    count = fill(connection, _prepared(table, columns), schema_of(columns), model)
    return link(connection, count, model, bands)


def model_of(columns: Sequence[Column], *, most_in_a_block: int = 60) -> Model:
    """Return the model for some columns."""
    pairs = list(itertools.combinations([column.name for column in columns if column.blocks], 2))
    triples = itertools.combinations([column.name for column in columns if column.blocks], 3)
    return Model(
        fields=tuple(_field(column) for column in columns),
        training=tuple(pairs),
        certain=tuple(triples),
        recall=0.8,
        most_in_a_block=most_in_a_block,
        starts={
            column.name: {"same": 8.0, "near": 5.0, "nearly": 3.0, "words": 4.0, "different": -3.0}
            for column in columns
        },
    )


def schema_of(columns: Sequence[Column]) -> pa.Schema:
    """Return the columns of the prepared table."""
    texts = [(column.name, pa.string()) for column in columns]
    lists = [(f"{column.name}_words", _LIST) for column in columns if column.kind is Kind.WORDS]
    fixed = [("n", pa.int64()), ("telling", pa.string()), ("codes", _LIST), ("blocks", _LIST)]
    return pa.schema([*fixed, *texts, *lists])


def _field(column: Column) -> Field:
    same = Level(code="same", test=Equal(column=column.name, terms=column.name))
    near = Level(code="near", test=Within(column=column.name, edits=1, shortest=3))
    nearly = Level(code="nearly", test=Within(column=column.name, edits=2, shortest=6))
    levels = {
        Kind.NAME: (same, near, nearly),
        Kind.WORDS: (same, near, nearly, Level(code="words", test=Overlap(column=f"{column.name}_words"))),
        Kind.DATE: (same, near, nearly),
        Kind.CODE: (same, near, nearly),
        Kind.CHOICE: (same,),
    }
    return Field(name=column.name, known=column.name, levels=levels[column.kind])


def _prepared(table: pa.Table, columns: Sequence[Column]) -> Iterator[pa.RecordBatch]:
    schema, start = schema_of(columns), 0
    for batch in table.to_batches(max_chunksize=20_000):
        rows = [_row(start + offset, row, columns) for offset, row in enumerate(batch.to_pylist())]
        start += len(rows)
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def _row(number: int, row: Mapping[str, Any], columns: Sequence[Column]) -> dict[str, Any]:
    values = {column.name: _NO_WORD.sub(" ", fold(str(row[column.name] or ""))).strip() for column in columns}
    prepared: dict[str, Any] = {"n": number, "telling": "", "codes": None}
    for column in columns:
        prepared[column.name] = values[column.name] or None
        if column.kind is Kind.WORDS:
            prepared[f"{column.name}_words"] = values[column.name].split() or None
    prepared["blocks"] = list(_keys(values, [column.name for column in columns if column.blocks])) or None
    return prepared


def _keys(values: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    known = [(name, values[name]) for name in names if values[name]]
    for (one, left), (other, right) in itertools.combinations(known, 2):
        yield f"{one}={left}&{other}={right}"
