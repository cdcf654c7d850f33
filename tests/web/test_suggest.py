from __future__ import annotations

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.facts.organisation import Name, Organisation, Person
from tests.web.conftest import SignIn

KICET = Organisation(
    id="org-kicet",
    names=(Name("Viện <b>Gốm</b> Hàn Quốc", "vi", "official"), Name("KICET", "und", "acronym")),
    country="KR",
)
LEE = Person(id="per-lee", names=(Name("이득운", "ko", "official"),), organisation_id="org-kicet")


@pytest.fixture
def officer(transactional_db: None, sign_in: SignIn) -> Client:
    with wiring.office().store.unit() as unit:
        unit.organisations.add(KICET)
        unit.people.add(LEE)
    return sign_in(Role.OFFICER)


def test_offers_organisations_by_acronym(officer: Client) -> None:
    body = officer.get("/organisations/suggest/", {"q": "kice"}).content.decode()
    assert 'data-id="org-kicet"' in body
    assert "&lt;b&gt;" in body
    assert "<b>" not in body


def test_the_search_offers_people_in_another_script(officer: Client) -> None:
    body = officer.get("/search/suggest/", {"q": "Lee Deukwoon"}).content.decode()
    assert 'data-href="/people/per-lee/"' in body


def test_says_where_nothing_is_found(officer: Client) -> None:
    assert "Nothing found" in officer.get("/organisations/suggest/", {"q": "qqqq"}).content.decode()


@pytest.mark.parametrize("typed", ["x" * 5000, "\x00", "%_'\"", "\u202e", "ㅅ" * 300])
def test_hostile_words_are_harmless(officer: Client, typed: str) -> None:
    for address in ("/organisations/suggest/", "/people/suggest/", "/search/suggest/"):
        assert officer.get(address, {"q": typed}).status_code == 200


def test_an_enterprise_is_offered_nothing_out_of_sight(officer: Client, sign_in: SignIn) -> None:
    del officer
    firm = sign_in(Role.ENTERPRISE)
    for address in ("/organisations/suggest/", "/people/suggest/", "/search/suggest/"):
        for typed in ("kicet", "이득운"):
            assert "data-id" not in firm.get(address, {"q": typed}).content.decode()


def test_forms_offer_what_is_typed(officer: Client) -> None:
    assert "data-suggest" in officer.get("/").content.decode()
    assert "data-organisations" in officer.get("/organisations/org-kicet/edit/").content.decode()
