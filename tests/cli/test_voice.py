from __future__ import annotations

import pytest

from nhipcau.cli.voice import language_of_environment


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
