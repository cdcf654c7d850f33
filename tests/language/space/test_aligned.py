from __future__ import annotations

from pathlib import Path

import pytest

from nhipcau.facts.errors import BadInput
from nhipcau.language.space.aligned import aligned


def written(folder: Path, text: str) -> Path:
    file = folder / "lines.tsv"
    file.write_text(text, encoding="utf-8")
    return file


def test_columns_are_known_by_their_heads(tmp_path: Path) -> None:
    file = written(tmp_path, "hs6\tko\ten\tvi\n0101\t말\tHorses\tNgựa\n")
    assert aligned(file) == (("Ngựa", "말", "Horses"),)


def test_without_heads_the_order_is_vietnamese_korean_english(tmp_path: Path) -> None:
    assert aligned(written(tmp_path, "Ngựa\t말\tHorses\n")) == (("Ngựa", "말", "Horses"),)


def test_a_cell_may_be_empty_but_one_language_alone_says_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, "vi\tko\ten\nNgựa\t\tHorses\nLừa\t\t\n\n")
    assert aligned(file) == (("Ngựa", "", "Horses"),)


def test_takes_one_half(tmp_path: Path) -> None:
    file = written(tmp_path, "half\tvi\tko\ten\nlearn\tNgựa\t말\tHorses\ntest\tLừa\t당나귀\tAsses\n")
    assert aligned(file, "learn") == (("Ngựa", "말", "Horses"),)


def test_a_half_that_the_file_does_not_tell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        aligned(written(tmp_path, "vi\tko\ten\nNgựa\t말\tHorses\n"), "learn")
    assert refused.value.code == "error.no-half"


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        aligned(written(tmp_path, "vi\tko\ten\n" + "x" * 30_000 + "\tb\tc\n"))
    assert refused.value.code == "error.not-aligned-lines"


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    assert aligned(written(tmp_path, "")) == ()
