"""A person's id comes in; the person with the agreements that name them goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import MergedInto
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.within_sight import bodies_within_sight
from nhipcau.programme.views import PersonView


def person_page(office: Office, actor: Actor, person_id: str) -> PersonView:
    """Return one person; ``NotFound`` where no agreement that may be seen names the person.

    The id of one who turned out to be another raises ``MergedInto``: for those who may see that other one.
    """
    demand(actor, "register.see")
    scope = visible_to(actor)
    reads = office.store.reads()
    view = reads.person_page(person_id, today=office.clock.today(), visible_to=scope)
    if view is not None and view.person.merged_into is not None:
        into = reads.stands_for("person", person_id) or view.person.merged_into
        person_page(office, actor, into)
        raise MergedInto(kind="person", thing_id=person_id, into=into)
    if view is None or (scope is not None and not view.agreements):
        raise not_found("person", person_id)
    if scope is None:
        return view
    bodies = bodies_within_sight(office, actor, view.bodies)
    seen = {body.id for body in bodies}
    posts = tuple(post for post in view.person.posts if post.organisation_id in seen)
    return replace(view, person=replace(view.person, posts=posts), bodies=bodies, members=(), merges=(), doubts=())
