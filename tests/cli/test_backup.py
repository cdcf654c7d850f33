from __future__ import annotations

import tarfile
from pathlib import Path
from typing import Any

import pytest

from nhipcau.store.models import DocumentRow
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "office"
    (tmp_path / "office").mkdir()


def test_an_office_stands_as_it_was(run: Run, article: Path, tmp_path: Path) -> None:
    run("import", article)
    run("user", "add", "lan")
    archive = tmp_path / "copy.tar.gz"
    assert run("backup", "--to", archive).code == 0
    assert archive.stat().st_mode & 0o077 == 0
    DocumentRow.objects.update(title="spoilt")
    assert run("restore", archive).code == 5
    ran = run("restore", archive, "--replace")
    assert ran.code == 0
    assert DocumentRow.objects.get().title == "Ký kết biên bản ghi nhớ về vật liệu"
    kept = list((tmp_path / "office" / "backups").iterdir())
    assert [tarfile.is_tarfile(path) for path in kept] == [True]


def test_what_is_no_backup_changes_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    run("import", article)
    (tmp_path / "no.tar.gz").write_bytes(b"nothing of the kind")
    ran = run("restore", tmp_path / "no.tar.gz", "--replace")
    assert (ran.code, "not a backup" in ran.err) == (1, True)
    assert DocumentRow.objects.count() == 1
