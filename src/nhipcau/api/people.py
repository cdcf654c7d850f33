"""Requests under ``/api/people`` come in; people of agreements go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import listed, one
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import PeopleWanted
from nhipcau.facts.organisation import Person
from nhipcau.programme import arguments
from nhipcau.programme.edit_person import edit_person
from nhipcau.programme.queries.person_list import person_list
from nhipcau.programme.queries.person_page import person_page
from nhipcau.programme.views import Page, PersonRow, PersonView

router = Router(tags=["people"])


class Spelling(Schema):
    """One spelling of a name."""

    text: str
    language: str = Field("und", description="vi, ko, en or und.")


class PostOf(Schema):
    """What a person was at an organisation."""

    organisation_id: str
    title: str
    since: str | None = Field(None, description="EDTF, such as 2021 or 2021-11.")
    until: str | None = Field(None, description="EDTF.")


class PersonParts(Schema):
    """The parts of a person."""

    names: list[Spelling] | None = Field(None, description="The first is the one shown.")
    posts: list[PostOf] | None = None


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


@router.patch("/{person_id}", response=changes(Person), openapi_extra=IF_MATCH, summary="Set right")
def patch_person(request: HttpRequest, person_id: str, body: PersonParts) -> HttpResponse:
    """Set spellings or posts right."""
    parts: arguments.PersonParts = {}
    if body.names is not None:
        parts["names"] = [(name.text, name.language) for name in body.names]
    if body.posts is not None:
        parts["posts"] = [(post.organisation_id, post.title, post.since, post.until) for post in body.posts]
    person = edit_person(*asked(request), person_id, version=version_wanted(request), **parts)
    return one(request, person, version=person.version)
