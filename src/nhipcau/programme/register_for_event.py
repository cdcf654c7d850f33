"""An organisation of the register and its people come in; its registration at an event goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Unpack, cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.arguments import RegistrationParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.hosting.registering import checked_parts, items_brought, room_at, shown_name
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.registering.organisations import real
from nhipcau.programme.work import Work, work


def register_for_event(
    office: Office,
    actor: Actor,
    event_id: str,
    organisation_id: str,
    *,
    walk_in: bool = False,
    **parts: Unpack[RegistrationParts],
) -> Registration:
    """Register an organisation: the side is needed. Where the event is full it waits; who walks in does not.

    Enterprises register themselves, and only while the event is open. One that had withdrawn comes back as what it
    was: what it asked for, and who said "no thanks" to it, stands. A second one raises
    ``Conflict("error.registered-already", id)``.
    """
    demand(actor, "event.register", organisation_id)
    if walk_in:
        demand(actor, "event.desk")
    with work(office, actor, "register-for-event") as opened:
        event = event_at(opened, event_id)
        early = (EventState.DRAFT,) if allowed(actor, "event.on-behalf") else ()
        demand_event_state(event, EventState.OPEN, *early)
        organisation = cast("Organisation", standing(opened, "organisation", organisation_id))
        before = _before(opened, event, organisation)
        form = Form(actor.language)
        typed = cast("RegistrationParts", {"side": "", **parts} if before is None else parts)
        values = checked_parts(opened, form, typed, event, before)
        values |= items_brought(opened, form, parts, organisation.id)
        form.check()
        real(opened, organisation, demo=event.demo)
        state = RegistrationState.REGISTERED if walk_in else room_at(opened, event)
        if before is not None:
            return opened.save(replace(before, state=state, walk_in=walk_in, **values), before=before)
        return opened.add(_new(opened, event, organisation, {"walk_in": walk_in, "state": state, **values}))


def _before(opened: Work, event: Event, organisation: Organisation) -> Registration | None:
    """Return the registration that this organisation withdrew, if there is one."""
    earlier = [
        one
        for one in opened.unit.registrations.of_organisations([organisation.id])
        if one.event_id == event.id and one.kept_for is None
    ]
    for one in earlier:
        if one.state is not RegistrationState.WITHDRAWN:
            raise Conflict("error.registered-already", id=one.id, name=one.name)
    return earlier[0] if earlier else None


def _new(opened: Work, event: Event, organisation: Organisation, values: dict[str, Any]) -> Registration:
    said: dict[str, Any] = {"language": opened.actor.language, **values}
    return Registration(
        id=opened.office.ids.new(),
        event_id=event.id,
        name=shown_name(organisation),
        organisation_id=organisation.id,
        created_at=opened.at,
        created_by=opened.actor.id,
        demo=event.demo,
        **said,
    )
