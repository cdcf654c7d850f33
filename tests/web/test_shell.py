from __future__ import annotations

import re

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from tests.web.conftest import SignIn

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "Desk",
    "Documents",
    "Drafts",
    "Agreements",
    "Commitments",
    "Organisations",
    "Imports of lists",
    "Who is who",
    "People",
    "Needs",
    "Offers",
    "Matches",
    "Development plans",
    "Own concepts",
    "Coverage of the market",
    "Funnel of matches",
    "Supply map",
    "Network",
    "Timeline",
    "State of commitments",
    "History",
    "Help",
    "Accounts",
}


def places(browser: Client) -> set[str]:
    body = browser.get("/help/").content.decode()
    rail = body[body.index('id="rail"') : body.index("<main")]
    return set(re.findall(r"</svg><span>([^<]+)</span>", rail))


@pytest.mark.parametrize(
    ("role", "hidden"),
    [
        (Role.ADMINISTRATOR, set()),
        (Role.OFFICER, {"Accounts"}),
        (Role.ADVISER, {"Accounts", "Imports of lists", "Who is who"}),
        (Role.ENTERPRISE, {"Accounts", "Drafts", "History", "Imports of lists", "Who is who", "Own concepts"}),
        (
            Role.VIEWER,
            {
                "Accounts",
                "Drafts",
                "History",
                "Imports of lists",
                "Who is who",
                "Own concepts",
                "Matches",
                "Development plans",
            },
        ),
    ],
)
def test_everybody_sees_the_places_that_open(sign_in: SignIn, role: Role, hidden: set[str]) -> None:
    assert places(sign_in(role)) == EVERYTHING - hidden


def test_marks_the_place_and_what_lies_below_it(sign_in: SignIn) -> None:
    browser = sign_in(Role.OFFICER)
    assert '<a href="/help/" aria-current="page">' in browser.get("/help/").content.decode()
    assert '<a href="/" aria-current="page">' in browser.get("/").content.decode()


@pytest.mark.parametrize(("language", "said"), [("vi", "Trợ giúp"), ("ko", "도움말"), ("en", "Help")])
def test_the_language_switch_keeps_the_page(sign_in: SignIn, language: str, said: str) -> None:
    browser = sign_in(Role.OFFICER)
    body = browser.get("/help/?from=here").content.decode()
    assert '<input type="hidden" name="next" value="/help/?from=here">' in body
    answer = browser.post("/language/", {"language": language, "next": "/help/?from=here"})
    assert answer["Location"] == "/help/?from=here"
    assert f"<h1>{said}</h1>" in browser.get("/help/").content.decode()


def test_a_page_that_answers_a_form_is_opened_anew_after_a_switch(sign_in: SignIn) -> None:
    answer = sign_in(Role.OFFICER).post("/me/keys/", {"label": ""}, HTTP_REFERER="http://localhost/me/?a=1")
    assert 'name="next" value="/me/?a=1"' in answer.content.decode()


def test_the_search_box_keeps_what_was_asked(sign_in: SignIn) -> None:
    body = sign_in(Role.OFFICER).get("/search/?q=%3Cb%3Ekicet").content.decode()
    assert 'name="q" value="&lt;b&gt;kicet"' in body


def test_a_page_has_its_landmarks(sign_in: SignIn) -> None:
    body = sign_in(Role.OFFICER).get("/").content.decode()
    for mark in ('class="skip" href="#main"', '<main class="main" id="main"', '<nav class="rail"', 'role="search"'):
        assert mark in body
    assert body.count("<h1>") == 1


def test_demo_data_is_announced_to_demo_people_alone(sign_in: SignIn) -> None:
    assert "This office holds demo data" not in sign_in(Role.OFFICER).get("/").content.decode()


@pytest.mark.parametrize(("role", "led"), [(Role.OFFICER, True), (Role.VIEWER, False)])
def test_empty_lists_lead_to_the_drafts_those_who_may_see_them(sign_in: SignIn, role: Role, led: bool) -> None:
    body = sign_in(role).get("/people/").content.decode()
    assert ("Open the drafts" in body) is led
