"""Items and queries come in; the tables that a database answers from, as Arrow has them, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final, TypeAlias

import pyarrow as pa

from nhipcau.compute.market.gathered import WHOLE, bounded
from nhipcau.engine.match.query import FigureLimit, Item, MemberLimit, Query

Row: TypeAlias = tuple[Any, ...]
_AT_A_TIME: Final = 20_000
_GAINS: Final = {"must": pa.bool_(), "met": pa.int64(), "unmet": pa.int64(), "not_stated": pa.int64()}
# By table, its columns.
MARKET: Final[Mapping[str, Mapping[str, pa.DataType]]] = {
    "items": {"item": pa.string(), "kind": pa.string(), "boost": pa.int64()},
    "postings": {"item": pa.string(), "kind": pa.string(), "term": pa.string()},
    "figures": {"item": pa.string(), "column": pa.string(), "value": pa.int64()},
    "members": {"item": pa.string(), "member": pa.string()},
    "stated": {"item": pa.string(), "property": pa.string()},
}
ASKED: Final[Mapping[str, Mapping[str, pa.DataType]]] = {
    "queries": {
        "query": pa.int64(),
        "kind": pa.string(),
        "floor": pa.int64(),
        "top": pa.int64(),
        "top_near": pa.int64(),
    },
    "slots": {"query": pa.int64(), "slot": pa.int64(), "term": pa.string(), "points": pa.int64()},
    "figure_limits": {
        "query": pa.int64(),
        "limit": pa.int64(),
        "column": pa.string(),
        "low": pa.int64(),
        "high": pa.int64(),
        **_GAINS,
    },
    "member_limits": {
        "query": pa.int64(),
        "limit": pa.int64(),
        "property": pa.string(),
        "without": pa.bool_(),
        **_GAINS,
    },
    "wanted": {"query": pa.int64(), "limit": pa.int64(), "member": pa.string()},
}


def market_tables(items: Iterable[Item]) -> dict[str, pa.Table]:
    """Return what is known of the items, which may come from a stream; raises ``ValueError`` when an id comes twice."""
    waiting, seen = iter(items), set[str]()
    parts: dict[str, list[pa.Table]] = {name: [_table([], columns)] for name, columns in MARKET.items()}
    while some := list(islice(waiting, _AT_A_TIME)):
        for item in some:
            if item.id in seen:
                raise ValueError(item.id)
            seen.add(item.id)
        for name, rows in _rows(some).items():
            parts[name].append(_table(rows, MARKET[name]))
    return {name: pa.concat_tables(tables) for name, tables in parts.items()}


def _rows(items: Iterable[Item]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in MARKET}
    for item in items:
        rows["items"].append((item.id, item.kind, item.boost))
        rows["postings"] += [(item.id, item.kind, term) for term in item.terms]
        rows["figures"] += [(item.id, column, bounded(value)) for column, value in item.figures.items()]
        rows["members"] += [(item.id, member) for member in item.members]
        rows["stated"] += [(item.id, name) for name in item.stated]
    return rows


def asked_tables(queries: Iterable[Query]) -> dict[str, pa.Table]:
    """Return what the queries ask; a query goes by its place among them."""
    rows: dict[str, list[Row]] = {name: [] for name in ASKED}
    for number, query in enumerate(queries):
        rows["queries"].append((number, query.kind, query.floor, query.top, query.top_near))
        rows["slots"] += [
            (number, place, term, points)
            for place, slot in enumerate(query.slots)
            for term, points in slot.alternatives
        ]
        for place, limit in enumerate(query.limits):
            gains = (limit.must, limit.met, limit.unmet, limit.not_stated)
            match limit:
                case FigureLimit(column=column, at_least=least, at_most=most):
                    bounds = (-WHOLE if least is None else bounded(least), WHOLE if most is None else bounded(most))
                    rows["figure_limits"].append((number, place, column, *bounds, *gains))
                case MemberLimit(property=name, any_of=members, without=without):
                    rows["member_limits"].append((number, place, name, without, *gains))
                    rows["wanted"] += [(number, place, member) for member in members]
    return {name: _table(rows[name], columns) for name, columns in ASKED.items()}


def _table(rows: list[Row], columns: Mapping[str, pa.DataType]) -> pa.Table:
    by_column = zip(*rows, strict=True) if rows else ((),) * len(columns)
    arrays = [pa.array(values, kind) for values, kind in zip(by_column, columns.values(), strict=True)]
    return pa.table(arrays, names=list(columns))
