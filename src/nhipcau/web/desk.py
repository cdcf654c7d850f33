"""A person comes in, the first page goes out: what needs this person today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.desk import desk as desk_of
from nhipcau.programme.queries.desk import desk_section
from nhipcau.programme.views import DeskItem, DeskSection
from nhipcau.web.page import Visit, page

# The list that shows all of a section, with its filter; a section without one has a page of its own.
_ALL: Final[Mapping[str, str]] = {
    "drafts-to-confirm": "web:drafts",
    "same-proposals": "web:drafts",
    "imports-to-commit": "web:imports",
    "organisations-to-review": "web:review",
    "commitments-without-owner": "web:commitments",
    "commitments-without-quantity": "web:commitments",
    "commitments-without-due": "web:commitments",
    "late": "web:commitments",
}
_ONE: Final[Mapping[str, str]] = {
    "draft": "web:draft",
    "commitment": "web:commitment",
    "agreement": "web:agreement",
    "doubt": "web:review-pair",
    "import": "web:import",
    "need": "web:need",
    "offer": "web:offer",
    "match": "web:match",
}


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A section as the page shows it; ``all`` leads to the whole of it."""

    section: DeskSection
    items: tuple[tuple[DeskItem, str], ...]
    all: str


@page
def desk(request: Visit) -> HttpResponse:
    """Show the sections with something in them, each item one click from the thing."""
    found = desk_of(request.office, request.actor)
    context = {
        "desk": found,
        "waiting": [_waiting(section) for section in found.sections if section.count],
        "quiet": [section for section in found.sections if not section.count],
        "greeting": _("Good day, {name}").format(name=request.actor.name),
        "may_receive": allowed(request.actor, "document.receive"),
        "limit": request.office.limits.largest_upload,
    }
    return render(request, "nhipcau/desk.html", context)


@page
def section(request: Visit, code: str) -> HttpResponse:
    """Show one section with everything that waits in it."""
    one = _waiting(desk_section(request.office, request.actor, code))
    return render(request, "nhipcau/desk_section.html", {"one": one})


def _waiting(section: DeskSection) -> _Waiting:
    items = tuple((item, reverse(_ONE[item.kind], args=[item.id])) for item in section.items)
    if section.code in _ALL:
        return _Waiting(section, items, f"{reverse(_ALL[section.code])}?desk={section.code}")
    return _Waiting(section, items, reverse("web:desk-section", args=[section.code]))
