from __future__ import annotations

from pathlib import Path

from nhipcau.cli.gather import gather


def test_finds_documents_below_folders_in_order_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "inner/c.docx", "inner/d.html", "e.png", ".hidden.txt", ".git/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = gather([tmp_path, tmp_path / "b.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.PDF",
        "b.txt",
        "inner/c.docx",
        "inner/d.html",
    ]


def test_takes_a_file_that_is_named_whatever_its_name_says(tmp_path: Path) -> None:
    assert gather([tmp_path / "notice.bin"]) == [tmp_path / "notice.bin"]
