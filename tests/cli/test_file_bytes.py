from __future__ import annotations

from pathlib import Path

import pytest

from nhipcau.cli.file_bytes import file_bytes
from nhipcau.facts.errors import BadInput, Unavailable


def test_takes_a_file_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 10)
    assert file_bytes(path, 10) == b"x" * 10
    with pytest.raises(BadInput) as refused:
        file_bytes(path, 9)
    assert refused.value.message.params == {"name": "a.txt", "size": 10, "limit": 9}


def test_a_device_without_end_is_too_large() -> None:
    with pytest.raises(BadInput, match="file-too-large"):
        file_bytes(Path("/dev/zero"), 1000)


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as refused:
        file_bytes(tmp_path / "none.txt", 9)
    assert refused.value.message.params == {"reason": "No such file or directory"}
