from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "quote"} <= value.keys() else []
    return own + [span for item in value.values() for span in spans(item)]


def test_spans_count_the_code_points_of_the_file_as_it_is(run: Run, article: Path) -> None:
    ran = run("read", article, "--json")
    (record,) = json.loads(ran.out)
    text = article.read_bytes().decode()
    assert (ran.code, record["id"]) == (0, "seed_007")
    assert "\r\n" in text
    assert len(spans(record)) > 5
    for span in spans(record):
        assert text[span["start"] : span["end"]] == span["quote"]


def test_records_have_the_shape_that_other_programs_expect(run: Run, article: Path) -> None:
    (record,) = json.loads(run("read", article, "--json").out)
    assert {"id", "agreements", "figures", "legal_acts"} <= record.keys()
    (agreement,) = record["agreements"]
    wanted = {"type", "status", "evidence", "cluster", "parties", "people", "witnesses", "date", "place", "sectors"}
    assert wanted | {"activities", "term"} <= agreement.keys()
    assert (agreement["type"], agreement["date"]["value"]) == ("MOU", "2021-11-26")
    assert [act["number"] for act in record["legal_acts"]] == ["115/NQ-CP"]


def test_reports_of_one_agreement_share_a_key(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(article.read_text("utf-8") + "\nTin thêm.\n", encoding="utf-8")
    records = json.loads(run("read", tmp_path, "--json").out)
    keys = [record["agreements"][0]["cluster"] for record in records]
    assert [record["id"] for record in records] == ["other", "seed_007"]
    assert keys[0] == keys[1]


def test_a_summary_quotes_the_text(run: Run, article: Path) -> None:
    ran = run("read", article)
    assert ran.code == 0
    assert "Memorandum of understanding (MOU) · Signed" in ran.out
    assert "“Viện Gốm sứ Hàn Quốc (KCI)”" in ran.out
    assert "Nghị quyết 115/NQ-CP" in ran.out


def test_speaks_the_language_asked_for(run: Run, article: Path) -> None:
    assert "Biên bản ghi nhớ" in run("--language", "vi", "read", article).out
    assert "양해각서" in run("--language", "ko", "read", article).out


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nonsense")
    ran = run("read", tmp_path, "--json")
    assert ran.code == 3
    assert [record["id"] for record in json.loads(ran.out)] == ["seed_007"]
    assert f"{tmp_path / 'empty.txt'}: The file is empty." in ran.err
    assert "broken.pdf" in ran.err
    assert "2 of 3 files could not be read" in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_without_documents_is_said(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "There are no documents here" in ran.err


def test_a_path_that_does_not_exist_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("read", tmp_path / "nowhere.txt").code == 2


def test_needs_neither_django_nor_settings_nor_a_database(article: Path, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from nhipcau.cli.program import app\n"
        "try:\n    app(['read', sys.argv[1], '--json'])\n"
        "except SystemExit as ended:\n    assert not ended.code, ended.code\n"
        "heavy = {'django', 'ninja', 'allauth', 'openpyxl', 'altair', 'sqlite3', 'nhipcau.settings', 'nhipcau.store'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("NHIPCAU_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-c", program, str(article)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip() == "[]"
    assert json.loads(done.stdout)[0]["id"] == "seed_007"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seed_007.txt"]


def test_spans_fit_a_text_with_a_mark_no_break_spaces_and_loose_letters(run: Run, article: Path) -> None:
    text = "\ufeff" + unicodedata.normalize("NFD", article.read_bytes().decode()).replace(" và ", "\u00a0và\u00a0")
    article.write_bytes(text.encode())
    (record,) = json.loads(run("read", article, "--json").out)
    assert len(record["agreements"]) == 1
    assert all(text[span["start"] : span["end"]] == span["quote"] for span in spans(record))
    assert len(spans(record)) > 5
