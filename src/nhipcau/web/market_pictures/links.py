"""A part of a picture of the market comes in; the list that it leads to goes out."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse
from django.utils.http import urlencode


def link(kind: str, thing_id: str) -> str:
    """Return the page that a part of a picture leads to."""
    addresses: dict[str, Callable[[], str]] = {
        "needs-of-concept": lambda: _listed("needs", concept=thing_id),
        "offers-of-concept": lambda: _listed("offers", concept=thing_id),
        "offers-in": lambda: _listed("offers", place=thing_id),
        "matches-at": lambda: _listed("matches", stage=thing_id),
    }
    return addresses[kind]()


def _listed(name: str, **wanted: str) -> str:
    return f"{reverse(f'web:{name}')}?{urlencode({**wanted, **_SHOWN.get(name, {})})}"


_SHOWN = {"needs": {"state": "published"}, "offers": {"state": "published"}}
