"""What a person typed so far comes in; the lines of the list under the field go out."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from nhipcau.programme.queries.suggest_organisations import suggest_organisations
from nhipcau.programme.queries.suggest_people import suggest_people
from nhipcau.programme.views import Suggestion
from nhipcau.web.page import Visit, page

_MOST: Final = 8
_MOST_PEOPLE: Final = 4
_PAGES: Final = {"organisation": "web:organisation", "person": "web:person"}


@page
def organisations(request: Visit) -> HttpResponse:
    """Offer organisations to choose one."""
    found = suggest_organisations(request.office, request.actor, request.GET.get("q", ""), limit=_MOST)
    return _shown(request, found, kinds=False)


@page
def people(request: Visit) -> HttpResponse:
    """Offer people to choose one."""
    found = suggest_people(request.office, request.actor, request.GET.get("q", ""), limit=_MOST)
    return _shown(request, found, kinds=False)


@page
def anything(request: Visit) -> HttpResponse:
    """Offer organisations and people to go to."""
    typed = request.GET.get("q", "")
    bodies = suggest_organisations(request.office, request.actor, typed, limit=_MOST)
    people = suggest_people(request.office, request.actor, typed, limit=_MOST_PEOPLE)
    return _shown(request, (*bodies, *people), kinds=True)


def _shown(request: Visit, found: tuple[Suggestion, ...], *, kinds: bool) -> HttpResponse:
    lines = [(one, reverse(_PAGES[one.kind], args=[one.id])) for one in found]
    context = {"suggestions": lines, "kinds": kinds}
    return render(request, "nhipcau/component/suggestions.html", context)
