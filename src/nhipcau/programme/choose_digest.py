"""How often somebody wants to be told of new matches by mail comes in; it is so from now on."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Digest, Follower
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.following import followed
from nhipcau.programme.office import Office


def choose_digest(office: Office, actor: Actor, *, digest: str) -> Follower:
    """Choose "never", "daily" or "weekly"; the first letter tells of what is found from now on."""
    form = Form(actor.language)
    code = form.code("digest", digest, tuple(Digest), required=True)
    form.check()
    return followed(office, actor, digest=Digest(code), digested_at=office.clock.now())
