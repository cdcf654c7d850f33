"""A process is killed in the middle of an import of a list: nothing of it stays, and typing it again finishes it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

NHIPCAU = Path(sys.executable).with_name("nhipcau")
ROWS = 2_000
EMPTY = {"organisations": 0, "source_records": 0, "organisation_blocks": 0, "organisation_names": 0, "doubts": 0}


class Desk:
    """An office of its own, and a list for it."""

    def __init__(self, folder: Path) -> None:
        self.data, self.list = folder / "office", folder / "list.csv"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NHIPCAU_", "DJANGO_", "L"))}
        self.environment = {**kept, "NHIPCAU_DATA_DIR": str(self.data), "NHIPCAU_LANGUAGE": "en"}
        firms = "".join(f"Công ty TNHH Mẫu số {number},Bắc Ninh,{number} đường Mẫu\n" for number in range(ROWS))
        self.list.write_text(f"Tên doanh nghiệp,Tỉnh,Địa chỉ\n{firms}", encoding="utf-8")
        self.command = [str(NHIPCAU), "organisations", "import", str(self.list), "--source", "Sở A", "--yes"]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False, timeout=120)

    def kill_beyond(self, row: int) -> int:
        """Import the list, kill the process once it says that so many rows are behind it, and return how many were."""
        earlier = set(self.told())
        with subprocess.Popen(
            self.command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as running:
            taken = 0
            while taken <= row and running.poll() is None:
                time.sleep(0.005)
                taken = max((done for key, done in self.told().items() if key not in earlier), default=0)
            running.send_signal(signal.SIGKILL)
        assert running.returncode == -signal.SIGKILL
        return taken

    def told(self) -> dict[str, int]:
        """Return for each import that says how far it is, or was when it was killed, the rows behind it."""
        paths = (self.data / "progress").glob("[0-9a-z]*")
        return {path.name: json.loads(path.read_text(encoding="utf-8"))["done"] for path in paths}

    def counts(self) -> dict[str, int]:
        """Count what a list leaves in the register."""
        with closing(sqlite3.connect(self.data / "nhipcau.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in EMPTY}  # noqa: S608 -- names of our own


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    assert desk.run(str(NHIPCAU), "setup").returncode == 0
    return desk


def test_a_list_whose_import_is_killed_leaves_nothing_and_is_taken_in_whole_the_next_time(desk: Desk) -> None:
    for row in (0, ROWS // 2):
        assert row < desk.kill_beyond(row) < ROWS
        assert desk.counts() == EMPTY

    again = desk.run(*desk.command)
    assert again.returncode == 0, again.stderr
    after = desk.counts()
    assert (after["organisations"], after["source_records"]) == (ROWS, ROWS)
