"""People who sign in come in; who acts, and who is written to, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Digest, Follower
from nhipcau.programme.views import Reader
from nhipcau.store.models import FollowerRow, User
from nhipcau.store.queries.doubts import stands_for
from nhipcau.store.rows.deal import FOLLOWERS


def actor_named(user: User) -> Actor:
    """Say who acts when ``user`` is signed in."""
    body = user.organisation_id
    return Actor(
        id=str(user.pk),
        name=user.get_full_name(),
        role=Role(user.role),
        organisation_id=stands_for("organisation", body) if body else None,
        language=user.language,
    )


def reader(person_id: str) -> Reader | None:
    """Return somebody who signs in and is not shut out."""
    user = User.objects.filter(pk=person_id, is_active=True).first() if person_id.isdecimal() else None
    return _reader(user) if user else None


def digest_readers() -> tuple[tuple[Reader, Follower], ...]:
    """Return everybody who wants to be told by mail and gave an address."""
    followers = {row.pk: FOLLOWERS.fact(row) for row in FollowerRow.objects.exclude(digest=Digest.NEVER)}
    numbers = [int(key) for key in followers if key.isdecimal()]
    users = User.objects.filter(pk__in=numbers, is_active=True).exclude(email="").order_by("pk")
    return tuple((_reader(user), followers[str(user.pk)]) for user in users)


def _reader(user: User) -> Reader:
    return Reader(actor=actor_named(user), address=user.email)
