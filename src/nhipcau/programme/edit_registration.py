"""Parts of a registration set right come in; the registration with them goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import EventState
from nhipcau.programme.arguments import RegistrationParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at, registration_at
from nhipcau.programme.hosting.registering import checked_parts, items_brought
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def edit_registration(
    office: Office,
    actor: Actor,
    registration_id: str,
    *,
    version: int | None = None,
    **parts: Unpack[RegistrationParts],
) -> Registration:
    """Set any of the parts; those left out stay, lists are replaced whole. Each its own, the office on behalf of all.

    Person ids of attendees are set by the office alone.
    """
    demand(actor, "event.register")
    with work(office, actor, "edit-registration") as opened:
        before = registration_at(opened, registration_id, "event.register", version)
        event = event_at(opened, before.event_id)
        demand_event_state(event, EventState.DRAFT, EventState.OPEN)
        form = Form(actor.language)
        changes = checked_parts(opened, form, parts, event, before)
        changes |= items_brought(opened, form, parts, before.organisation_id)
        form.check()
        return opened.save(replace(before, **changes), before=before)
