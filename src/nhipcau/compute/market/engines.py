"""An engine is named; what answers batches of queries there, with the lists of every other engine, goes out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from nhipcau.compute.market.asked_tables import asked_tables, market_tables
from nhipcau.compute.spark import spark_session
from nhipcau.engine.match.query import Hit, Item, Query
from nhipcau.facts.errors import Unavailable

Lists: TypeAlias = tuple[list[Hit], list[Hit]]


class Engine(Protocol):
    """A database that holds a market; it is asked in batches."""

    def __call__(self, queries: Sequence[Query], /) -> list[Lists]:
        """Return the matches and the near misses of each query, the best first."""
        ...


@contextmanager
def on_duckdb(items: Iterable[Item]) -> Iterator[Engine]:
    """Hold the items in DuckDB, in this process."""
    with duckdb.connect() as connection:
        for name, table in market_tables(items).items():
            connection.register("rows", table)
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM rows')
            connection.unregister("rows")

        def run(statement: str, asked: Mapping[str, pa.Table]) -> pa.Table:
            for name, table in asked.items():
                connection.register(name, table)
            return connection.sql(statement).to_arrow_table()

        yield _engine("duckdb", run)


@contextmanager
def on_spark(items: Iterable[Item], address: str, options: Mapping[str, str] | None = None) -> Iterator[Engine]:
    """Hold the items on a Spark cluster; raises ``Unavailable`` where there is none."""
    with spark_session(address, options or {}) as session, _held(session, items) as engine:
        yield engine


@contextmanager
def on_sail(items: Iterable[Item]) -> Iterator[Engine]:
    """Hold the items in Sail, which speaks Spark's language without a Java runtime; it runs in this process.

    Raises ``Unavailable`` where it is not installed.
    """
    try:
        from pysail.spark import SparkConnectServer  # noqa: PLC0415 -- optional extra
        from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415 -- optional extra
    except ImportError as missing:
        raise Unavailable("error.spark-missing") from missing
    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start()
    try:
        _, port = server.listening_address
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").create()
        try:
            with _held(session, items) as engine:
                yield engine
        finally:
            session.stop()
    finally:
        server.stop()


@contextmanager
def _held(session: Any, items: Iterable[Item]) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory(prefix="nhipcau-") as folder:

        def show(tables: Mapping[str, pa.Table]) -> None:
            for name, table in tables.items():
                file = Path(folder) / f"{name}.parquet"
                file.unlink(missing_ok=True)
                pq.write_table(table, file)
                session.read.parquet(file.as_posix()).createOrReplaceTempView(name)

        def run(statement: str, asked: Mapping[str, pa.Table]) -> pa.Table:
            show(asked)
            return session.sql(statement).toArrow()

        show(market_tables(items))
        yield _engine("pyspark", run)


def _engine(dialect: str, run: Callable[[str, Mapping[str, pa.Table]], pa.Table]) -> Engine:
    try:
        from nhipcau.compute.market.reference import statement  # noqa: PLC0415 -- Ibis is an optional extra
    except ImportError as missing:
        raise Unavailable("error.spark-missing") from missing
    said = statement(dialect)

    def answer(queries: Sequence[Query], /) -> list[Lists]:
        return _lists(run(said, asked_tables(queries)), len(queries))

    return answer


def _lists(found: pa.Table, count: int) -> list[Lists]:
    lists: list[Lists] = [([], []) for _ in range(count)]
    for row in found.sort_by([("query", "ascending"), ("rank", "ascending")]).to_pylist():
        hit = Hit(id=row["item"], points=row["points"], near=row["near"])
        lists[row["query"]][hit.near].append(hit)
    return lists
