"""An organisation's id comes in; the organisation with its agreements and commitments goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.within_sight import bodies_within_sight
from nhipcau.programme.views import OrganisationView


def organisation_page(office: Office, actor: Actor, organisation_id: str) -> OrganisationView:
    """Return one organisation; who sees some agreements only, sees itself and the bodies it signed with."""
    demand(actor, "register.see")
    scope = visible_to(actor)
    view = office.store.reads().organisation_page(organisation_id, today=office.clock.today(), visible_to=scope)
    if view is None or (scope is not None and not view.agreements and organisation_id != scope):
        raise not_found("organisation", organisation_id)
    parents = bodies_within_sight(office, actor, [view.parent] if view.parent else [])
    return replace(
        view,
        parent=parents[0] if parents else None,
        children=bodies_within_sight(office, actor, view.children),
    )
