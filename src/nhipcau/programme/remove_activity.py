"""An activity comes in and is gone; the history keeps it, and undo brings it back."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import activity_at
from nhipcau.programme.work import work


def remove_activity(office: Office, actor: Actor, activity_id: str, *, version: int) -> None:
    """Take an activity away. Advisers and enterprises take away only what they logged."""
    demand(actor, "activity.edit")
    with work(office, actor, "remove-activity") as opened:
        activity, _ = activity_at(opened, activity_id, version)
        demand(actor, "activity.edit", activity)
        opened.delete(activity)
