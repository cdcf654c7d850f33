"""Bytes under their fingerprint."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhipcau.facts.errors import NotFound, Unavailable
from nhipcau.store.files import FolderFiles


@given(st.binary(max_size=100))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_gives_back_the_bytes_it_was_given(tmp_path: Path, data: bytes) -> None:
    files = FolderFiles(tmp_path)
    key = files.put(data)
    assert key == hashlib.sha256(data).hexdigest()
    assert files.get(key) == data


def test_keeps_the_same_bytes_once(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path)
    assert files.put(b"x") == files.put(b"x")
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert kept[0].stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("key", ["0" * 64, "../../etc/passwd", "", "A" * 64, "0" * 63 + "\n"])
def test_knows_no_other_key(tmp_path: Path, key: str) -> None:
    with pytest.raises(NotFound) as missing:
        FolderFiles(tmp_path).get(key)
    assert missing.value.code == "error.file-missing"


def test_leaves_nothing_half_written_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Unavailable) as told:
        FolderFiles(tmp_path).put(b"x")
    assert told.value.code == "error.disk-full"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_sweeps_what_a_killed_process_left_and_nothing_else(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path)
    key = files.put(b"whole")
    (tmp_path / "writing-old").write_bytes(b"ha")
    os.utime(tmp_path / "writing-old", (0, 0))
    (tmp_path / "writing-now").write_bytes(b"lf")
    assert files.sweep() == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["writing-now"]
    assert files.get(key) == b"whole"
