"""Words as typed come in; what the command printed and its exit code go out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nhipcau.cli.program import app


class Ran:
    """How a command ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``nhipcau`` with words, in English unless the words say otherwise."""
    for name in ("NHIPCAU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run_it(*words: str | Path, typed: str = "") -> Ran:
        done = CliRunner().invoke(app, [str(word) for word in words], input=typed, catch_exceptions=False)
        return Ran(done.exit_code, done.stdout, done.stderr)

    return run_it


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One Vietnamese article with Windows line ends."""
    path = tmp_path / "seed_007.txt"
    path.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    return path


ARTICLE = """Ký kết biên bản ghi nhớ về vật liệu

Ngày 26/11/2021, tại Hà Nội, Trung tâm Phát triển Vật liệu Sông Hồng (SRM) và Viện Gốm sứ Hàn Quốc (KCI) đã ký kết \
biên bản ghi nhớ (MOU) về hợp tác đào tạo và chuyển giao công nghệ trong lĩnh vực vật liệu.

Theo Nghị quyết số 115/NQ-CP ngày 06/8/2020, hai bên sẽ đào tạo 30 kỹ sư.
"""
