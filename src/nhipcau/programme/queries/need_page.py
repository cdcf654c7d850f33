"""The id of a need comes in; what this person may see of it goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Need
from nhipcau.programme.market.sight import page_within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ItemView


def need_page(office: Office, actor: Actor, need_id: str) -> ItemView[Need]:
    """Return one need; ``NotFound`` where there is none that this person may know of."""
    demand(actor, "market.see")
    view = office.store.reads().need_page(need_id, today=office.clock.today())
    seen = page_within_sight(actor, view) if view is not None else None
    if seen is None:
        raise not_found("need", need_id)
    return seen
