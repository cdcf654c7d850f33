from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.errors import Conflict
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.merge_people import merge_people
from nhipcau.programme.office import Office
from nhipcau.programme.remove_demo import remove_demo
from nhipcau.programme.undo import undo
from nhipcau.programme.unmerge_person import unmerge_person
from nhipcau.programme.work import work
from tests.conformance.test_events import (
    INTERPRETER,
    KOREAN,
    MEETING,
    NOTICE,
    REQUEST,
    RUN,
    TIMETABLE,
    event,
    registration,
)
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, DIRECTOR, MIRAE, OFFICER, SONGHAN, agreement, commitment


@pytest.fixture(autouse=True)
def filled(memory: MemoryStore) -> None:
    memory.put(ANPHU, MIRAE, SONGHAN, agreement(), commitment(), event(), registration(), KOREAN, INTERPRETER, REQUEST)


def last_batch(memory: MemoryStore) -> str:
    return memory.tables.changes[-1].batch


def made_timetable(office: Office) -> str:
    with work(office, OFFICER, "repair-timetable") as opened:
        opened.add(TIMETABLE)
        opened.unit.meetings.add_many([MEETING])
        return opened.batch


def test_a_timetable_goes_with_its_meetings_and_comes_back_with_them(office: Office, memory: MemoryStore) -> None:
    back = undo(office, OFFICER, made_timetable(office))
    assert (memory.tables.timetables, memory.tables.meetings) == ({}, {})
    undo(office, OFFICER, back)
    assert list(memory.tables.timetables) == [TIMETABLE.id]
    assert replace(memory.tables.meetings[MEETING.id], version=1) == MEETING


def test_a_request_stays_while_it_stands_in_a_timetable(office: Office, memory: MemoryStore) -> None:
    with work(office, OFFICER, "request-meeting") as opened:
        opened.delete(REQUEST)
    with work(office, OFFICER, "request-meeting") as opened:
        opened.add(REQUEST)
    asked = last_batch(memory)
    made_timetable(office)
    with pytest.raises(Conflict, match=r"error\.undo-moved"):
        undo(office, OFFICER, asked)


def test_an_interpreter_stays_while_a_timetable_counts_on_them(office: Office, memory: MemoryStore) -> None:
    other = replace(INTERPRETER, id="int-2", calendar_key="", person_id=None)
    with work(office, OFFICER, "add-interpreter") as opened:
        opened.add(other)
    added = last_batch(memory)
    made_timetable(office)
    with work(office, OFFICER, "move-meeting") as opened:
        opened.save(replace(MEETING, interpreter_ids=("int-2",)), before=MEETING)
    with pytest.raises(Conflict, match=r"error\.undo-moved"):
        undo(office, OFFICER, added)
    undo(office, OFFICER, last_batch(memory))
    undo(office, OFFICER, added)
    assert list(memory.tables.interpreters) == [INTERPRETER.id]


def test_an_event_goes_with_the_orders_and_notices_that_wait(office: Office, memory: MemoryStore) -> None:
    with work(office, OFFICER, "plan-event") as opened:
        opened.add(event("eve-2", link_key=""))
        opened.unit.runs.add(replace(RUN, event_id="eve-2"))
        opened.unit.notices.add(replace(NOTICE, event_id="eve-2"))
    undo(office, OFFICER, last_batch(memory))
    assert (memory.tables.runs, memory.tables.notices) == ({}, {})


def test_a_commitment_stays_while_it_has_an_event(office: Office, memory: MemoryStore) -> None:
    other = replace(commitment(), id="com-2")
    with work(office, OFFICER, "add-commitment") as opened:
        opened.add(other)
    added = last_batch(memory)
    memory.put(event("eve-2", link_key="", commitment_id="com-2"))
    with pytest.raises(Conflict, match=r"error\.undo-moved"):
        undo(office, OFFICER, added)


def test_a_registration_follows_a_merge_unless_the_other_is_there_itself(office: Office, memory: MemoryStore) -> None:
    memory.put(replace(SONGHAN, id="org-old"), registration("reg-3", organisation_id="org-old", calendar_key=""))
    merge_organisations(office, OFFICER, SONGHAN.id, "org-old", despite=True)
    assert memory.tables.registrations["reg-3"].organisation_id == SONGHAN.id
    merge_organisations(office, OFFICER, SONGHAN.id, ANPHU.id, despite=True)
    assert memory.tables.registrations["reg-1"].organisation_id == ANPHU.id


def test_who_comes_and_who_interprets_follows_a_merge_of_people(office: Office, memory: MemoryStore) -> None:
    memory.put(DIRECTOR, replace(DIRECTOR, id="per-hoa"), replace(DIRECTOR, id="per-kim"))
    for gone in ("per-hoa", "per-kim"):
        merge_people(office, OFFICER, DIRECTOR.id, gone, despite=True)
    assert memory.tables.registrations["reg-1"].attendees[0].person_id == DIRECTOR.id
    assert memory.tables.interpreters["int-1"].person_id == DIRECTOR.id
    for gone in ("per-kim", "per-hoa"):
        unmerge_person(office, OFFICER, gone)
    assert replace(memory.tables.registrations["reg-1"], version=1) == registration()
    assert replace(memory.tables.interpreters["int-1"], version=1) == INTERPRETER


def test_the_demo_goes_with_all_that_hangs_on_its_event(office: Office, memory: MemoryStore) -> None:
    memory.put(
        event("eve-2", link_key="", demo=True),
        replace(TIMETABLE, id="tim-2", event_id="eve-2", demo=True),
    )
    with memory.unit() as unit:
        unit.runs.add(replace(RUN, event_id="eve-2", demo=True))
        unit.notices.add(replace(NOTICE, event_id="eve-2", demo=True))
    remove_demo(office, OFFICER)
    assert list(memory.tables.events) == ["eve-1"]
    assert (memory.tables.runs, memory.tables.notices, memory.tables.timetables) == ({}, {}, {})
