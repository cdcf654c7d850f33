from __future__ import annotations

import re

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.store import accounts
from tests.web.conftest import PASSWORD, SignIn

pytestmark = pytest.mark.django_db


def made(answer: str) -> str:
    found = re.search(r"<pre><code>([^<]+)</code>", answer)
    assert found is not None
    return found[1]


def test_an_administrator_adds_somebody_who_can_sign_in(sign_in: SignIn) -> None:
    browser = sign_in(Role.ADMINISTRATOR)
    fields = {"username": "minh", "name": "Trần Minh", "role": "adviser", "language": "ko", "organisation_id": ""}
    password = made(browser.post("/accounts/", fields).content.decode())
    newcomer = Client(HTTP_HOST="localhost")
    assert newcomer.login(username="minh", password=password)
    [minh] = [one for one in accounts.accounts() if one.username == "minh"]
    assert (minh.name, minh.role, minh.language) == ("Trần Minh", Role.ADVISER, "ko")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"username": "", "role": "viewer"}, "Fill in this field."),
        ({"username": "administrator-of-the-office", "role": "viewer"}, "There is already an account"),
        ({"username": "minh", "role": "king"}, "Choose one of the listed values."),
    ],
)
def test_mistakes_keep_what_was_typed(sign_in: SignIn, fields: dict[str, str], said: str) -> None:
    answer = sign_in(Role.ADMINISTRATOR).post("/accounts/", fields | {"name": "Trần Minh"})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Trần Minh" in answer.content.decode()


def test_roles_and_access_can_be_taken_away(sign_in: SignIn) -> None:
    accounts.add_account("minh", password=PASSWORD, role="officer")
    browser = sign_in(Role.ADMINISTRATOR)
    browser.post("/accounts/minh/", {"role": "viewer", "language": "vi"})
    [minh] = [one for one in accounts.accounts() if one.username == "minh"]
    assert (minh.role, minh.active) == (Role.VIEWER, False)
    assert "Switched off" in browser.get("/accounts/").content.decode()


def test_nobody_locks_the_own_door(sign_in: SignIn) -> None:
    answer = sign_in(Role.ADMINISTRATOR).post("/accounts/administrator-of-the-office/", {"role": "viewer"})
    assert answer.status_code == 409


def test_a_new_password_replaces_the_old_one(sign_in: SignIn) -> None:
    accounts.add_account("minh", password=PASSWORD, role="officer")
    answer = sign_in(Role.ADMINISTRATOR).post("/accounts/minh/password/")
    assert "no-store" in answer["Cache-Control"]
    newcomer = Client(HTTP_HOST="localhost")
    assert not newcomer.login(username="minh", password=PASSWORD)
    assert newcomer.login(username="minh", password=made(answer.content.decode()))


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADVISER, Role.ENTERPRISE, Role.VIEWER])
@pytest.mark.parametrize("path", ["/accounts/", "/accounts/minh/", "/accounts/minh/password/"])
def test_accounts_are_for_administrators(sign_in: SignIn, role: Role, path: str) -> None:
    accounts.add_account("minh", password=PASSWORD, role="officer")
    assert sign_in(role).post(path, {"role": "administrator"}).status_code == 403
