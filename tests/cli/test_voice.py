from __future__ import annotations

import io

import pytest
from rich.console import Console

from nhipcau.cli import voice
from nhipcau.cli.voice import language_of_environment, measured


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"NHIPCAU_LANGUAGE": "ko", "LANG": "vi_VN.UTF-8"}, "ko"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LC_ALL": "ko_KR.UTF-8", "LANG": "vi_VN.UTF-8"}, "ko"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_speaks_the_language_of_the_environment(environment: dict[str, str], language: str) -> None:
    assert language_of_environment(environment) == language


def test_a_bar_shows_its_percentage_to_who_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = io.StringIO()
    console = Console(file=seen, force_terminal=True, width=100)
    monkeypatch.setattr(voice, "err", lambda: console)
    with measured("cli.importing") as follow:
        follow(250, 1000)
    assert "25%" in seen.getvalue()
    assert "250/1000" in seen.getvalue()


def test_no_bar_goes_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with measured("cli.importing") as follow:
        follow(250, 1000)
    assert capsys.readouterr() == ("", "")
