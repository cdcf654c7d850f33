"""Ids of the register come in; the things go out where this person may know of them, else ``NotFound``."""

from __future__ import annotations

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.permissions import demand_sight
from nhipcau.programme.registering.organisations import real
from nhipcau.programme.work import Work, found, unchanged


def agreement_at(work: Work, agreement_id: str, version: int | None = None) -> Agreement:
    """Return an agreement as the person saw it."""
    agreement = found(work.unit.agreements.get(agreement_id), "agreement", agreement_id)
    demand_sight(work.actor, agreement, kind="agreement", thing_id=agreement_id)
    return unchanged(agreement, version)


def commitment_at(work: Work, commitment_id: str, version: int | None = None) -> Commitment:
    """Return a commitment of an agreement that the person may see."""
    commitment = found(work.unit.commitments.get(commitment_id), "commitment", commitment_id)
    agreement = found(work.unit.agreements.get(commitment.agreement_id), "agreement", commitment.agreement_id)
    demand_sight(work.actor, agreement, kind="commitment", thing_id=commitment_id)
    return unchanged(commitment, version)


def activity_at(work: Work, activity_id: str, version: int | None = None) -> tuple[Activity, Commitment]:
    """Return an activity and its commitment, of an agreement that the person may see."""
    activity = found(work.unit.activities.get(activity_id), "activity", activity_id)
    commitment = commitment_at(work, activity.commitment_id)
    return unchanged(activity, version), commitment


def keep_real(work: Work, organisation: Organisation | None, *, demo: bool) -> None:
    """Make a demo organisation real where something real rests on it now."""
    if organisation is not None:
        real(work, organisation, demo=demo)
