"""Sign-in requests come in; nobody makes an account for himself: an administrator does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from nhipcau.wiring import User


class OfficeAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """What allauth asks about accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- allauth's signature
        """Never: accounts are made by an administrator."""
        return False

    def post_login(self, request: HttpRequest, user: User, **options: object) -> HttpResponse:
        """Show the pages in the language of the account, unless this browser has chosen one.

        The demo accounts keep the browser's language: who tries the program out has not chosen any.
        """
        response: HttpResponse = super().post_login(request, user, **options)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and not user.demo:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite="Lax",
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response
