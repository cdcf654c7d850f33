from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_tags_a_text(run: Run) -> None:
    ran = run("language", "tag", "Xưởng ép nhựa, không nhận mạ kẽm", "--language", "vi", "--json")
    found = {tag["concept"]: tag for tag in json.loads(ran.out)}

    assert ran.code == 0
    assert found["injection-moulding"]["denied"] is False
    assert found["zinc-plating"]["denied"] is True


def test_tags_a_file_and_prints_labels_of_the_reader(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "listing.txt"
    file.write_text("사출 성형 전문", encoding="utf-8")
    ran = run("--language", "vi", "language", "tag", f"@{file}")
    assert "injection-moulding" in ran.out
    assert "사출 성형" in ran.out


def test_says_when_a_text_names_nothing(run: Run) -> None:
    assert run("language", "tag", "zzz").out.strip() == "Nothing found."


@pytest.mark.parametrize("typed", ["ép nh", "사출", "injection moul", "injection-moulding"])
def test_looks_concepts_up_by_any_label(run: Run, typed: str) -> None:
    assert "injection-moulding" in run("language", "concepts", typed).out


def test_looks_up_within_a_facet(run: Run) -> None:
    found = json.loads(run("language", "concepts", "zinc", "--facet", "material", "--json").out)
    assert found
    assert {one["facet"] for one in found} == {"material"}
    assert all(set(one["labels"]) == {"vi", "ko", "en"} for one in found)


def test_a_facet_that_does_not_exist_is_refused(run: Run) -> None:
    ran = run("language", "concepts", "zinc", "--facet", "colour")
    assert ran.code == 1
    assert "colour" in ran.err


def test_trains_a_space_from_a_file(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "lines.tsv"
    rows = (f"máy {number % 7} {number}\t기계 {number % 7}호\tmachine {number % 5}" for number in range(100, 130))
    lines.write_text("vi\tko\ten\n" + "\n".join(rows) + "\n", encoding="utf-8")

    ran = run("language", "train", lines, "--to", tmp_path / "own.npz", "--alone")
    assert ran.code == 0
    assert (tmp_path / "own.npz").stat().st_size > 0
    assert "30" in ran.out


def test_too_few_lines_to_train_from_are_refused(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "lines.tsv"
    lines.write_text("vi\tko\ten\nNgựa\t말\tHorses\n", encoding="utf-8")
    ran = run("language", "train", lines, "--to", tmp_path / "own.npz", "--alone")
    assert ran.code == 1
    assert not (tmp_path / "own.npz").exists()
