"""The secret of a feed's address comes in; whose feed it is, and what is new for that person, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import NotFound
from nhipcau.programme.matching.following import fingerprint
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.new_matches import new_matches
from nhipcau.programme.views import NewMatch


def feed_matches(office: Office, secret: str, *, limit: int = 50) -> tuple[Actor, tuple[NewMatch, ...]]:
    """Return the reader and the news; a secret that opens no feed (any more) is ``NotFound``.

    What the person may see is asked each time: who may see no matches any more, or does not sign in, has no feed.
    """
    with office.store.unit() as unit:
        follower = unit.followers.by_feed_key(fingerprint(secret))
    reader = office.store.reads().reader(follower.id) if follower else None
    if reader is None or not allowed(reader.actor, "match.see"):
        raise NotFound("error.not-found", kind="feed", id="")
    return reader.actor, new_matches(office, reader.actor, limit=limit)
