"""People who sign in and the tokens of their programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from nhipcau.facts.actor import Actor, Role
from nhipcau.store.models import ApiToken, User
from nhipcau.wiring import actor_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> Iterator[None]:
    """Forget how often somebody tried to sign in."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def lan() -> User:
    return User.objects.create_user("lan", password="cầu-vồng-bảy-sắc", full_name="Phạm Thị Lan", role=Role.OFFICER)


def _sign_in(client: Client, password: str) -> int:
    return client.post("/account/login/", {"login": "lan", "password": password}).status_code


def test_says_who_acts(lan: User) -> None:
    assert actor_of(lan) == Actor(id=str(lan.pk), name="Phạm Thị Lan", role=Role.OFFICER, language="vi")


def test_may_do_least_unless_told_otherwise() -> None:
    assert actor_of(User.objects.create_user("somebody")).role is Role.VIEWER


def test_knows_a_token_and_keeps_only_its_fingerprint(lan: User) -> None:
    token, secret = ApiToken.issue(lan, "sổ tính")
    assert secret not in str(vars(token))
    assert token.sha256 == hashlib.sha256(secret.encode()).hexdigest()
    assert ApiToken.user_of(secret) == lan
    token.refresh_from_db()
    assert token.last_used_at is not None
    assert ApiToken.user_of(secret + "x") is None


@pytest.mark.parametrize("change", ["revoked", "left"])
def test_knows_no_token_of_the_past(lan: User, change: str) -> None:
    token, secret = ApiToken.issue(lan, "sổ tính")
    if change == "revoked":
        ApiToken.objects.filter(pk=token.pk).update(revoked_at=token.created_at)
    else:
        User.objects.filter(pk=lan.pk).update(is_active=False)
    assert ApiToken.user_of(secret) is None


def test_signs_in_with_the_right_password(client: Client, lan: User) -> None:
    assert _sign_in(client, "cầu-vồng-bảy-sắc") == 302
    assert client.session["_auth_user_id"] == str(lan.pk)


def test_slows_down_who_guesses(client: Client, lan: User) -> None:
    answers = [_sign_in(client, f"đoán {number}") for number in range(12)]
    assert answers[0] == 200
    assert _sign_in(client, "cầu-vồng-bảy-sắc") != 302
    assert "_auth_user_id" not in client.session


def test_lets_nobody_make_an_account_for_himself(client: Client) -> None:
    client.post(
        "/account/signup/", {"username": "kẻ", "password1": "cầu-vồng-bảy-sắc", "password2": "cầu-vồng-bảy-sắc"}
    )
    assert not User.objects.exists()
