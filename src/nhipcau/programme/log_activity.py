"""Something done under a commitment comes in; the logged activity goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Activity
from nhipcau.facts.errors import Conflict
from nhipcau.programme.arguments import ActivityParts
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import commitment_at
from nhipcau.programme.registering.activities import checked_parts, kept_files
from nhipcau.programme.work import work


def log_activity(office: Office, actor: Actor, commitment_id: str, **parts: Unpack[ActivityParts]) -> Activity:
    """Log an activity: ``on`` and ``note`` are needed, participants, quantity and files may come with them.

    The quantity counts in the commitment's own unit. Nothing is logged under an abandoned commitment.
    """
    demand(actor, "activity.log")
    with work(office, actor, "log-activity") as opened:
        commitment = commitment_at(opened, commitment_id)
        demand(actor, "activity.log", commitment)
        if commitment.abandoned_reason:
            raise Conflict("error.commitment-abandoned", id=commitment.id)
        form = Form(actor.language)
        checked = checked_parts(office, form, parts, new=True)
        form.check()
        return opened.add(
            Activity(
                id=office.ids.new(),
                commitment_id=commitment.id,
                created_at=opened.at,
                created_by=actor.id,
                created_by_name=actor.name,
                files=kept_files(office, parts.get("files", ())),
                demo=commitment.demo,
                **checked,
            )
        )
