"""The address of a Spark cluster comes in; a scorer that works there, with the weights estimated here, goes out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from nhipcau.compute.linkage import Scorer
from nhipcau.compute.model import Model, in_dialect
from nhipcau.compute.organisations import MODEL
from nhipcau.compute.scoring import scored, wanted
from nhipcau.facts.errors import Unavailable

_PARTITIONS: Final = 8


@contextmanager
def on_spark(address: str, *, model: Model = MODEL, options: Mapping[str, str] | None = None) -> Iterator[Scorer]:
    """Open a session on a cluster; raises ``Unavailable`` where Spark is missing or the cluster does not answer."""
    with spark_session(address, options or {}) as session:
        yield scorer(session, model)


@contextmanager
def spark_session(address: str, options: Mapping[str, str]) -> Iterator[Any]:
    """Open a session on a cluster and close it; raises ``Unavailable`` as above."""
    # Heavy and wanted by few: loaded only where a cluster is named.
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 -- optional extra
    except ImportError as missing:
        raise Unavailable("error.spark-missing") from missing
    builder = SparkSession.builder.master(address).appName("nhipcau")
    for name, value in {**_OPTIONS, **options}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as failed:
        raise Unavailable("error.spark-failed", address=address) from failed
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield session
    finally:
        session.stop()


_OPTIONS: Final[Mapping[str, str]] = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": str(_PARTITIONS),
    "spark.default.parallelism": str(_PARTITIONS),
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.showConsoleProgress": "false",
}


def scorer(session: Any, model: Model) -> Callable[[duckdb.DuckDBPyConnection, str, Mapping[str, Any]], pa.Table]:
    """Return a scorer that hands the records over as Parquet and takes the pairs back."""

    def score(connection: duckdb.DuckDBPyConnection, table: str, settings: Mapping[str, Any]) -> pa.Table:
        from splink import SparkAPI  # noqa: PLC0415 -- imports pyspark

        with tempfile.TemporaryDirectory(prefix="nhipcau-") as folder:
            records = Path(folder) / "records.parquet"
            connection.execute(f"COPY {table} TO '{records.as_posix()}' (FORMAT parquet)")
            # Splink leaves its constructor untyped.
            api = SparkAPI(  # type: ignore[no-untyped-call]
                spark_session=session,
                break_lineage_method="persist",
                num_partitions_on_repartition=_PARTITIONS,
                register_udfs_automatically=False,
            )
            frame = scored(api, session.read.parquet(str(records)), in_dialect(settings, model, "spark"))
            return _ordered(frame.as_spark_dataframe().toArrow())

    return score


def _ordered(pairs: pa.Table) -> pa.Table:
    with duckdb.connect() as connection:
        connection.register("pairs", pairs)
        return connection.sql(wanted("pairs", pairs.column_names)).to_arrow_table()
