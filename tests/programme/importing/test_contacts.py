"""Contacts of a list become people with posts at its organisations, and go with the import that brought them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.organisation import Name, Person, Post
from nhipcau.facts.organisation_import import Import
from nhipcau.programme.commit_import import commit_import
from nhipcau.programme.edit_person import edit_person
from nhipcau.programme.office import Office
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.undo import undo
from nhipcau.programme.undo_import import undo_import
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import OFFICER, agreement

HEADS = "Tên doanh nghiệp;MST;Người đại diện;Chức vụ"
MINH_ANH = "Công ty TNHH Cơ khí Minh Anh;0100109106;Nguyễn Văn An;Giám đốc"
HAI_LONG = "Công ty Cổ phần Nhựa Hải Long;0101248141;Nguyễn Văn An;Chủ tịch"


def committed(office: Office, *rows: str, source: str = "Sở A", demo: bool = False) -> Import:
    data = "\n".join((HEADS, *rows)).encode()
    one = preview_import(office, OFFICER, data, name="a.csv", source=source, demo=demo)
    return commit_import(office, OFFICER, one.id)


def people(memory: MemoryStore) -> list[Person]:
    return [memory.tables.people[key] for key in sorted(memory.tables.people)]


def test_a_contact_becomes_a_person_with_a_post_at_the_body(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH)
    (body,) = memory.tables.organisations.values()
    (person,) = people(memory)
    assert person.names == (Name("Nguyễn Văn An", "vi", "official"),)
    assert person.organisation_id == body.id
    assert person.posts == (Post(organisation_id=body.id, title="Giám đốc", source="Sở A"),)
    assert organisation_page(office, OFFICER, body.id).people == (person,)
    assert {change.batch for change in memory.tables.changes if change.kind == "person"} == {done.batch}


def test_the_same_name_at_another_body_is_another_person(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH, HAI_LONG)
    assert len({person.organisation_id for person in people(memory)}) == 2
    assert memory.tables.doubts == {}


@pytest.mark.parametrize("apart", [True, False])
def test_the_same_name_at_the_same_body_is_the_same_person(office: Office, memory: MemoryStore, *, apart: bool) -> None:
    again = MINH_ANH.replace("Nguyễn Văn An;Giám đốc", "NGUYỄN VĂN AN;Tổng giám đốc").replace("TNHH", "Cổ phần")
    if apart:
        committed(office, MINH_ANH)
        committed(office, again, source="Sở B")
    else:
        committed(office, MINH_ANH, again)
    (person,) = people(memory)
    assert [name.text for name in person.names] == ["Nguyễn Văn An", "NGUYỄN VĂN AN"]
    assert [post.title for post in person.posts] == ["Giám đốc", "Tổng giám đốc"]


def test_a_post_that_is_known_is_not_told_twice(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH)
    committed(office, MINH_ANH, source="Sở B")
    assert [len(person.posts) for person in people(memory)] == [1]


def test_another_spelling_at_the_same_body_is_left_to_a_person(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH.replace("Nguyễn Văn An", "이득운"))
    committed(office, MINH_ANH.replace("Nguyễn Văn An", "Lee Deukwoon"), source="Sở B")
    one, other = people(memory)
    (doubt,) = memory.tables.doubts.values()
    assert (doubt.kind, doubt.origin, {doubt.left, doubt.right}) == ("person", "import", {one.id, other.id})


def test_what_is_no_name_makes_nobody(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH.replace("Nguyễn Văn An", "---"), HAI_LONG.replace("Nguyễn Văn An", "A" * 101))
    assert people(memory) == []
    assert len(memory.tables.organisations) == 2


def test_a_made_up_list_makes_made_up_people(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH, demo=True)
    assert [person.demo for person in people(memory)] == [True]


def test_undo_takes_new_people_and_new_posts_back(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH)
    (before,) = people(memory)
    done = committed(office, MINH_ANH.replace("Giám đốc", "Chủ tịch"), HAI_LONG, source="Sở B")
    assert len(people(memory)) == 2
    assert undo_import(office, OFFICER, done.id).kept == 0
    (after,) = people(memory)
    assert (after.id, after.names, after.posts) == (before.id, before.names, before.posts)
    assert len(memory.tables.organisations) == 1


def test_undo_takes_proposed_pairs_of_people_back(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH.replace("Nguyễn Văn An", "이득운"))
    done = committed(office, MINH_ANH.replace("Nguyễn Văn An", "Lee Deukwoon"), source="Sở B")
    undo_import(office, OFFICER, done.id)
    assert (len(people(memory)), memory.tables.doubts) == (1, {})


def test_a_person_whom_somebody_set_right_stays_with_the_body(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH, HAI_LONG)
    one = people(memory)[0]
    edit_person(office, OFFICER, one.id, version=one.version, names=[("Nguyễn Văn Ân", "vi")])
    assert undo_import(office, OFFICER, done.id).kept == 1
    assert [person.id for person in people(memory)] == [one.id]
    assert set(memory.tables.organisations) == {one.organisation_id}


def test_the_people_of_a_body_that_stays_stay_with_it(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH)
    (body,) = memory.tables.organisations.values()
    memory.put(agreement("agr-new", body))
    assert undo_import(office, OFFICER, done.id).kept == 1
    assert [person.organisation_id for person in people(memory)] == [body.id]


def test_the_undo_of_an_undo_brings_the_people_again(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH)
    before = people(memory)
    undo(office, OFFICER, undo(office, OFFICER, done.batch))
    assert [replace(person, version=1) for person in people(memory)] == before
