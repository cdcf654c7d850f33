from __future__ import annotations

import math
from collections.abc import Iterator

import duckdb
import pytest

from benchmarks.register import register
from nhipcau.compute.linkage import Linked, workbench
from nhipcau.compute.organisations import clusters_table, linked_organisations, review_table
from nhipcau.compute.tables import COLUMNS
from nhipcau.engine.resolve.fields import ORGANISATION
from nhipcau.facts.record import Bands

RECORDS = 4_000
FIELDS = {field.name for field in ORGANISATION}
Batch = dict[str, list[str | None]]


def _batch(*rows: dict[str, str]) -> Batch:
    return {name: [row.get(name) for row in rows] for name in COLUMNS}


@pytest.fixture(scope="module")
def bench() -> Iterator[tuple[duckdb.DuckDBPyConnection, Linked]]:
    with workbench() as connection:
        yield connection, linked_organisations(connection, register(records=RECORDS, duplicates=0.2, seed=7), Bands())


def test_every_record_is_in_one_cluster(bench: tuple[duckdb.DuckDBPyConnection, Linked]) -> None:
    table = clusters_table(*bench)
    assert table.num_rows == RECORDS
    assert set(table["cluster"].to_pylist()) < set(table["id"].to_pylist())


def test_no_cluster_holds_two_identifiers_of_one_scheme(bench: tuple[duckdb.DuckDBPyConnection, Linked]) -> None:
    connection, linked = bench
    codes: dict[tuple[int, str], set[str]] = {}
    for number, carried in connection.execute("SELECT n, codes FROM records WHERE codes IS NOT NULL").fetchall():
        for scheme, value in (code.split(":", 1) for code in carried):
            codes.setdefault((linked.clusters.root(number), scheme), set()).add(value)
    assert max(len(values) for values in codes.values()) == 1


def test_doubtful_pairs_are_open_and_say_why(bench: tuple[duckdb.DuckDBPyConnection, Linked]) -> None:
    doubtful, bands = review_table(*bench, Bands()).to_pylist(), Bands()
    cluster = dict(zip(*(clusters_table(*bench)[name].to_pylist() for name in ("id", "cluster")), strict=True))
    assert doubtful
    assert all(cluster[pair["left"]] != cluster[pair["right"]] for pair in doubtful)
    assert all(pair["score"] >= bands.review and pair["reasons"].split()[0] in FIELDS for pair in doubtful)


def test_the_weights_of_a_pair_add_up(bench: tuple[duckdb.DuckDBPyConnection, Linked]) -> None:
    pairs = bench[1].pairs.to_pylist()
    base = {
        round(pair["weight"] - sum(value for name, value in pair.items() if name.startswith("mw_")), 4)
        for pair in pairs
    }
    assert len(base) == 1


def test_a_run_over_the_same_records_gives_the_same_clusters(bench: tuple[duckdb.DuckDBPyConnection, Linked]) -> None:
    with workbench() as connection:
        again = linked_organisations(connection, register(records=RECORDS, duplicates=0.2, seed=7), Bands())
        assert clusters_table(connection, again).equals(clusters_table(*bench))


def test_what_a_person_told_apart_stays_apart() -> None:
    rows = _batch({"id": "1", "name": "Chungbuk Technopark"}, {"id": "2", "name": "충북테크노파크"})
    with workbench() as connection:
        linked = linked_organisations(connection, [rows], Bands(), apart=[(0, 1)])
        assert clusters_table(connection, linked)["cluster"].to_pylist() == ["1", "2"]


def test_thousands_of_one_name_are_neither_linked_nor_compared_with_one_another() -> None:
    row = {"name": "Công ty TNHH Thương mại Minh Phát", "place": "Hà Nội"}
    rows = _batch(*({**row, "id": str(number), "phone": f"0243{7_000_000 + number}"} for number in range(3_000)))
    with workbench() as connection:
        linked = linked_organisations(connection, [rows], Bands())
        assert linked.pairs.num_rows == 0
        assert len({linked.clusters.root(number) for number in range(3_000)}) == 3_000


def test_one_firm_thousands_of_times_is_one_firm() -> None:
    row = {"name": "Công ty TNHH Nhựa Minh Phát", "identifier": "0100112437", "phone": "02437654321", "country": "VN"}
    rows = _batch(*({**row, "id": str(number), "address": "12 Láng, Hà Nội"} for number in range(3_000)))
    with workbench() as connection:
        linked = linked_organisations(connection, [rows], Bands())
        assert {linked.clusters.root(number) for number in range(3_000)} == {0}


def test_strange_cells_harm_nothing() -> None:
    strange = ["", "\u202e\u202d", "a" * 5_000, "'; DROP TABLE records; --", '"', "\x01\x02", "🏭" * 40, "=1+1"]
    rows = _batch(
        *(
            {"id": str(n), "name": cell, "address": cell, "phone": cell, "people": cell}
            for n, cell in enumerate(strange)
        )
    )
    with workbench() as connection:
        linked = linked_organisations(connection, [rows], Bands())
        assert clusters_table(connection, linked).num_rows == len(strange)
        assert not math.isnan(sum(linked.pairs["weight"].to_pylist()))
