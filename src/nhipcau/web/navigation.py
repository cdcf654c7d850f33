"""A person and the current path come in, the entries of the main navigation go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy

from nhipcau.facts.actor import Actor
from nhipcau.programme.permissions import allowed


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation; ``current`` is "page", "true" (a page below it) or ""."""

    title: str
    address: str
    icon: str
    current: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    title: object
    icon: str
    permission: str = "register.see"


_GROUPS: Final = (
    (
        gettext_lazy("Work"),
        (
            _Place("web:desk", gettext_lazy("Desk"), "desk"),
            _Place("web:documents", gettext_lazy("Documents"), "document", "document.see"),
            _Place("web:drafts", gettext_lazy("Drafts"), "draft", "draft.see"),
        ),
    ),
    (
        gettext_lazy("Register"),
        (
            _Place("web:agreements", gettext_lazy("Agreements"), "agreement"),
            _Place("web:commitments", gettext_lazy("Commitments"), "commitment"),
            _Place("web:organisations", gettext_lazy("Organisations"), "organisation"),
            _Place("web:imports", gettext_lazy("Imports of lists"), "upload", "organisation.import"),
            _Place("web:review", gettext_lazy("Who is who"), "merge", "organisation.review"),
            _Place("web:people", gettext_lazy("People"), "person"),
        ),
    ),
    (
        gettext_lazy("Market"),
        (
            _Place("web:needs", gettext_lazy("Needs"), "need", "market.see"),
            _Place("web:offers", gettext_lazy("Offers"), "offer", "market.see"),
            _Place("web:matches", gettext_lazy("Matches"), "match", "match.see"),
            _Place("web:plans", gettext_lazy("Development plans"), "commitment", "plan.see"),
            _Place("web:concepts", gettext_lazy("Own concepts"), "concept", "market.import"),
        ),
    ),
    (
        gettext_lazy("Pictures"),
        (
            _Place("web:network", gettext_lazy("Network"), "network"),
            _Place("web:timeline", gettext_lazy("Timeline"), "timeline"),
            _Place("web:states", gettext_lazy("State of commitments"), "states"),
            _Place("web:market-coverage", gettext_lazy("Coverage of the market"), "concept", "market.see"),
            _Place("web:market-funnel", gettext_lazy("Funnel of matches"), "filter", "match.count"),
            _Place("web:market-supply", gettext_lazy("Supply map"), "place", "market.see"),
        ),
    ),
    (
        gettext_lazy("More"),
        (
            _Place("web:history", gettext_lazy("History"), "history", "history.see"),
            _Place("web:accounts", gettext_lazy("Accounts"), "key", "office.administer"),
            _Place("web:help", gettext_lazy("Help"), "help"),
        ),
    ),
)


def navigation(actor: Actor, path: str) -> tuple[Group, ...]:
    """Return what this person may open, the place of ``path`` marked."""
    addresses = [reverse(place.name) for _, places in _GROUPS for place in places]
    # Of two places one below the other the nearer one is where the person is.
    nearest = max((address for address in addresses if path.startswith(address)), key=len, default="")
    groups = (
        Group(str(title), tuple(_entry(place, path, nearest) for place in places if allowed(actor, place.permission)))
        for title, places in _GROUPS
    )
    return tuple(group for group in groups if group.entries)


def _entry(place: _Place, path: str, nearest: str) -> Entry:
    address = reverse(place.name)
    below = address == nearest and address != reverse("web:desk")
    current = "page" if path == address else "true" * below
    return Entry(str(place.title), address, place.icon, current)
