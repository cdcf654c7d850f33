"""Requests to merge organisations, to part them and to choose among values come in; what came of them goes out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema

from nhipcau.api.answers import one
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, changes
from nhipcau.facts.organisation import Organisation
from nhipcau.facts.resolving import Merge
from nhipcau.programme.choose_value import choose_value, revoke_choice
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.merging.part import Parted
from nhipcau.programme.unmerge_organisations import unmerge_organisation

router = Router(tags=["organisations"])


class Merging(Schema):
    """The organisation that turned out to be the one of the address."""

    gone: str = Field(description="Id of the organisation that is merged into this one.")
    despite: bool = Field(default=False, description="Merge although something speaks against it.")


class Choice(Schema):
    """Which of several conflicting values is shown; null takes the choice back."""

    field: str = Field(description="country, kind, place, address, phone, domain, founded or identifier:<scheme>.")
    value: str | None = None


@router.post("/{organisation_id}/merge", response=changes(Merge), openapi_extra=IF_MATCH, summary="Merge another in")
def merge(request: HttpRequest, organisation_id: str, body: Merging) -> HttpResponse:
    """Merge another organisation into this one; the other's address leads here from then on."""
    version = version_wanted(request)
    made = merge_organisations(*asked(request), organisation_id, body.gone, despite=body.despite, kept_version=version)
    return one(request, made, version=made.version)


@router.post("/{organisation_id}/unmerge", response=changes(Parted), summary="Take a merge back")
def unmerge(request: HttpRequest, organisation_id: str) -> HttpResponse:
    """Let an organisation that was merged into another stand by itself again."""
    done = unmerge_organisation(*asked(request), organisation_id)
    return one(request, done, version=done.merge.version)


@router.put("/{organisation_id}/choices", response=changes(Organisation), openapi_extra=IF_MATCH, summary="Choose")
def choose(request: HttpRequest, organisation_id: str, body: Choice) -> HttpResponse:
    """Choose which of several conflicting values is shown, or take the choice back."""
    office, actor = asked(request)
    version = version_wanted(request)
    if body.value is None:
        organisation = revoke_choice(office, actor, organisation_id, field=body.field, version=version)
    else:
        organisation = choose_value(office, actor, organisation_id, field=body.field, value=body.value, version=version)
    return one(request, organisation, version=organisation.version)
