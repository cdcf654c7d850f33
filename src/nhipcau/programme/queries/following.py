"""A person comes in; how this person follows new matches goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Follower
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand


def following(office: Office, actor: Actor) -> Follower:
    """Return it; who never said anything is told of new matches on the desk alone."""
    demand(actor, "match.see")
    return office.store.reads().follower(actor.id) or Follower(id=actor.id)
