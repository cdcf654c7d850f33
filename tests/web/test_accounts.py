from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.store import accounts
from nhipcau.store.models import User
from tests.web.conftest import PASSWORD, SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan() -> User:
    return User.objects.create_user(
        username="lan", password=PASSWORD, role=Role.OFFICER, full_name="Nguyễn Thị Lan", email="lan@office.example"
    )


def test_signs_in_and_returns_to_the_page_asked_for(visitor: Client, lan: User) -> None:
    answer = visitor.post("/account/login/?next=/help/", {"login": "lan", "password": PASSWORD, "next": "/help/"})
    assert (answer.status_code, answer["Location"]) == (302, "/help/")
    assert "Nguyễn Thị Lan" in visitor.get("/help/").content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Tên đăng nhập hoặc mật khẩu không đúng."),
        ("ko", "사용자 이름 또는 비밀번호가 올바르지 않습니다."),
        ("en", "The username and/or password you specified are not correct."),
    ],
)
def test_a_wrong_password_is_told_in_the_readers_language(language: str, said: str, lan: User) -> None:
    browser = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=language)
    body = browser.post("/account/login/", {"login": "lan", "password": "nope-nope-nope"}).content.decode()
    assert said in body
    assert f'<html lang="{language}"' in body


def test_guessing_is_slowed_down(visitor: Client, lan: User) -> None:
    wrong = {"login": "lan", "password": "nope-nope-nope"}
    answers = [visitor.post("/account/login/", wrong).content.decode() for _ in range(12)]
    assert "Too many" in answers[-1]
    right = visitor.post("/account/login/", {"login": "lan", "password": PASSWORD})
    assert right.status_code != 302


def test_nobody_makes_an_account(visitor: Client) -> None:
    answer = visitor.get("/account/signup/")
    assert "Accounts are made by the administrator" in answer.content.decode()


def test_signs_out(sign_in: SignIn) -> None:
    browser = sign_in(Role.VIEWER)
    assert "Sign out" in browser.get("/account/logout/").content.decode()
    browser.post("/account/logout/")
    assert browser.get("/").status_code == 302


def test_changes_the_password(visitor: Client, lan: User) -> None:
    visitor.force_login(lan)
    fields = {"oldpassword": PASSWORD, "password1": "mot-cau-khac-dai", "password2": "mot-cau-khac-dai"}
    assert visitor.post("/account/password/change/", fields).status_code == 302
    lan.refresh_from_db()
    assert lan.check_password("mot-cau-khac-dai")


def test_a_weak_password_is_refused_beside_its_field(visitor: Client, lan: User) -> None:
    visitor.force_login(lan)
    fields = {"oldpassword": PASSWORD, "password1": "12345", "password2": "12345"}
    body = visitor.post("/account/password/change/", fields).content.decode()
    assert 'aria-invalid="true"' in body


def test_a_forgotten_password_is_replaced_by_mail(visitor: Client, lan: User) -> None:
    visitor.post("/account/password/reset/", {"email": "lan@office.example"})
    [letter] = mail.outbox
    assert "Nhịp Cầu" in letter.subject
    link = re.search(r"http://localhost(\S+)", str(letter.body))
    assert link is not None
    form = visitor.get(link[1], follow=True)
    assert "Choose a new password" in form.content.decode()


@pytest.mark.parametrize("path", ["/account/login/", "/account/password/reset/", "/account/password/reset/done/"])
def test_pages_before_sign_in_offer_every_language(visitor: Client, path: str) -> None:
    body = visitor.get(path).content.decode()
    assert all(name in body for name in ("Tiếng Việt", "한국어", "English"))


def test_a_key_is_shown_once_and_revoked(sign_in: SignIn) -> None:
    browser = sign_in(Role.OFFICER)
    made = browser.post("/me/keys/", {"label": "monthly report"})
    secret = re.search(r"<pre><code>(nc_\S+)</code>", made.content.decode())
    assert secret is not None
    assert "no-store" in made["Cache-Control"]
    later = browser.get("/me/").content.decode()
    assert secret[1] not in later
    assert "monthly report" in later
    browser.post("/me/keys/revoke/", {"hint": secret[1][:7]})
    assert accounts.tokens("officer-of-the-office") == ()


@pytest.mark.parametrize(("label", "said"), [("", "Fill in this field."), ("x" * 101, "This is too long")])
def test_a_key_needs_a_sensible_name(sign_in: SignIn, label: str, said: str) -> None:
    answer = sign_in(Role.OFFICER).post("/me/keys/", {"label": label})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_theme_is_kept(visitor: Client) -> None:
    answer = visitor.post("/theme/", {"theme": "dark", "next": "/account/login/"})
    assert (answer["Location"], answer.cookies["nhipcau_theme"].value) == ("/account/login/", "dark")
    assert 'data-theme="dark"' in visitor.get("/account/login/").content.decode()


def test_the_theme_switch_sends_nobody_elsewhere(visitor: Client) -> None:
    answer = visitor.post("/theme/", {"theme": "neon", "next": "https://evil.example/"})
    assert answer["Location"] == "/"
    assert "nhipcau_theme" not in answer.cookies


def test_a_stranger_cannot_make_the_office_write_to_anybody(visitor: Client) -> None:
    answer = visitor.post("/account/password/reset/", {"email": "victim@example.com"}, follow=True)
    assert (answer.status_code, len(mail.outbox)) == (200, 0)
