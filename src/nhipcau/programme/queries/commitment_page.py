"""A commitment's id comes in; the commitment with its state, agreement and activities goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, demand_sight
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import CommitmentView


def commitment_page(office: Office, actor: Actor, commitment_id: str) -> CommitmentView:
    """Return one commitment; ``NotFound`` where there is none that this person may see."""
    demand(actor, "register.see")
    view = office.store.reads().commitment_page(commitment_id, today=office.clock.today())
    if view is None:
        raise not_found("commitment", commitment_id)
    demand_sight(actor, view.agreement, kind="commitment", thing_id=commitment_id)
    return view
