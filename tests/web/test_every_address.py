"""Every address of the office is tried by every role and by nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from nhipcau.facts.actor import Role
from nhipcau.store.models import User

OPEN = ("/account/", "/static/", "/language/", "/theme/")


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    for entry in patterns:
        route = str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, prefix + route)
        elif "^" not in route:
            yield prefix + _filled(route)


def _filled(route: str) -> str:
    while "<" in route:
        start, end = route.index("<"), route.index(">")
        route = f"{route[:start]}0000000000000{route[end + 1 :]}"
    return route


ALL = sorted({address for address in addresses(get_resolver().url_patterns) if not address.startswith(OPEN)})


def test_there_are_many_addresses() -> None:
    assert len(ALL) > 40


@pytest.mark.django_db
@pytest.mark.parametrize("address", ALL)
def test_nobody_gets_in_without_signing_in(address: str) -> None:
    for method in ("get", "post"):
        answer = getattr(Client(HTTP_HOST="localhost"), method)(address)
        allowed = (302, 401, 403, 404, 405)
        assert answer.status_code in allowed, f"{method} {address}"
        if answer.status_code == 302:
            assert answer["Location"].startswith("/account/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_no_role_breaks_any_address(role: Role) -> None:
    user = User.objects.create_user(username=f"{role}@office.example", role=role)
    client = Client(HTTP_HOST="localhost", raise_request_exception=True)
    client.force_login(user)
    for address in ALL:
        for method in ("get", "post"):
            answer = getattr(client, method)(address)
            assert answer.status_code < 500, f"{role} {method} {address}"
