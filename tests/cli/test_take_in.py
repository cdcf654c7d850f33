from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nhipcau import wiring
from nhipcau.cli.file_bytes import file_bytes
from nhipcau.store.models import DocumentRow, DraftRow
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db


def test_takes_documents_in_as_drafts_that_nobody_confirmed(run: Run, article: Path) -> None:
    ran = run("import", article, "--published", "2021-11-27", "--address", "https://example.org/a")
    assert ran.code == 0
    assert "Files: 1. New: 1. Already known: 0." in ran.out
    (document,) = DocumentRow.objects.all()
    assert (document.file_name, document.published, document.address) == (
        "seed_007.txt",
        "2021-11-27",
        "https://example.org/a",
    )
    assert [draft.state for draft in DraftRow.objects.all()] == ["open"]


def test_typed_again_stores_nothing_twice(run: Run, article: Path) -> None:
    first = json.loads(run("import", article, "--json").out)
    again = json.loads(run("import", article, "--json").out)
    assert (first[0]["known"], again[0]["known"]) == (False, True)
    assert first[0]["document"] == again[0]["document"]
    assert DocumentRow.objects.count() == 1


def test_a_refused_file_does_not_keep_the_others_out(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = run("import", tmp_path, "--json")
    assert ran.code == 3
    assert [one.get("refused", "taken") for one in json.loads(ran.out)] == ["error.file-empty", "taken"]
    assert DocumentRow.objects.count() == 1


def test_an_import_that_was_cut_short_goes_on_where_it_stopped(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zz.txt").write_text("Một bài khác, không có gì được ký.", encoding="utf-8")
    office = wiring.office()
    monkeypatch.setattr("nhipcau.cli.take_in.file_bytes", _killed_at("zz.txt", file_bytes))
    assert run("import", tmp_path).code == 130
    assert [row.file_name for row in DocumentRow.objects.all()] == ["seed_007.txt"]
    monkeypatch.undo()
    assert office.limits.largest_upload > 0
    assert "Files: 2. New: 1. Already known: 1." in run("import", tmp_path).out


def _killed_at(name: str, real: Callable[[Path, int], bytes]) -> Callable[[Path, int], bytes]:
    def bytes_of(path: Path, limit: int) -> bytes:
        if path.name == name:
            raise KeyboardInterrupt
        return real(path, limit)

    return bytes_of


def test_a_malformed_date_is_said_field_by_field(run: Run, article: Path) -> None:
    ran = run("import", article, "--published", "yesterday")
    assert ran.code == 3
    assert "published" in ran.err
    assert DocumentRow.objects.count() == 0


def test_one_address_is_for_one_document(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")
    assert run("import", tmp_path, "--address", "https://example.org").code == 1
