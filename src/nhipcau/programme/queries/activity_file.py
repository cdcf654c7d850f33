"""An activity's id and the key of one of its files come in; the file's name and bytes go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import FileRef
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, demand_sight
from nhipcau.programme.queries.asking import not_found


def activity_file(office: Office, actor: Actor, activity_id: str, key: str) -> tuple[FileRef, bytes]:
    """Return a file of an activity; only files of this activity are found, whatever key is asked for."""
    demand(actor, "register.see")
    with office.store.unit() as unit:
        activity = unit.activities.get(activity_id)
        commitment = unit.commitments.get(activity.commitment_id) if activity else None
        agreement = unit.agreements.get(commitment.agreement_id) if commitment else None
    if activity is None or agreement is None:
        raise not_found("activity", activity_id)
    demand_sight(actor, agreement, kind="activity", thing_id=activity_id)
    file = next((file for file in activity.files if file.key == key), None)
    if file is None:
        raise not_found("file", key)
    return file, office.files.get(key)
