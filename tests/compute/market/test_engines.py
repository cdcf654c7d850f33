from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from benchmarks.match_listings import needs, offers
from nhipcau.compute.market.engines import Engine, on_duckdb, on_sail, on_spark
from nhipcau.compute.market.index import MarketIndex
from nhipcau.engine.match.query import Item, Query
from tests.compute.market.drawn import found, items, query, seeded

OFFERS, NEEDS = 100_000, 30
# Threads of this process, and nothing of it to be reached from outside.
LOOPBACK = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.memory": "2g"}

cluster = [pytest.mark.spark, pytest.mark.timeout(900), pytest.mark.filterwarnings("default")]


@contextmanager
def spark(market: Iterable[Item]) -> Iterator[Engine]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with on_spark(market, "local[2]", LOOPBACK) as engine:
            yield engine


@contextmanager
def sail(market: Iterable[Item]) -> Iterator[Engine]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with on_sail(market) as engine:
            yield engine


@pytest.fixture(scope="module")
def market() -> list[Item]:
    return list(offers(OFFERS))


@pytest.fixture(params=[on_duckdb, pytest.param(sail, marks=cluster), pytest.param(spark, marks=cluster)])
def engine(request: pytest.FixtureRequest, market: list[Item]) -> Iterator[Engine]:
    opened: AbstractContextManager[Engine] = request.param(market)
    with opened as engine:
        yield engine


def test_the_lists_of_a_hundred_thousand_offers_are_those_of_the_index(engine: Engine, market: list[Item]) -> None:
    asked = list(needs(NEEDS))
    lists = engine(asked)
    assert lists == list(MarketIndex.build(market).search_many(asked))
    assert sum(len(matches) for matches, _ in lists) > NEEDS
    assert sum(len(near) for _, near in lists) > NEEDS


def test_a_database_finds_what_the_definition_finds() -> None:
    for seed in range(3):
        chance = seeded(seed)
        crowd = items(chance, 200)
        asked = [query(chance) for _ in range(60)]
        with on_duckdb(crowd) as ask:
            assert ask(asked) == [found(one, crowd) for one in asked]


def test_a_database_answers_one_batch_after_the_other() -> None:
    chance = seeded(9)
    crowd = items(chance, 50)
    first, second = ([query(chance) for _ in range(5)] for _ in range(2))
    with on_duckdb(crowd) as ask:
        ask(first)
        assert ask(second) == [found(one, crowd) for one in second]


def test_nothing_asked_of_nobody_is_no_list() -> None:
    asked = Query(id="N1", kind=items(seeded(1), 1)[0].kind, slots=())
    with on_duckdb([]) as ask:
        assert ask([]) == []
        assert ask([asked]) == [([], [])]


def test_an_id_that_comes_twice_is_refused() -> None:
    (once,) = items(seeded(1), 1)
    with pytest.raises(ValueError, match=once.id), on_duckdb([once, once]):
        pass
