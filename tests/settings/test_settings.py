"""An office that starts from its environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from nhipcau.settings.environment import Environment

_BASE = {name: value for name, value in os.environ.items() if not name.startswith("NHIPCAU_")}


_PRAGMAS = """
from django.db import connection
cursor = connection.cursor()
print(*(cursor.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "foreign_keys")))
"""


def _django(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Django in a process and a folder of its own."""
    environment = {**_BASE, "DJANGO_SETTINGS_MODULE": "nhipcau.settings", **settings}
    command = [sys.executable, "-m", "django", *words]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


def test_starts_without_any_setting(tmp_path: Path) -> None:
    assert _django(tmp_path, "migrate", "--verbosity=0").stderr == ""
    made = {path.relative_to(tmp_path / "var").parts[0] for path in (tmp_path / "var").iterdir()}
    assert {"secret-key", "files", "static", "nhipcau.sqlite3"} <= made
    mode = _django(tmp_path, "shell", "-c", _PRAGMAS)
    assert "('wal',) (1,)" in mode.stdout


def test_has_nothing_to_complain_of_behind_https(tmp_path: Path) -> None:
    done = _django(tmp_path, "check", "--deploy", "--fail-level=WARNING", NHIPCAU_HTTPS="true")
    assert done.returncode == 0, done.stderr


def test_takes_settings_from_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NHIPCAU_ALLOWED_HOSTS=nhipcau.example, 10.0.0.5\nNHIPCAU_MAX_UPLOAD_MB=3\n")
    code = "from django.conf import settings as s; print(s.ALLOWED_HOSTS, s.NHIPCAU_MAX_UPLOAD_BYTES)"
    done = _django(tmp_path, "shell", "-c", code)
    assert "['nhipcau.example', '10.0.0.5'] 3145728" in done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANGUAGE", "fr"),
        ("TIME_ZONE", "Mars/Olympus"),
        ("MAX_UPLOAD_MB", "0"),
        ("MODEL_ENDPOINT", "file:///etc/passwd"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_does_not_start_with_an_unusable_setting(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"NHIPCAU_{name}", value)
    with pytest.raises(ValidationError):
        Environment()


def test_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SECRET_KEY", "MODEL_KEY", "DATABASE_URL", "EMAIL_URL"):
        monkeypatch.setenv(f"NHIPCAU_{name}", "geheim")
    assert "geheim" not in repr(Environment())
