"""An activity's id comes in; the activity with its commitment and agreement goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, demand_sight
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ActivityRow


def activity_page(office: Office, actor: Actor, activity_id: str) -> ActivityRow:
    """Return one activity; ``NotFound`` where there is none that this person may see."""
    demand(actor, "register.see")
    with office.store.unit() as unit:
        activity = unit.activities.get(activity_id)
        commitment = unit.commitments.get(activity.commitment_id) if activity else None
        agreement = unit.agreements.get(commitment.agreement_id) if commitment else None
    if activity is None or commitment is None or agreement is None:
        raise not_found("activity", activity_id)
    demand_sight(actor, agreement, kind="activity", thing_id=activity_id)
    return ActivityRow(
        activity=activity,
        commitment_code=commitment.code,
        commitment_text=commitment.text,
        agreement_id=agreement.id,
        agreement_title=agreement.title,
    )
