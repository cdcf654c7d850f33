from __future__ import annotations

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Run

TABLE = """id,name,acronym,place
1,Chungbuk Technopark,,
2,충북테크노파크,,
3,Chungnam Technopark,,
4,Công ty TNHH Cơ khí Minh Phát,,
5,Công ty Cổ phần Cơ khí Minh Phát,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "bodies.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def _clusters(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["cluster"] for row in csv.DictReader(lines)}


def test_one_body_in_two_languages_gets_one_cluster_and_its_look_alike_another(run: Run, table: Path) -> None:
    to, review = table.with_name("clusters.csv"), table.with_name("review.csv")
    ran = run("resolve", table, "--to", to, "--review", review)
    assert ran.code == 0
    assert _clusters(to) == {"1": "1", "2": "1", "3": "3", "4": "4", "5": "5"}
    with review.open(encoding="utf-8", newline="") as lines:
        assert [(row["left"], row["right"]) for row in csv.DictReader(lines)] == [("4", "5")]


def test_clusters_may_be_written_as_parquet(run: Run, table: Path) -> None:
    to = table.with_name("clusters.parquet")
    assert run("resolve", table, "--to", to).code == 0
    assert pq.read_table(to).column_names == ["id", "cluster"]


def test_files_of_another_encoding_and_separator_are_read(run: Run, tmp_path: Path) -> None:
    korean = tmp_path / "korean.csv"
    korean.write_bytes("id;name\n1;충북테크노파크\n2;충남테크노파크\n3;충북 테크노파크\n".encode("cp949"))
    to = tmp_path / "clusters.csv"
    assert run("resolve", korean, "--to", to).code == 0
    assert _clusters(to) == {"1": "1", "2": "2", "3": "1"}


def test_several_files_are_linked_together(run: Run, table: Path) -> None:
    more = table.with_name("more.csv")
    more.write_text("name,id\nChungbuk Techno Park,9\n", encoding="utf-8")
    to = table.with_name("clusters.csv")
    assert run("resolve", table, more, "--to", to).code == 0
    assert _clusters(to)["9"] == "1"


def test_a_table_without_records_gives_none(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("id,name\n", encoding="utf-8")
    to = tmp_path / "clusters.csv"
    assert run("resolve", empty, "--to", to).code == 0
    assert _clusters(to) == {}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bodies.csv", "id,title\n1,x\n", "lacks these columns: name"),
        ("bodies.csv", "id,name\n1,x\n1,y\n", "stands 2 times"),
        ("bodies.parquet", "no parquet", "cannot be read"),
        ("bodies.docx", "id,name\n", "neither a csv nor a Parquet file"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    ran = run("resolve", path, "--to", tmp_path / "clusters.csv")
    assert ran.code == 1
    assert said in ran.err
    assert not (tmp_path / "clusters.csv").exists()


def test_crossed_thresholds_are_refused(run: Run, table: Path) -> None:
    ran = run("resolve", table, "--to", table.with_name("c.csv"), "--link", "0.6", "--doubt", "0.8")
    assert "above the one for links" in ran.err


def test_the_outcome_is_written_to_a_known_kind_only(run: Run, table: Path) -> None:
    ran = run("resolve", table, "--to", table.with_name("clusters.xls"))
    assert ran.code == 1
    assert "neither a csv nor a Parquet file" in ran.err
