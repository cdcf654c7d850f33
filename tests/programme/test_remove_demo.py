from __future__ import annotations

import pytest

from nhipcau.facts.errors import NotAllowed
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.log_activity import log_activity
from nhipcau.programme.office import Office
from nhipcau.programme.remove_demo import remove_demo
from tests.programme.memory_store import MemoryStore
from tests.programme.reports import decided
from tests.programme.samples import ADVISER, OFFICER, TODAY


def test_takes_demo_things_away_and_leaves_real_ones(office: Office, memory: MemoryStore) -> None:
    demo = decided(office, memory, demo=True)
    confirm_draft(office, OFFICER, demo.id, version=demo.version)
    log_activity(office, OFFICER, next(iter(memory.tables.commitments)), on=TODAY, note="Khóa")
    real = decided(office, memory, key="doc-2")
    kept = confirm_draft(office, OFFICER, real.id, version=real.version)
    removed = remove_demo(office, OFFICER)
    assert removed.counts == {
        "meeting-report": 0,
        "meeting": 0,
        "timetable": 0,
        "meeting-request": 0,
        "interpreter": 0,
        "registration": 0,
        "event": 0,
        "plan": 0,
        "match": 0,
        "need": 0,
        "offer": 0,
        "own-concept": 0,
        "activity": 1,
        "commitment": 2,
        "draft": 1,
        "agreement": 1,
        "document": 1,
        "doubt": 0,
        "merge": 0,
        "source-record": 0,
        "import": 0,
        "person": 0,
        "organisation": 0,
    }
    assert list(memory.tables.agreements) == [kept.id]
    assert list(memory.tables.documents) == ["doc-2"]
    assert len(memory.tables.organisations) == 2


def test_takes_nothing_where_there_is_nothing(office: Office) -> None:
    assert set(remove_demo(office, OFFICER).counts.values()) == {0}


def test_only_officers_remove_it(office: Office) -> None:
    with pytest.raises(NotAllowed):
        remove_demo(office, ADVISER)
