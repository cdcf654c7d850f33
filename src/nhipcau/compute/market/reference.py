"""A dialect comes in; one statement that ranks a market for many queries, the same in any that Ibis speaks, goes out.

It says in the words of a database what ``engine.match.query.hit`` says of one item and one query. Whole numbers alone
are added and compared, so that every engine gives one list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from nhipcau.compute.market.asked_tables import ASKED, MARKET


def statement(dialect: str) -> str:
    """Return the ranking over the tables of ``asked_tables`` in the words of ``duckdb`` or ``pyspark``.

    The statement, not a connection, is what Ibis gives: so it needs neither pandas nor a say in which releases of the
    engines are used.
    """
    tables = {
        name: ibis.table({column: _KINDS[str(kind)] for column, kind in columns.items()}, name=name)
        for name, columns in {**MARKET, **ASKED}.items()
    }
    return str(ibis.to_sql(ranking(tables), dialect=dialect))


_KINDS: Final = {"string": "string", "int64": "int64", "bool": "boolean"}


def ranking(tables: Mapping[str, Table]) -> Table:
    """Return query, item, points and near, each query's matches and near misses apart, ``rank`` counting from 0."""
    candidates = _candidates(tables)
    judged = _gains(candidates, tables)
    scored = (
        candidates.join(tables["items"].select("item", "boost"), "item")
        .left_join(judged, ["query", "item"])
        .select(
            "query",
            "item",
            points=ibis._.topic + ibis._.boost + ibis._.gain.fill_null(0),
            near=ibis._.failed.fill_null(0) > 0,
        )
    )
    order = ibis.window(group_by=["query", "near"], order_by=[ibis.desc("points"), ibis.asc("item")])
    ranked = scored.mutate(rank=ibis.row_number().over(order)).join(
        tables["queries"].select("query", "top", "top_near"), "query"
    )
    wanted = ranked.filter(ibis._.rank < ibis.ifelse(ibis._.near, ibis._.top_near, ibis._.top))
    return wanted.select("query", "near", "rank", "item", "points")


def _candidates(tables: Mapping[str, Table]) -> Table:
    """Return query, item and topic: the best alternative of each slot, and as much as the floor altogether."""
    queries = tables["queries"]
    asked = tables["slots"].join(queries.select("query", "kind"), "query")
    best = (
        asked.join(tables["postings"], ["term", "kind"])
        .group_by("query", "slot", "item")
        .agg(topic=ibis._.points.max())
        .select("query", "item", "topic")
    )
    # Where nothing is asked for, an item without any of it is a candidate as well.
    everybody = (
        queries.filter(ibis._.floor <= 0)
        .join(tables["items"].select("item", "kind"), "kind")
        .select("query", "item", topic=ibis.literal(0, "int64"))
    )
    topics = best.union(everybody).group_by("query", "item").agg(topic=ibis._.topic.sum())
    return (
        topics.join(queries.select("query", "floor"), "query")
        .filter(ibis._.topic >= ibis._.floor)
        .select("query", "item", "topic")
    )


def _gains(candidates: Table, tables: Mapping[str, Table]) -> Table:
    """Return by query and item what its limits give, and how many musts are unmet."""
    pairs = candidates.select("query", "item")
    judged = _by_figure(pairs, tables).union(_by_member(pairs, tables))
    return judged.group_by("query", "item").agg(gain=ibis._.gain.sum(), failed=ibis._.failed.sum())


def _by_figure(pairs: Table, tables: Mapping[str, Table]) -> Table:
    asked = pairs.join(tables["figure_limits"], "query")
    stated = asked.left_join(tables["figures"], ["item", "column"])
    return _judged(stated, known=ibis._.value.notnull(), met=ibis._.value.between(ibis._.low, ibis._.high))


def _by_member(pairs: Table, tables: Mapping[str, Table]) -> Table:
    has = tables["wanted"].join(tables["members"], "member").select("query", "limit", "item").distinct()
    asked = pairs.join(tables["member_limits"], "query")
    stated = tables["stated"].mutate(known=ibis.literal(1, "int64"))
    held = asked.left_join(stated, ["item", "property"]).drop("item_right", "property_right")
    held = held.left_join(has.mutate(has=ibis.literal(1, "int64")), ["query", "limit", "item"])
    return _judged(held, known=ibis._.known.notnull(), met=ibis._.has.notnull() != ibis._.without)


def _judged(asked: Table, *, known: BooleanValue, met: BooleanValue) -> Table:
    gain: IntegerValue = ibis.cases((~known, ibis._.not_stated), (met, ibis._.met), else_=ibis._.unmet)
    failed = ibis.cases((known & ~met & ibis._.must, ibis.literal(1, "int64")), else_=ibis.literal(0, "int64"))
    return asked.select("query", "item", gain=gain, failed=failed)
