"""A request comes in; who asks, by token or by session, goes out to the routes as ``request.auth``."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from typing_extensions import override

from nhipcau import wiring
from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.store.accounts import user_of_token


class Asked(HttpRequest):
    """A request whose sender is known."""

    auth: Actor


class Token(HttpBearer):
    """``Authorization: Bearer <token>``: a program that acts for the person whose token it is."""

    @override
    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Return the person, or nobody."""
        del request
        user = user_of_token(token)
        return wiring.actor_of(user) if user else None


class SignedIn(APIKeyCookie):
    """The session of the pages; changes need the ``X-CSRFToken`` header besides."""

    param_name = settings.SESSION_COOKIE_NAME

    @override
    def _get_key(self, request: HttpRequest) -> str | None:
        """Ask for the header only where there is a session: who has none is told to sign in."""
        return super()._get_key(request) if request.COOKIES.get(self.param_name) else None

    @override
    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Return the person, or nobody."""
        del key
        return wiring.actor_of(request.user) if request.user.is_authenticated else None


def known(request: HttpRequest) -> bool:
    """Tell whether a request that only reads comes from somebody known."""
    return request.user.is_authenticated or bool(Token()(request))


def asked(request: HttpRequest) -> tuple[Office, Actor]:
    """Return what every verb and query asks for first."""
    return wiring.office(), cast("Asked", request).auth
