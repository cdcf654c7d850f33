"""By what to count comes in; how many commitments of each agreement or owner are in which state goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import invalid
from nhipcau.programme.views import StateCount


def commitment_states(office: Office, actor: Actor, *, by: str = "agreement") -> tuple[StateCount, ...]:
    """Return counts by "agreement" or by "owner"."""
    demand(actor, "register.see")
    if by not in ("agreement", "owner"):
        raise invalid("by", by)
    return office.store.reads().commitment_states(by, today=office.clock.today(), visible_to=visible_to(actor))
