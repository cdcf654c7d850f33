from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.test import RequestFactory

from nhipcau.web.uploads import StopAtLimit

LIMIT = 3_000_000


@pytest.fixture
def _limit(settings: LazySettings, tmp_path: Path) -> None:
    settings.NHIPCAU_MAX_UPLOAD_BYTES = LIMIT
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)


@pytest.mark.usefixtures("_limit")
def test_keeps_nothing_of_a_file_above_the_limit_but_its_name_and_size(tmp_path: Path) -> None:
    files = [SimpleUploadedFile("lớn.pdf", b"x" * (LIMIT + 1)), SimpleUploadedFile("vừa.txt", b"y" * LIMIT)]
    taken = RequestFactory().post("/", {"files": files}).FILES.getlist("files")
    assert [(file.name, file.size, len(file.read())) for file in taken] == [
        ("lớn.pdf", LIMIT + 1, 0),
        ("vừa.txt", LIMIT, LIMIT),
    ]
    for file in taken:
        file.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_limit")
def test_never_holds_more_than_the_limit_while_a_file_arrives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    receive = StopAtLimit.receive_data_chunk

    def watched(self: StopAtLimit, raw_data: bytes, start: int) -> bytes | None:
        kept = receive(self, raw_data, start)
        held.append(sum(file.stat().st_size for file in tmp_path.iterdir()))
        return kept

    monkeypatch.setattr(StopAtLimit, "receive_data_chunk", watched)
    request = RequestFactory().post("/", {"files": SimpleUploadedFile("lớn.pdf", b"x" * (4 * LIMIT))})
    upload = request.FILES["files"]
    assert isinstance(upload, UploadedFile)
    assert upload.size == 4 * LIMIT
    assert (0 < max(held) <= LIMIT, held[-1]) == (True, 0)
