"""What was typed so far comes in with a request; organisations or people that may be meant go out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.replies import reads
from nhipcau.programme.queries.suggest_organisations import MOST_SUGGESTED, suggest_organisations
from nhipcau.programme.queries.suggest_people import suggest_people
from nhipcau.programme.views import Suggestion

organisations = Router(tags=["organisations"])
people = Router(tags=["people"])


class Typed(Schema):
    """What was typed."""

    q: str = Field("", description="Any name in any script, an acronym, or the beginning of one.")
    limit: int = Field(10, ge=1, le=MOST_SUGGESTED, description="How many at most.")


@organisations.get("/suggest", response=reads(list[Suggestion]), summary="Find as one types")
def suggested_organisations(request: HttpRequest, typed: Query[Typed]) -> HttpResponse:
    """Find organisations by any of their names, the likeliest first; ``fit`` says how well each one fits."""
    return plain_answer(list(suggest_organisations(*asked(request), typed.q, limit=typed.limit)))


@people.get("/suggest", response=reads(list[Suggestion]), summary="Find as one types")
def suggested_people(request: HttpRequest, typed: Query[Typed]) -> HttpResponse:
    """Find people by any spelling of their names, the likeliest first."""
    return plain_answer(list(suggest_people(*asked(request), typed.q, limit=typed.limit)))
