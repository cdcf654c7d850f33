"""Parts of an activity set right come in; the activity with them goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Activity
from nhipcau.programme.arguments import ActivityParts
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import activity_at
from nhipcau.programme.registering.activities import checked_parts, kept_files
from nhipcau.programme.work import work


def edit_activity(
    office: Office, actor: Actor, activity_id: str, *, version: int, **parts: Unpack[ActivityParts]
) -> Activity:
    """Set any of the parts; files are added to those it has. Advisers and enterprises change only what they logged."""
    demand(actor, "activity.edit")
    with work(office, actor, "edit-activity") as opened:
        activity, _ = activity_at(opened, activity_id, version)
        demand(actor, "activity.edit", activity)
        form = Form(actor.language)
        checked = checked_parts(office, form, parts, new=False)
        form.check()
        files = (*activity.files, *kept_files(office, parts.get("files", ())))
        return opened.save(replace(activity, files=files, **checked), before=activity)
