"""Requests under ``/api/people`` come in; people of agreements go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import listed, one
from nhipcau.api.auth import asked
from nhipcau.api.replies import IF_NONE_MATCH, reads
from nhipcau.api.wanted import PeopleWanted
from nhipcau.programme import arguments
from nhipcau.programme.queries.person_list import person_list
from nhipcau.programme.queries.person_page import person_page
from nhipcau.programme.views import Page, PersonRow, PersonView

router = Router(tags=["people"])


@router.get("", response=reads(Page[PersonRow]), summary="List people")
def list_people(request: HttpRequest, wanted: Query[PeopleWanted]) -> HttpResponse:
    """List people."""
    question = cast("arguments.PersonQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, person_list(*asked(request), **question))


@router.get("/{person_id}", response=reads(PersonView), openapi_extra=IF_NONE_MATCH, summary="One person")
def get_person(request: HttpRequest, person_id: str) -> HttpResponse:
    """Fetch one person with the agreements that name the person."""
    view = person_page(*asked(request), person_id)
    return one(request, view, version=view.person.version)
