"""Django's settings come in, an office with its store, clock, identifiers, files and readers goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor, Role
from nhipcau.store.models import User


def actor_of(user: User) -> Actor:
    """Say who acts when ``user`` is signed in."""
    return Actor(
        id=str(user.pk),
        name=user.get_full_name(),
        role=Role(user.role),
        organisation_id=user.organisation_id,
        language=user.language,
    )
