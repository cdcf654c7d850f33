"""A registration that came by the open form, and which organisation it is, come in; it is registered from now on."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.hosting.access import demand_event_state, event_at, registration_at, standing_at
from nhipcau.programme.hosting.joining import joined
from nhipcau.programme.hosting.registering import room_at
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.organisations import organisations_of, real
from nhipcau.programme.work import Work, work


def confirm_claim(
    office: Office, actor: Actor, registration_id: str, *, organisation_id: str = "", version: int | None = None
) -> Registration:
    """Say which organisation of the register it is; "" takes the one of exactly that name, or a new one.

    One that had withdrawn comes back as what it was, with what the form says. One that is registered:
    ``Conflict("error.registered-already", id)``; the two are joined instead. Where the event is full it waits.
    """
    demand(actor, "event.on-behalf")
    if not organisation_id:
        demand(actor, "register.edit")
    with work(office, actor, "confirm-claim") as opened:
        claim = registration_at(opened, registration_id, "event.on-behalf", version)
        event = event_at(opened, claim.event_id)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        if claim.state is not RegistrationState.CLAIMED:
            raise Conflict("error.registration-state", id=claim.id, state=claim.state)
        body = _body(opened, claim, organisation_id)
        before = _of_body(opened, event, body)
        sure = {"organisation_id": body.id, "state": room_at(opened, event)}
        if before is None:
            return opened.save(replace(claim, **sure), before=claim)  # type: ignore[arg-type]  # parts of one
        back = replace(before, side=claim.side, language=claim.language, **sure)  # type: ignore[arg-type]  # as above
        return joined(opened, event, opened.save(back, before=before), claim)


def _body(opened: Work, claim: Registration, organisation_id: str) -> Organisation:
    if organisation_id:
        body = cast("Organisation", standing(opened, "organisation", organisation_id))
        return real(opened, body, demo=claim.demo)
    (found,) = organisations_of(opened, [{"name": claim.name}], language=claim.language, demo=claim.demo)
    return found


def _of_body(opened: Work, event: Event, body: Organisation) -> Registration | None:
    """Return the registration that a body withdrew; one that stands is in the way."""
    mine = [one for one in standing_at(opened, event.id, withdrawn=True) if one.organisation_id == body.id]
    for one in mine:
        if one.state is not RegistrationState.WITHDRAWN:
            raise Conflict("error.registered-already", id=one.id, name=one.name)
    return mine[0] if mine else None
