"""Words come in; everything in the office that bears them goes out, kind by kind."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from nhipcau.programme.queries.search import search as search_for
from nhipcau.programme.views import SearchHit
from nhipcau.web.page import Visit, page

PAGES: Final = {
    "agreement": "web:agreement",
    "organisation": "web:organisation",
    "person": "web:person",
    "commitment": "web:commitment",
    "document": "web:document",
    "draft": "web:draft",
    "need": "web:need",
    "offer": "web:offer",
}


@page
def search(request: Visit) -> HttpResponse:
    """Find by any name, with or without diacritics, in any of the three languages, or by acronym."""
    asked = request.GET.get("q", "").strip()[: request.office.limits.longest_line]
    hits = search_for(request.office, request.actor, asked) if asked else ()
    groups = [(kind, [(hit, _address(hit)) for hit in found]) for kind, found in groupby(hits, lambda hit: hit.kind)]
    return render(request, "nhipcau/search.html", {"asked": asked, "groups": groups, "count": len(hits)})


def _address(hit: SearchHit) -> str:
    return reverse(PAGES[hit.kind], args=[hit.id])
