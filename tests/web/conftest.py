"""An empty cache and signed-in browsers for the tests of the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.store.models import User

PASSWORD = "cau-noi-hai-bo"


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> Iterator[None]:
    """Attempts to sign in are counted in the cache."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def visitor() -> Client:
    """A browser in which nobody is signed in, reading English."""
    return Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")


SignIn = Callable[[Role], Client]


@pytest.fixture
def sign_in(visitor: Client) -> SignIn:
    """Sign somebody of a role in."""

    def signed_in(role: Role) -> Client:
        user = User.objects.create_user(username=f"{role}-of-the-office", password=PASSWORD, role=role)
        visitor.force_login(user)
        return visitor

    return signed_in
