"""A commitment, its activities and a day come in; the state that follows goes out. Nobody types a state in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from nhipcau.facts.commitment import Activity, Commitment, CommitmentState


def commitment_state(commitment: Commitment, activities: Iterable[Activity], today: date) -> CommitmentState:
    """Return the state of a commitment from its activities; one of a day to come is planned and does not count."""
    logged = tuple(activity for activity in activities if activity.on <= today)
    done = sum((activity.quantity or Decimal(0) for activity in logged), Decimal(0))
    return state_of(commitment, activities=len(logged), done=done, today=today)


def state_of(commitment: Commitment, *, activities: int, done: Decimal, today: date) -> CommitmentState:
    """Return the state from how many activities there are and what their quantities sum to.

    In this order: a reason makes it abandoned; without owner, quantity with unit, or due date it is not concretised;
    then done, late, under way, not started.
    """
    if commitment.abandoned_reason:
        return CommitmentState.ABANDONED
    if not commitment.owner_id or commitment.quantity is None or not commitment.unit or commitment.due_on is None:
        return CommitmentState.NOT_CONCRETISED
    if done >= commitment.quantity:
        return CommitmentState.DONE
    if commitment.due_on < today:
        return CommitmentState.LATE
    return CommitmentState.UNDER_WAY if activities else CommitmentState.NOT_STARTED
