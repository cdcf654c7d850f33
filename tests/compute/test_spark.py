from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest

from benchmarks.register import register
from nhipcau.compute.linkage import link, workbench
from nhipcau.compute.organisations import MODEL, filled
from nhipcau.compute.spark import on_spark
from nhipcau.facts.record import Bands

RECORDS = 100_000
# Two worker processes of one core on this machine, and nothing of it to be reached from outside.
CLUSTER = "local-cluster[2,1,2048]"
LOOPBACK = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.memory": "2g"}

pytestmark = [pytest.mark.spark, pytest.mark.timeout(900), pytest.mark.filterwarnings("default")]


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def test_a_cluster_of_two_workers_finds_the_same_clusters_as_duckdb() -> None:
    bands = Bands()
    with workbench() as connection:
        count = filled(connection, register(records=RECORDS, duplicates=0.1, seed=7))
        here = link(connection, count, MODEL, bands)
        with on_spark(CLUSTER, options=LOOPBACK) as score:
            there = link(connection, count, MODEL, bands, score=score)
    assert count == RECORDS
    assert here.pairs.num_rows == there.pairs.num_rows
    assert len(here.clusters.cut) == len(there.clusters.cut)
    roots = [here.clusters.root(number) for number in range(count)]
    assert roots == [there.clusters.root(number) for number in range(count)]
    assert len(set(roots)) < count
