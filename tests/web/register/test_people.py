from __future__ import annotations

import re

import pytest
from django.test import Client

from nhipcau.facts.organisation import Name, Person
from nhipcau.programme.office import Office
from nhipcau.programme.relink_people import relink_people
from tests.programme.samples import MIRAE, OFFICER

ONE = Person(id="per-one", names=(Name("이득운", "ko", "official"),), organisation_id="org-mirae")
TWO = Person(id="per-two", names=(Name("Lee <i>Deukwoon</i>", "en", "official"), Name("Lee Deukwoon", "en")))


@pytest.fixture
def pair(office: Office) -> str:
    with office.store.unit() as unit:
        unit.organisations.add(MIRAE)
        unit.people.add(ONE)
        unit.people.add(TWO)
    relink_people(office, OFFICER)
    with office.store.unit() as unit:
        return unit.doubts.of("person", ["per-one"])[0].id


def version(page: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', page)
    assert found
    return found[1]


def test_the_queue_leads_to_the_pair_with_its_reasons(officer: Client, pair: str) -> None:
    queue = officer.get("/people/review/").content.decode()
    assert f"/people/review/{pair}/" in queue
    body = officer.get(f"/people/review/{pair}/").content.decode()
    assert "in another script" in body
    assert "<i>Deukwoon" not in body


def test_same_merges_and_the_old_address_leads_on(officer: Client, pair: str) -> None:
    body = officer.get(f"/people/review/{pair}/").content.decode()
    typed = {"decision": "same", "version": version(body), "keep": "per-one"}
    assert officer.post(f"/people/review/{pair}/decide/", typed).status_code == 302
    assert officer.get("/people/per-two/")["Location"] == "/people/per-one/"
    page = officer.get("/people/per-one/").content.decode()
    assert "Merged into this person" in page
    assert officer.post("/people/per-two/unmerge/").status_code == 302
    assert officer.get("/people/per-two/").status_code == 200


def test_two_officers_at_one_pair(officer: Client, pair: str) -> None:
    typed = {"decision": "different", "version": version(officer.get(f"/people/review/{pair}/").content.decode())}
    assert officer.post(f"/people/review/{pair}/decide/", typed).status_code == 302
    assert officer.post(f"/people/review/{pair}/decide/", typed).status_code == 409
    assert officer.get("/people/review/?state=different").content.decode().count(pair) == 1


def test_an_officer_merges_by_name(officer: Client, pair: str) -> None:
    assert officer.post("/people/per-one/merge/", {"other": ""}).status_code == 422
    assert officer.post("/people/per-one/merge/", {"other": "per-two"}).status_code == 302
    assert "Lee Deukwoon" in officer.get("/people/per-one/").content.decode()


def test_posts_and_spellings_are_edited(officer: Client, pair: str) -> None:
    form = officer.get("/people/per-one/edit/").content.decode()
    typed = {
        "version": version(form),
        "name": ["이득운", "Lee Deuk-woon"],
        "language": ["ko", "en"],
        "body": ["org-mirae"],
        "title": ["원장"],
        "since": ["2019"],
        "until": [""],
    }
    assert officer.post("/people/per-one/edit/", typed).status_code == 302
    page = officer.get("/people/per-one/").content.decode()
    assert "원장" in page
    assert "2019" in page
    wrong = officer.post("/people/per-one/edit/", typed | {"version": "2", "since": ["some day"]})
    assert (wrong.status_code, "some day" in wrong.content.decode()) == (422, True)


def test_the_list_finds_any_spelling(officer: Client, pair: str) -> None:
    assert "per-one" in officer.get("/people/", {"q": "lee deukwoon"}).content.decode()
