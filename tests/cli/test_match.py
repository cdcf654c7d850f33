from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Run

NEED: Final[Mapping[str, object]] = {
    "id": "N1",
    "kind": "product",
    "language": "ko",
    "text": "자동차 소형 사출물 협력사를 찾습니다",
    "place": None,
    "requirements": [{"property": "certificate", "op": "has", "value": "ISO 9001", "must": True}],
}
OFFERS: Final[Sequence[Mapping[str, object]]] = [
    {
        "id": "O1",
        "kind": "product",
        "language": "vi",
        "text": "Xưởng ép nhựa chi tiết nhỏ",
        "place": "Bắc Ninh",
        "attributes": [{"property": "certificate", "value": "IATF 16949"}],
    },
    {
        "id": "O2",
        "kind": "product",
        "language": "en",
        "text": "Injection moulding, not yet ISO 9001",
        "place": None,
        "attributes": [],
    },
    {"id": "O3", "kind": "site", "language": "en", "text": "Ready-built factory", "place": None, "attributes": []},
]


def lines(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def needs(tmp_path: Path) -> Path:
    return lines(tmp_path / "needs.jsonl", [NEED])


@pytest.fixture
def offers(tmp_path: Path) -> Path:
    return lines(tmp_path / "offers.jsonl", OFFERS)


def test_matches_are_written_with_their_reasons_and_near_misses_are_marked(
    run: Run, needs: Path, offers: Path, tmp_path: Path
) -> None:
    to = tmp_path / "matches.jsonl"
    assert run("match", needs, offers, "--to", to).code == 0
    rows = [json.loads(line) for line in to.read_text(encoding="utf-8").splitlines()]
    assert [(row["offer"], row["near"], row["unmet"]) for row in rows] == [
        ("O1", False, []),
        ("O2", True, ["certificate"]),
    ]
    assert rows[0]["score"] > rows[1]["score"]
    assert all(row["reasons"] for row in rows)


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_tables_hold_the_same_pairs(run: Run, needs: Path, offers: Path, tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"matches{ending}"
    assert run("match", needs, offers, "--to", to, "--top", 5, "--no-wording").code == 0
    if ending == ".csv":
        with to.open(encoding="utf-8-sig", newline="") as table:
            pairs = [row["offer"] for row in csv.DictReader(table)]
    else:
        pairs = pq.read_table(to)["offer"].to_pylist()
    assert pairs == ["O1", "O2"]


def test_a_table_of_needs_is_read_with_its_requirements_as_json(run: Run, offers: Path, tmp_path: Path) -> None:
    table = tmp_path / "needs.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ["id", "kind", "text", "requirements"])
        writer.writeheader()
        writer.writerow(
            {**{key: NEED[key] for key in ("id", "kind", "text")}, "requirements": json.dumps(NEED["requirements"])}
        )
    to = tmp_path / "matches.jsonl"
    assert run("match", table, offers, "--to", to).code == 0
    assert [json.loads(line)["offer"] for line in to.read_text(encoding="utf-8").splitlines()] == ["O1", "O2"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "Line 2"),
        ("[1]", "Line 2"),
        ('{"kind": "product", "text": "x"}', "no id"),
        ('{"id": "a", "kind": "dream", "text": "x"}', "unknown kind"),
        ('{"id": "O1", "kind": "site", "text": "x"}', "second time"),
        ('{"id": "a", "kind": "site", "text": "x", "attributes": [3]}', "attributes"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_nothing_is_written(
    run: Run, needs: Path, tmp_path: Path, line: str, said: str
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text(json.dumps(OFFERS[0]) + "\n" + line + "\n", encoding="utf-8")
    to = tmp_path / "matches.jsonl"
    ran = run("match", needs, broken, "--to", to)
    assert ran.code != 0
    assert said in ran.err
    assert not to.exists()


def test_a_file_of_another_kind_is_refused(run: Run, needs: Path, offers: Path, tmp_path: Path) -> None:
    assert run("match", needs, offers, "--to", tmp_path / "matches.docx").code != 0


def test_no_cell_of_a_table_is_run_as_a_formula(run: Run, needs: Path, tmp_path: Path) -> None:
    offers = lines(tmp_path / "offers.jsonl", [{**OFFERS[0], "id": "=cmd|' /C calc'!A0"}, {**OFFERS[1], "id": "-1+1"}])
    to = tmp_path / "matches.csv"
    assert run("match", needs, offers, "--to", to, "--no-wording").code == 0
    with to.open(encoding="utf-8-sig", newline="") as table:
        assert {row["offer"][:2] for row in csv.DictReader(table)} == {"'=", "'-"}
