"""A person and what changes of how it follows new matches come in; the follower as kept goes out."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Follower
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand


def followed(office: Office, actor: Actor, **changes: object) -> Follower:
    """Keep what changes; of what somebody reads there is no history."""
    demand(actor, "match.see")
    with office.store.unit() as unit:
        unit.alone()
        known = unit.followers.get(actor.id)
        wanted = replace(known or Follower(id=actor.id), **changes)  # type: ignore[arg-type]  # parts of a follower
        if known is not None:
            return unit.followers.save(wanted)
        unit.followers.add(wanted)
        return wanted


def fingerprint(secret: str) -> str:
    """Return what is kept of a secret: its SHA-256, so that a stolen database opens no feed."""
    return hashlib.sha256(secret.encode()).hexdigest()
