"""A person who has looked at what is new comes in; the desk tells of these pairs no more."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Follower
from nhipcau.programme.matching.following import followed
from nhipcau.programme.office import Office


def see_new_matches(office: Office, actor: Actor) -> Follower:
    """Note that this person has seen what was found up to now."""
    return followed(office, actor, seen_at=office.clock.now())
