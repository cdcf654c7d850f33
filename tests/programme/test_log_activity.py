from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound, Unavailable
from nhipcau.programme.edit_activity import edit_activity
from nhipcau.programme.log_activity import log_activity
from nhipcau.programme.office import Office
from nhipcau.programme.queries.activity_file import activity_file
from nhipcau.programme.remove_activity import remove_activity
from tests.programme.fakes import MemoryFiles
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    ENTERPRISE,
    MIRAE,
    OFFICER,
    SONGHAN,
    STRANGER,
    TODAY,
    VIEWER,
    activity,
    agreement,
    commitment,
    concrete,
)


@pytest.fixture(autouse=True)
def _register(memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, ANPHU, agreement("agr-1", MIRAE, ANPHU))
    memory.put(concrete("com-1", owner_id=ANPHU.id), commitment("com-2"))


def test_logs_what_was_done_with_its_files(office: Office, memory: MemoryStore) -> None:
    logged = log_activity(
        office,
        OFFICER,
        "com-1",
        on="02/03/2026",
        note="Khóa thứ hai",
        participants=["Kim", " "],
        quantity="12,5",
        files=[("C:\\tmp\\danh sách.pdf", b"%PDF"), ("../../etc/passwd", b"x")],
    )
    assert memory.tables.activities[logged.id] == logged
    assert (logged.on, logged.participants, logged.quantity) == (TODAY, ("Kim",), Decimal("12.5"))
    assert [(file.name, file.media_type, file.size) for file in logged.files] == [
        ("danh sách.pdf", "application/pdf", 4),
        ("passwd", "application/octet-stream", 1),
    ]
    assert (logged.created_by, logged.created_by_name) == (OFFICER.id, "Lan")
    file, data = activity_file(office, ENTERPRISE, logged.id, logged.files[0].key)
    assert (file, data) == (logged.files[0], b"%PDF")


def test_says_all_mistakes_at_once(office: Office, memory: MemoryStore) -> None:
    with pytest.raises(InvalidFields) as told:
        log_activity(
            office,
            OFFICER,
            "com-1",
            on=TODAY + timedelta(days=1),
            note="",
            quantity="0",
            files=[("lớn.bin", b"x" * 1001), ("rỗng.txt", b"")],
        )
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "on": "field.date-in-future",
        "note": "field.required",
        "quantity": "field.quantity-positive",
        "files": "field.file-too-large",
    }
    assert memory.tables.activities == {}


def test_nothing_is_logged_on_a_full_disk(office: Office, memory: MemoryStore) -> None:
    assert isinstance(office.files, MemoryFiles)
    office.files.full = True
    with pytest.raises(Unavailable):
        log_activity(office, OFFICER, "com-1", on=TODAY, note="Khóa", files=[("a.txt", b"a")])
    assert (memory.tables.activities, memory.tables.changes) == ({}, [])


def test_nothing_is_logged_under_an_abandoned_commitment(office: Office, memory: MemoryStore) -> None:
    memory.put(commitment("com-3", abandoned_reason="Rút lui"))
    with pytest.raises(Conflict, match="commitment-abandoned"):
        log_activity(office, OFFICER, "com-3", on=TODAY, note="Khóa")


def test_an_enterprise_logs_under_its_own_commitments(office: Office) -> None:
    assert log_activity(office, ENTERPRISE, "com-1", on=TODAY, note="Khóa").created_by == ENTERPRISE.id
    with pytest.raises(NotAllowed):
        log_activity(office, ENTERPRISE, "com-2", on=TODAY, note="Khóa")
    with pytest.raises(NotFound):
        log_activity(office, STRANGER, "com-1", on=TODAY, note="Khóa")
    with pytest.raises(NotAllowed):
        log_activity(office, VIEWER, "com-1", on=TODAY, note="Khóa")


def test_an_activity_is_set_right_by_who_logged_it(office: Office, memory: MemoryStore) -> None:
    memory.put(activity("act-1", created_by=ADVISER.id), activity("act-2"))
    edited = edit_activity(office, ADVISER, "act-1", version=1, note="Sửa", on="2026-01-05", files=[("a.txt", b"a")])
    assert (edited.note, edited.on, len(edited.files), edited.version) == ("Sửa", date(2026, 1, 5), 1, 2)
    more = edit_activity(office, OFFICER, "act-1", version=2, quantity=None, files=[("b.txt", b"b")])
    assert [file.name for file in more.files] == ["a.txt", "b.txt"]
    with pytest.raises(NotAllowed):
        edit_activity(office, ADVISER, "act-2", version=1, note="Sửa")
    with pytest.raises(Conflict):
        edit_activity(office, OFFICER, "act-1", version=1, note="Sửa")


def test_an_activity_is_taken_away_and_stays_in_the_history(office: Office, memory: MemoryStore) -> None:
    memory.put(activity())
    with pytest.raises(NotAllowed):
        remove_activity(office, ADVISER, "act-1", version=1)
    remove_activity(office, OFFICER, "act-1", version=1)
    assert memory.tables.activities == {}
    assert memory.tables.changes[-1].before is not None
    assert memory.tables.changes[-1].after is None


def test_only_the_activitys_own_files_are_found(office: Office, memory: MemoryStore) -> None:
    memory.put(activity())
    key = office.files.put(b"secret")
    with pytest.raises(NotFound):
        activity_file(office, OFFICER, "act-1", key)
    with pytest.raises(NotFound):
        activity_file(office, STRANGER, "act-1", key)
