"""The office's secret key."""

from __future__ import annotations

from pathlib import Path

from nhipcau.settings.secret import secret_key


def test_makes_a_key_that_only_its_owner_may_read(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_keeps_the_key_it_made(tmp_path: Path) -> None:
    assert secret_key(tmp_path) == secret_key(tmp_path)
