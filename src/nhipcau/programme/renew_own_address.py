"""Who comes to an event comes in; the secret of its own address (page, calendar, badge) goes out, kept nowhere."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.programme.hosting.access import interpreter_at, registration_at
from nhipcau.programme.matching.following import fingerprint
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def renew_own_address(office: Office, actor: Actor, attending_id: str, *, version: int | None = None) -> str:
    """Return a new secret for a registration or an interpreter; the address given before opens nothing any more."""
    demand(actor, "event.contacts")
    secret = office.secret()
    with work(office, actor, "renew-own-address") as opened:
        if opened.unit.interpreters.get(attending_id) is not None:
            interpreter = interpreter_at(opened, attending_id, "event.contacts", version)
            opened.save(replace(interpreter, calendar_key=fingerprint(secret)), before=interpreter)
        else:
            registration = registration_at(opened, attending_id, "event.contacts", version)
            opened.save(replace(registration, calendar_key=fingerprint(secret)), before=registration)
    return secret
