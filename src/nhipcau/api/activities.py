"""Requests under ``/api/activities`` come in; what was done under commitments goes out."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import File, Query, Router
from ninja.files import UploadedFile

from nhipcau.api.answers import attachment, listed, nothing, one
from nhipcau.api.auth import asked
from nhipcau.api.bodies import ActivityParts
from nhipcau.api.etag import version_wanted
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, READING, changes, reads
from nhipcau.api.uploads import bytes_of
from nhipcau.api.wanted import ActivitiesWanted
from nhipcau.facts.commitment import Activity
from nhipcau.programme import arguments
from nhipcau.programme.edit_activity import edit_activity
from nhipcau.programme.queries.activity_file import activity_file
from nhipcau.programme.queries.activity_list import activity_list
from nhipcau.programme.queries.activity_page import activity_page
from nhipcau.programme.remove_activity import remove_activity
from nhipcau.programme.views import ActivityRow, Page

router = Router(tags=["activities"])


@router.get("", response=reads(Page[ActivityRow]), summary="List activities")
def list_activities(request: HttpRequest, wanted: Query[ActivitiesWanted]) -> HttpResponse:
    """List activities."""
    question = cast("arguments.ActivityQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, activity_list(*asked(request), **question))


@router.get("/{activity_id}", response=reads(ActivityRow), openapi_extra=IF_NONE_MATCH, summary="One activity")
def get_activity(request: HttpRequest, activity_id: str) -> HttpResponse:
    """Fetch one activity."""
    row = activity_page(*asked(request), activity_id)
    return one(request, row, version=row.activity.version)


@router.patch("/{activity_id}", response=changes(Activity), openapi_extra=IF_MATCH, summary="Set right")
def patch_activity(request: HttpRequest, activity_id: str, body: ActivityParts) -> HttpResponse:
    """Set parts of an activity right."""
    parts = cast("arguments.ActivityParts", body.model_dump(exclude_unset=True))
    activity = edit_activity(*asked(request), activity_id, version=version_wanted(request), **parts)
    return one(request, activity, version=activity.version)


@router.delete("/{activity_id}", response=changes(None, 204), openapi_extra=IF_MATCH, summary="Remove")
def delete_activity(request: HttpRequest, activity_id: str) -> HttpResponse:
    """Take an activity away; the history keeps it."""
    remove_activity(*asked(request), activity_id, version=version_wanted(request))
    return nothing()


@router.post("/{activity_id}/files", response=changes(Activity), openapi_extra=IF_MATCH, summary="Add files")
def post_files(request: HttpRequest, activity_id: str, files: File[list[UploadedFile]]) -> HttpResponse:
    """Add files to an activity (multipart/form-data, field ``files``)."""
    office, actor = asked(request)
    version = version_wanted(request)
    activity = edit_activity(
        office, actor, activity_id, version=version, files=[bytes_of(office, one_file) for one_file in files]
    )
    return one(request, activity, version=activity.version)


@router.get("/{activity_id}/files/{key}", response={200: bytes} | READING, summary="One file")
def get_file(request: HttpRequest, activity_id: str, key: str) -> HttpResponse:
    """Fetch a file of an activity as it was received."""
    file, data = activity_file(*asked(request), activity_id, key)
    return attachment(data, name=file.name)
