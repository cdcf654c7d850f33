"""Nothing but the wish comes in; who wants to be told of new matches by mail, and is due, is written to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Digest, Follower
from nhipcau.facts.errors import Unavailable
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.new_matches import new_matches
from nhipcau.programme.rematch import rematch
from nhipcau.programme.views import DigestsSent, Letter, NewMatch, Reader

# A little less than a day and a week: whoever calls this every morning may be some minutes earlier than the last time.
_EVERY: Final = {Digest.DAILY: timedelta(hours=20), Digest.WEEKLY: timedelta(days=6, hours=20)}
_MOST: Final = 200

Writer: TypeAlias = Callable[[Actor, tuple[NewMatch, ...]], Letter]


def send_digests(office: Office, write: Writer) -> DigestsSent:
    """Send the letters that are due; ``write`` puts the news into words of the reader's language.

    Called twice it sends nothing twice. A letter that cannot be sent is due again the next time, and keeps no other
    one back. First every pair is found that is not yet.
    """
    if office.mailer is None:
        raise Unavailable("error.mail-failed")
    rematch(office, wait=True)
    became: Counter[str] = Counter()
    for reader, follower in office.store.reads().digest_readers():
        if _is_due(follower, office.clock.now()) and allowed(reader.actor, "match.see"):
            became[_told(office, reader, follower, write)] += 1
    return DigestsSent(sent=became["sent"], quiet=became["quiet"], failed=became["failed"])


def _is_due(follower: Follower, now: datetime) -> bool:
    return follower.digested_at is None or now - follower.digested_at >= _EVERY[follower.digest]


def _told(office: Office, reader: Reader, follower: Follower, write: Writer) -> str:
    """Write to one person; what it was told up to is kept before the next one's turn."""
    at = office.clock.now()
    since = follower.digested_at or at - _EVERY[follower.digest]
    news = new_matches(office, reader.actor, since=since, limit=_MOST)
    if not news:
        return "quiet"
    try:
        if office.mailer is not None:
            office.mailer.send(reader.address, write(reader.actor, news))
    except Unavailable:
        return "failed"
    with office.store.unit() as unit:
        unit.alone()
        now = unit.followers.get(follower.id) or follower
        unit.followers.save(replace(now, digested_at=at))
    return "sent"
