"""The secret of somebody's own address at an event comes in; who it is, and what they come as, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import Registration
from nhipcau.programme.events.ports import EventReads
from nhipcau.programme.hosting.views import Attending
from nhipcau.programme.matching.following import fingerprint
from nhipcau.programme.office import Office
from nhipcau.programme.queries.asking import not_found


def attends(office: Office, secret: str) -> Attending:
    """Return whose address it is; one that opens nothing (any more) raises ``NotFound``.

    The address of a registration that was joined into another leads to that one.
    """
    reads, key = office.store.reads(), fingerprint(secret)
    registration = reads.registration_by_key(key)
    found = _kept(reads, registration) if registration is not None else reads.interpreter_by_key(key)
    event = reads.event(found.event_id) if found is not None else None
    if found is None or event is None:
        raise not_found("registration", "")
    actor = Actor(id=found.id, name=found.name, role=Role.ENTERPRISE, language=found.language, attends=found.id)
    return Attending(actor=actor, event=event, comes_as=found)


def _kept(reads: EventReads, registration: Registration) -> Registration | None:
    kept: Registration | None = registration
    while kept is not None and kept.kept_for is not None:
        kept = reads.registration(kept.kept_for)
    return kept
