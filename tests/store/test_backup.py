from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError

from nhipcau.facts.errors import BadInput
from nhipcau.store.accounts import add_account
from nhipcau.store.backup import is_empty, restore_backup, write_backup
from nhipcau.store.database import DatabaseStore
from nhipcau.store.files import FolderFiles
from nhipcau.store.models import AgreementRow, ChangeRow
from tests.conformance.test_events import fill, kept_of_events
from tests.programme.samples import ANPHU, MIRAE, TODAY, need, offer, own_concept
from tests.store import things


def test_every_thing_comes_back_and_the_history_stays_append_only(register: DatabaseStore, tmp_path: Path) -> None:
    with register.unit() as unit:
        unit.changes.add(things.change(1))
    add_account("lan", password=None, role="officer", organisation_id=things.CENTRE.id)
    kept = write_backup(tmp_path / "a.tar.gz")
    with register.unit() as unit:
        unit.activities.delete(things.ACTIVITY.id)
        unit.changes.add(things.change(2))
    assert restore_backup(tmp_path / "a.tar.gz") == kept
    with register.unit() as unit:
        assert unit.activities.get(things.ACTIVITY.id) == things.ACTIVITY
        assert unit.agreements.get(things.AGREEMENT.id) == things.AGREEMENT
        assert [change.id for change in unit.changes.batch("batch-1")] == ["change-1"]
        unit.changes.add(things.change(3))
    with pytest.raises(DatabaseError):
        ChangeRow.objects.all().delete()


def test_events_and_what_hangs_on_them_come_back(store: DatabaseStore, tmp_path: Path) -> None:
    fill(store)
    before = kept_of_events(store)
    write_backup(tmp_path / "a.tar.gz")
    with store.unit() as unit:
        unit.notices.delete("not-1")
        unit.meetings.delete("mee-1")
        unit.runs.delete("run-1")
    assert kept_of_events(store) != before
    restore_backup(tmp_path / "a.tar.gz")
    assert kept_of_events(store) == before


def test_an_archive_with_a_broken_row_changes_nothing(register: DatabaseStore, tmp_path: Path) -> None:
    write_backup(tmp_path / "a.tar.gz")
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as archive:
        for name, text in (
            ("manifest.json", json.dumps({"format": "nhipcau-backup/1"})),
            ("database.jsonl", '{"model": "store.user", "pk": 1, "fields": {"no": 1}}\n'),
        ):
            about = tarfile.TarInfo(name)
            about.size = len(text)
            archive.addfile(about, io.BytesIO(text.encode()))
    with pytest.raises(BadInput):
        restore_backup(tmp_path / "b.tar.gz")
    assert AgreementRow.objects.count() == 1


def test_an_archive_of_another_kind_is_refused(store: DatabaseStore, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "c.tar.gz", "w:gz") as archive:
        archive.add(__file__, "manifest.json")
    with pytest.raises(BadInput):
        restore_backup(tmp_path / "c.tar.gz")


def test_an_office_without_people_and_documents_is_empty(store: DatabaseStore) -> None:
    assert is_empty()
    add_account("lan", password=None)
    assert not is_empty()


def test_a_changed_file_or_row_is_found_out(register: DatabaseStore, tmp_path: Path) -> None:
    files = FolderFiles(Path(settings.NHIPCAU_FILES_DIR))
    key = files.put(b"original")
    write_backup(tmp_path / "a.tar.gz")
    for name in (f"files/{key[:2]}/{key}", "database.jsonl", "manifest.json"):
        _with_other_bytes(tmp_path / "a.tar.gz", tmp_path / "b.tar.gz", name)
        with pytest.raises(BadInput):
            restore_backup(tmp_path / "b.tar.gz")
    (Path(settings.NHIPCAU_FILES_DIR) / key[:2] / key).unlink()
    restore_backup(tmp_path / "a.tar.gz")
    assert files.get(key) == b"original"


def _with_other_bytes(source: Path, target: Path, name: str) -> None:
    """Copy an archive with one byte of one member changed."""
    with tarfile.open(source) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            stream = old.extractfile(member)
            data = stream.read() if stream else b""
            data = b"#" + data[1:] if member.name == name else data
            new.addfile(member, io.BytesIO(data))


def test_the_market_comes_back_and_what_was_kept_beside_the_database_is_known_to_be_old(
    store: DatabaseStore, tmp_path: Path
) -> None:
    with store.unit() as unit:
        unit.organisations.add(ANPHU)
        unit.organisations.add(MIRAE)
        unit.needs.add(need(confidential=True, hidden=("chốt",), concepts=("turning",)))
        unit.offers.add_many([offer(), offer("off-2")])
        unit.offers.delete("off-2")
        unit.own_concepts.add(own_concept())
    kept, entries = store.reads().market_stamp(), store.reads().market_items_after("need", "", limit=9, today=TODAY)
    write_backup(tmp_path / "a.tar.gz")
    with store.unit() as unit:
        unit.needs.delete(need().id)
    restore_backup(tmp_path / "a.tar.gz")
    now = store.reads().market_stamp()
    assert (now.items, now.concepts) == (kept.items, kept.concepts)
    assert now.epoch != kept.epoch
    assert store.reads().market_items_after("need", "", limit=9, today=TODAY) == entries
    assert store.reads().market_items_gone("offer", since=0) == ("off-2",)
    with store.unit() as unit:
        assert unit.own_concepts.all() == [own_concept()]
        unit.offers.add(offer("off-3"))
