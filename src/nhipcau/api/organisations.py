"""Requests under ``/api/organisations`` come in; bodies under all their names go out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from nhipcau.api.answers import listed, one
from nhipcau.api.auth import asked
from nhipcau.api.bodies import OrganisationParts
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import OrganisationsWanted
from nhipcau.facts.organisation import Organisation
from nhipcau.programme import arguments
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.queries.organisation_list import organisation_list
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.views import OrganisationRow, OrganisationView, Page

router = Router(tags=["organisations"])


@router.get("", response=reads(Page[OrganisationRow]), summary="List organisations")
def list_organisations(request: HttpRequest, wanted: Query[OrganisationsWanted]) -> HttpResponse:
    """List organisations."""
    question = cast("arguments.OrganisationQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, organisation_list(*asked(request), **question))


@router.get("/{organisation_id}", response=reads(OrganisationView), openapi_extra=IF_NONE_MATCH, summary="One of them")
def get_organisation(request: HttpRequest, organisation_id: str) -> HttpResponse:
    """Fetch one organisation with its agreements and the commitments it owns."""
    view = organisation_page(*asked(request), organisation_id)
    return one(request, view, version=view.organisation.version)


@router.patch("/{organisation_id}", response=changes(Organisation), openapi_extra=IF_MATCH, summary="Set right")
def patch_organisation(request: HttpRequest, organisation_id: str, body: OrganisationParts) -> HttpResponse:
    """Set names, country, kind, parent, place, numbers or ways to reach it right."""
    given = body.model_dump(exclude_unset=True, exclude={"names", "identifiers"})
    if body.identifiers is not None:
        given["identifiers"] = [(number.scheme, number.value) for number in body.identifiers]
    if body.names is not None:
        given["names"] = [(name.text, name.language, name.kind) for name in body.names]
    parts = cast("arguments.OrganisationParts", given)
    organisation = edit_organisation(*asked(request), organisation_id, version=version_wanted(request), **parts)
    return one(request, organisation, version=organisation.version)
