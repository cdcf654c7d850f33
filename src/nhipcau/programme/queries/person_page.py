"""A person's id comes in; the person with the agreements that name them goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import PersonView


def person_page(office: Office, actor: Actor, person_id: str) -> PersonView:
    """Return one person; ``NotFound`` where no agreement that may be seen names the person."""
    demand(actor, "register.see")
    scope = visible_to(actor)
    view = office.store.reads().person_page(person_id, today=office.clock.today(), visible_to=scope)
    if view is None or (scope is not None and not view.agreements):
        raise not_found("person", person_id)
    return view
