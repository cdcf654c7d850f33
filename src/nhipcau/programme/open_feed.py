"""A person comes in; the secret of its own feed of new matches goes out, and is kept nowhere."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Follower
from nhipcau.programme.matching.following import fingerprint, followed
from nhipcau.programme.office import Office


def open_feed(office: Office, actor: Actor) -> str:
    """Return the secret for the feed's address; one that was given before opens nothing any more."""
    secret = office.secret()
    followed(office, actor, feed_key=fingerprint(secret))
    return secret


def close_feed(office: Office, actor: Actor) -> Follower:
    """Close this person's feed: its address leads nowhere from now on."""
    return followed(office, actor, feed_key="")
