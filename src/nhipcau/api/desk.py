"""A request for the desk or a search comes in; what needs this person today, or what was found, goes out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.replies import reads
from nhipcau.programme.queries.desk import desk
from nhipcau.programme.queries.search import search
from nhipcau.programme.views import Desk, SearchHit

router = Router(tags=["desk"])


@router.get("/desk", response=reads(Desk), summary="What needs me today")
def get_desk(request: HttpRequest) -> HttpResponse:
    """Fetch what waits for the sender: each section's count and its first entries."""
    return plain_answer(desk(*asked(request)))


@router.get("/search", response=reads(tuple[SearchHit, ...]), summary="Search everything")
def get_search(request: HttpRequest, q: Query[str]) -> HttpResponse:
    """Search agreements, organisations, people, commitments and documents, with or without diacritics."""
    return plain_answer(search(*asked(request), q))
