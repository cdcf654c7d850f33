"""An organisation's id comes in; the organisation with its agreements and commitments goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import MergedInto
from nhipcau.facts.organisation import Organisation
from nhipcau.language.identifiers import check_identifier
from nhipcau.programme.merging.claims import claims_of
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.within_sight import bodies_within_sight
from nhipcau.programme.views import OrganisationView


def organisation_page(office: Office, actor: Actor, organisation_id: str) -> OrganisationView:
    """Return one organisation; who sees some agreements only, sees itself and the bodies it signed with.

    The id of one that turned out to be another raises ``MergedInto``: for those who may see that other one.
    """
    demand(actor, "register.see")
    scope = visible_to(actor)
    view = office.store.reads().organisation_page(organisation_id, today=office.clock.today(), visible_to=scope)
    if view is not None and view.organisation.merged_into is not None:
        into = office.store.reads().stands_for("organisation", organisation_id) or view.organisation.merged_into
        organisation_page(office, actor, into)
        raise MergedInto(kind="organisation", thing_id=organisation_id, into=into)
    if view is None or (scope is not None and not view.agreements and organisation_id != scope):
        raise not_found("organisation", organisation_id)
    parents = bodies_within_sight(office, actor, [view.parent] if view.parent else [])
    return replace(
        view,
        claims=claims_of(view.organisation, view.sources, view.members) if scope is None else (),
        identifier_problems=_problems(view.organisation),
        parent=parents[0] if parents else None,
        children=bodies_within_sight(office, actor, view.children),
    )


def _problems(organisation: Organisation) -> dict[str, str]:
    """Return what is wrong with identifiers, by scheme; right ones are left out."""
    checked = {identifier.scheme: check_identifier(identifier) for identifier in organisation.identifiers}
    return {scheme: problem for scheme, problem in checked.items() if problem is not None}
