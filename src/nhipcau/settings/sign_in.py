"""Sign-in requests come in; nobody makes an account for himself: an administrator does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter

if TYPE_CHECKING:
    from django.http import HttpRequest


class OfficeAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """What allauth asks about accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- allauth's signature
        """Never: accounts are made by an administrator."""
        return False
