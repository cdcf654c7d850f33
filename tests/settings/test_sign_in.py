"""Who signs in reads the pages in the language of the account, unless the browser has chosen one."""

from __future__ import annotations

import pytest
from django.test import Client

from nhipcau.store.models import User

PASSWORD = "một mật khẩu khá dài"


def signed_in(client: Client, *, language: str, demo: bool = False) -> Client:
    User.objects.create_user(username="lan", password=PASSWORD, language=language, demo=demo)
    answer = client.post("/account/login/", {"login": "lan", "password": PASSWORD})
    assert answer.status_code == 302
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "ko", "en"])
def test_the_account_says_which_language(language: str) -> None:
    client = signed_in(Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en"), language=language)
    assert f'<html lang="{language}"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_a_language_that_was_chosen_stays() -> None:
    client = Client(HTTP_HOST="localhost")
    client.cookies["nhipcau_language"] = "ko"
    assert '<html lang="ko"' in signed_in(client, language="vi").get("/").content.decode()


@pytest.mark.django_db
def test_a_demo_account_keeps_the_browsers_language() -> None:
    client = signed_in(Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="ko"), language="vi", demo=True)
    assert '<html lang="ko"' in client.get("/").content.decode()


def test_nobody_makes_an_account_for_himself() -> None:
    answer = Client(HTTP_HOST="localhost").get("/account/signup/")
    assert "password1" not in answer.content.decode()
