from __future__ import annotations

import errno
from pathlib import Path

import pytest

from nhipcau import __version__
from nhipcau.cli import read
from tests.cli.conftest import Run


def test_says_its_version(run: Run) -> None:
    assert run("--version").out == f"nhipcau {__version__}\n"


def test_explains_itself_when_nothing_is_typed(run: Run) -> None:
    ran = run()
    assert "Usage:" in ran.out + ran.err


def test_an_unknown_word_is_wrong_usage(run: Run) -> None:
    assert run("sing").code == 2


def test_what_the_computer_refuses_is_a_sentence(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(value: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(read, "as_json", full)
    ran = run("read", article, "--json")
    assert ran.code == 1
    assert "No space left on device" in ran.err
