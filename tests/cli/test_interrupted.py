"""An import that is killed or runs out of disk: what is in the office is whole, and typing it again finishes it."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

NHIPCAU = Path(sys.executable).with_name("nhipcau")
ARTICLES = 60
WHOLE = """
SELECT count(*), count(DISTINCT drafts.document_id), count(DISTINCT changes.subject_id) FROM documents
LEFT JOIN drafts ON drafts.document_id = documents.id AND drafts.position = 0
LEFT JOIN changes ON changes.subject_id = documents.id AND changes.kind = 'document'
"""


class Desk:
    """An office of its own, and a folder of articles for it."""

    def __init__(self, folder: Path) -> None:
        self.data, self.articles = folder / "office", folder / "articles"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NHIPCAU_", "DJANGO_", "L"))}
        self.environment = {**kept, "NHIPCAU_DATA_DIR": str(self.data), "NHIPCAU_LANGUAGE": "en"}
        self.articles.mkdir()
        for number in range(ARTICLES):
            text = (
                f"Ngày {number % 27 + 1}/6/2024, Trung tâm Vật liệu số {number} (TVL{number}) và Viện Gốm sứ Hàn Quốc "
                f"(KCI) đã ký kết biên bản ghi nhớ (MOU) về hợp tác đào tạo {number + 5} kỹ sư."
            )
            (self.articles / f"{number:03}.txt").write_text(text, encoding="utf-8")

    def run(self, *words: str, largest: int = resource.RLIM_INFINITY) -> subprocess.CompletedProcess[str]:
        def narrow() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

        return subprocess.run(
            [NHIPCAU, *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            preexec_fn=narrow,
        )

    def import_all(self, largest: int = resource.RLIM_INFINITY) -> subprocess.CompletedProcess[str]:
        return self.run("import", str(self.articles), largest=largest)

    def documents(self) -> int:
        """Count the documents, each of which has its drafts, its history and its bytes."""
        with closing(sqlite3.connect(self.data / "nhipcau.sqlite3")) as database:
            documents, with_drafts, with_history = database.execute(WHOLE).fetchone()
            keys = [key for (key,) in database.execute("SELECT sha256 FROM documents")]
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert (with_drafts, with_history) == (documents, documents)
        for key in keys:
            assert hashlib.sha256((self.data / "files" / key[:2] / key).read_bytes()).hexdigest() == key
        return int(documents)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    assert desk.run("setup").returncode == 0
    return desk


def test_an_import_that_is_killed_leaves_nothing_half_and_goes_on(desk: Desk) -> None:
    command = [str(NHIPCAU), "import", str(desk.articles)]
    with subprocess.Popen(command, env=desk.environment, stdout=subprocess.DEVNULL) as running:
        while desk.documents() < 3 and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
    taken = desk.documents()
    assert 3 <= taken < ARTICLES
    again = desk.import_all()
    assert again.returncode == 0
    assert f"New: {ARTICLES - taken}. Already known: {taken}." in again.stdout
    assert desk.documents() == ARTICLES


def test_a_full_disk_is_told_and_nothing_is_lost(desk: Desk) -> None:
    size = (desk.data / "nhipcau.sqlite3").stat().st_size
    full = desk.import_all(largest=size + 20_000)
    assert full.returncode == 3
    assert ("disk" in full.stderr.lower(), "Traceback" in full.stderr) == (True, False)
    taken = desk.documents()
    assert taken < ARTICLES
    assert desk.import_all().returncode == 0
    assert desk.documents() == ARTICLES
