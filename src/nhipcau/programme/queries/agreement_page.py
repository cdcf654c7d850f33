"""An agreement's id comes in; the agreement with all that hangs on it goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, demand_sight
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.within_sight import chain_within_sight, documents_within_sight
from nhipcau.programme.views import AgreementView


def agreement_page(office: Office, actor: Actor, agreement_id: str) -> AgreementView:
    """Return one agreement; ``NotFound`` where there is none that this person may see."""
    demand(actor, "register.see")
    view = office.store.reads().agreement_page(agreement_id, today=office.clock.today())
    if view is None:
        raise not_found("agreement", agreement_id)
    demand_sight(actor, view.agreement, kind="agreement", thing_id=agreement_id)
    return replace(
        view,
        documents=documents_within_sight(office, actor, view.documents),
        chain=chain_within_sight(office, actor, view.chain),
    )
