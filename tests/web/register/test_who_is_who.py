from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nhipcau.facts.actor import Role
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.office import Office
from nhipcau.programme.propose_pair import propose_pair
from tests.programme.samples import OFFICER, source_record
from tests.web.register.conftest import SignedIn

LEFT = Organisation(
    id="org-park",
    names=(Name("Công viên <b>Công nghệ</b> Chungbuk", "vi", "official"),),
    country="KR",
    phone="043 270 2114",
)
RIGHT = Organisation(
    id="org-tp", names=(Name("Chungbuk Technopark", "en", "official"),), country="KR", phone="043 270 2000"
)


@pytest.fixture
def pair(office: Office) -> str:
    """Return the id of a doubtful pair of two bodies, one of them with a source record."""
    with office.store.unit() as unit:
        for body in (LEFT, RIGHT):
            unit.organisations.add(body)
        unit.source_records.add(source_record("src-1", RIGHT, phone="043 270 2114", names=RIGHT.names))
    return propose_pair(office, OFFICER, LEFT.id, RIGHT.id).id


def version(page: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', page)
    assert found
    return found[1]


def decide(client: Client, pair: str, decision: str, **more: str) -> tuple[int, str]:
    page = client.get(f"/organisations/review/{pair}/").content.decode()
    typed = {"decision": decision, "version": version(page), **more}
    answer = client.post(f"/organisations/review/{pair}/decide/", typed, follow=True)
    return answer.status_code, answer.content.decode()


def test_the_queue_leads_to_the_pair(officer: Client, pair: str) -> None:
    body = officer.get("/organisations/review/").content.decode()
    assert f"/organisations/review/{pair}/" in body
    assert "Chungbuk Technopark" in body


def test_the_queue_asks_as_often_for_many_pairs_as_for_one(officer: Client, office: Office, pair: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(f"/organisations/review/{pair}/").status_code == 200
            assert officer.get("/organisations/review/").status_code == 200
        return len(queries)

    one = asked()
    for number in range(3):
        with office.store.unit() as unit:
            unit.organisations.add(replace(RIGHT, id=f"org-{number}"))
        propose_pair(office, OFFICER, LEFT.id, f"org-{number}")
    assert asked() <= one


def test_an_empty_queue_says_where_pairs_come_from(officer: Client) -> None:
    assert "No pair waits for a decision" in officer.get("/organisations/review/").content.decode()
    assert "No pair in this state" in officer.get("/organisations/review/?state=later").content.decode()


def test_both_sides_stand_beside_each_other_with_reasons(officer: Client, pair: str) -> None:
    body = officer.get(f"/organisations/review/{pair}/").content.decode()
    assert "Công viên &lt;b&gt;Công nghệ&lt;/b&gt; Chungbuk" in body
    assert "043 270 2000" in body
    assert "Danh sách Sở Công Thương" in body
    assert "Why it is asked" in body
    assert 'aria-keyshortcuts="s"' in body


def test_same_merges_and_the_old_address_leads_on(officer: Client, pair: str) -> None:
    status, body = decide(officer, pair, "same", keep=RIGHT.id, despite="yes")
    assert status == 200
    assert "Merged into “Chungbuk Technopark”" in body
    answer = officer.get(f"/organisations/{LEFT.id}/")
    assert (answer.status_code, answer["Location"]) == (308, f"/organisations/{RIGHT.id}/")
    assert officer.post(f"/organisations/{LEFT.id}/edit/", {}).status_code == 404
    assert f"/organisations/{LEFT.id}/" not in officer.get("/organisations/").content.decode()


def test_a_merge_is_explained_and_taken_back(officer: Client, pair: str) -> None:
    decide(officer, pair, "same", keep=RIGHT.id, despite="yes")
    page = officer.get(f"/organisations/{RIGHT.id}/").content.decode()
    found = re.search(rf"/organisations/{RIGHT.id}/merges/(\w+)/", page)
    assert found
    explained = officer.get(found[0]).content.decode()
    assert "stands by itself again" in explained
    back = officer.post(found[0], follow=True)
    assert back.redirect_chain[-1][0] == f"/organisations/{LEFT.id}/"
    assert "stands by itself again" in back.content.decode()


def test_the_last_decision_is_undone_from_the_message(officer: Client, pair: str) -> None:
    _, body = decide(officer, pair, "different")
    found = re.search(r"/history/(\w+)/undo/", body)
    assert found
    back = officer.post(found[0], {"next": "/organisations/review/"}, follow=True)
    assert f"/organisations/review/{pair}/" in back.content.decode()


def test_what_speaks_against_it_is_shown_before_anything_is_done(officer: Client, office: Office) -> None:
    far = replace(RIGHT, id="org-far", names=(Name("Chungnam Technopark", "en", "official"),))
    with office.store.unit() as unit:
        unit.organisations.add(RIGHT)
        unit.organisations.add(far)
    pair = propose_pair(office, OFFICER, RIGHT.id, far.id).id
    status, body = decide(officer, pair, "same")
    assert status == 409
    assert 'name="despite"' in body
    assert officer.get(f"/organisations/{far.id}/").status_code == 200
    assert decide(officer, pair, "same", despite="yes")[0] == 200


def test_a_pair_told_apart_can_be_decided_again(officer: Client, pair: str) -> None:
    decide(officer, pair, "different")
    body = officer.get(f"/organisations/review/{pair}/").content.decode()
    assert "Decide again" in body
    assert 'value="same"' not in body
    officer.post(f"/organisations/{LEFT.id}/compare/", {"other": RIGHT.id, "again": "yes"})
    assert 'value="same"' in officer.get(f"/organisations/review/{pair}/").content.decode()


@pytest.mark.usefixtures("pair")
def test_a_page_shows_sources_that_disagree_and_takes_a_choice(officer: Client) -> None:
    page = officer.get(f"/organisations/{RIGHT.id}/").content.decode()
    assert "sources disagree" in page
    assert "Perhaps the same as another organisation" in page
    typed = {"field": "phone", "value": "043 270 2114", "version": version(page)}
    chosen = officer.post(f"/organisations/{RIGHT.id}/choose/", typed, follow=True).content.decode()
    assert "Take the choice back" in chosen
    typed = {"field": "phone", "revoke": "yes", "version": version(chosen)}
    assert (
        "Take the choice back"
        not in officer.post(f"/organisations/{RIGHT.id}/choose/", typed, follow=True).content.decode()
    )


@pytest.mark.usefixtures("pair")
def test_numbers_and_ways_to_reach_it_are_edited(officer: Client) -> None:
    form = officer.get(f"/organisations/{RIGHT.id}/edit/").content.decode()
    typed = {
        "version": version(form),
        "name": ["Chungbuk Technopark"],
        "language": ["en"],
        "name_kind": ["official"],
        "scheme": ["KR-BRN", "LEI"],
        "number": ["301-82-00006", ""],
        "address": "40 Yeonje 1-gil",
        "domain": "cbtp.or.kr",
        "founded": "2003",
    }
    page = officer.post(f"/organisations/{RIGHT.id}/edit/", typed, follow=True).content.decode()
    assert "3018200006" in page
    assert "40 Yeonje 1-gil" in page
    wrong = officer.post(f"/organisations/{RIGHT.id}/edit/", {**typed, "version": "2", "founded": "3003"})
    assert wrong.status_code == 422


@pytest.mark.usefixtures("pair")
def test_thresholds_show_what_would_change_before_they_hold(officer: Client) -> None:
    shown = officer.get("/organisations/review/thresholds/", {"link": "99.5", "review": "98"}).content.decode()
    assert "What would change" in shown
    assert officer.get("/organisations/review/thresholds/", {"link": "x", "review": "98"}).status_code == 422
    officer.post("/organisations/review/thresholds/", {"link": "99.5", "review": "98"})
    assert 'value="99.5"' in officer.get("/organisations/review/thresholds/").content.decode()


@pytest.mark.usefixtures("pair")
def test_the_whole_register_is_compared_on_demand(officer: Client) -> None:
    body = officer.post("/organisations/review/run/", follow=True).content.decode()
    assert "Organisations compared: 2" in body


@pytest.mark.parametrize("role", [Role.ADVISER, Role.ENTERPRISE, Role.VIEWER])
def test_nobody_else_learns_of_pairs(signed_in: SignedIn, pair: str, role: Role) -> None:
    client = signed_in(role)
    for address in ("review/", f"review/{pair}/", "review/thresholds/", f"{LEFT.id}/merges/x/"):
        assert client.get(f"/organisations/{address}").status_code == 403
    for address in ("review/run/", f"review/{pair}/decide/", f"{LEFT.id}/compare/"):
        assert client.post(f"/organisations/{address}", {"version": "1", "decision": "same"}).status_code == 403


def test_the_desk_shows_pairs_that_wait(officer: Client, pair: str) -> None:
    body = officer.get("/").content.decode()
    assert "Organisations that may be one" in body
    assert f"/organisations/review/{pair}/" in body


def test_the_history_tells_a_merge_in_words(officer: Client, pair: str) -> None:
    decide(officer, pair, "same", keep=RIGHT.id, despite="yes")
    body = officer.get("/history/").content.decode()
    assert "said that two entries are one" in body
    assert "Merged into" in body
