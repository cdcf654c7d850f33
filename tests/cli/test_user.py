from __future__ import annotations

import json
import re

import pytest
from django.contrib.auth import authenticate

from nhipcau.store.models import User
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db


def password_in(text: str) -> str:
    found = re.search(r"password:\s+(\S+)", text)
    assert found
    return found[1]


def test_adds_somebody_who_signs_in_with_the_password_printed(run: Run) -> None:
    ran = run("user", "add", "lan@office.example", "--role", "officer", "--name", "Nguyễn Lan", "--language", "ko")
    assert ran.code == 0
    user = authenticate(username="lan@office.example", password=password_in(ran.out))
    assert user is not None
    assert json.loads(run("user", "list", "--json").out) == [
        {
            "username": "lan@office.example",
            "name": "Nguyễn Lan",
            "role": "officer",
            "language": "ko",
            "organisation_id": None,
            "active": True,
            "demo": False,
            "last_login": None,
            "tokens": 0,
        }
    ]


def test_a_known_name_is_a_conflict(run: Run) -> None:
    run("user", "add", "lan")
    assert run("user", "add", "lan").code == 5


def test_an_unknown_name_is_not_found(run: Run) -> None:
    for words in (("password", "lan"), ("token", "lan"), ("change", "lan", "--role", "viewer")):
        assert run("user", *words).code == 4


def test_takes_a_password_that_is_typed_and_never_shows_it(run: Run) -> None:
    ran = run("user", "add", "lan", "--ask", typed="rừng xanh núi đỏ\nrừng xanh núi đỏ\n")
    assert ran.code == 0
    assert "rừng" not in ran.out
    assert authenticate(username="lan", password="rừng xanh núi đỏ") is not None


def test_refuses_a_password_that_is_easy_to_guess(run: Run) -> None:
    ran = run("user", "add", "lan", "--ask", typed="12345\n12345\n")
    assert ran.code == 1
    assert "too easy to guess" in ran.err
    assert json.loads(run("user", "list", "--json").out) == []


def test_gives_a_new_password(run: Run) -> None:
    old = password_in(run("user", "add", "lan").out)
    new = password_in(run("user", "password", "lan").out)
    assert old != new
    assert authenticate(username="lan", password=old) is None
    assert authenticate(username="lan", password=new) is not None


def test_changes_and_closes_an_account(run: Run) -> None:
    password = password_in(run("user", "add", "lan").out)
    assert run("user", "change", "lan", "--role", "adviser", "--disable").code == 0
    (account,) = json.loads(run("user", "list", "--json").out)
    assert (account["role"], account["active"]) == ("adviser", False)
    assert authenticate(username="lan", password=password) is None


def test_refuses_an_organisation_that_is_not_there(run: Run) -> None:
    ran = run("user", "add", "firm", "--role", "enterprise", "--organisation", "nowhere")
    assert ran.code == 1
    assert "organisation_id" in ran.err


def test_makes_lists_and_revokes_tokens(run: Run) -> None:
    run("user", "add", "lan")
    secret = json.loads(run("user", "token", "lan", "--label", "export", "--json").out)["token"]
    (token,) = json.loads(run("user", "token", "lan", "--list", "--json").out)
    assert (token["label"], secret.startswith(token["hint"])) == ("export", True)
    assert token["hint"] in run("user", "token", "lan", "--list").out
    assert run("user", "token", "lan", "--revoke", token["hint"]).code == 0
    assert run("user", "token", "lan", "--revoke", token["hint"]).code == 4
    assert json.loads(run("user", "token", "lan", "--list", "--json").out) == []


def test_letters_go_to_the_mail_address_that_is_given(run: Run) -> None:
    assert run("user", "add", "lan", "--mail", "lan@office.example").code == 0
    assert User.objects.get(username="lan").email == "lan@office.example"
    assert run("user", "change", "lan", "--mail", "").code == 0
    assert not User.objects.get(username="lan").email


def test_what_is_no_mail_address_is_refused(run: Run) -> None:
    ran = run("user", "add", "lan", "--mail", "lan at home")
    assert ran.code == 1
    assert "mail address" in ran.err
    assert not User.objects.filter(username="lan").exists()
