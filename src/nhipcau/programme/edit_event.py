"""Parts of an event set right come in; the event with them goes out, no scheduled meeting left in the air."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.event import Event, EventState
from nhipcau.programme.arguments import EventParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.hosting.planning import checked_parts, demand_meetings_stand
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def edit_event(
    office: Office, actor: Actor, event_id: str, *, version: int | None = None, **parts: Unpack[EventParts]
) -> Event:
    """Set any of the parts; those left out stay, lists are replaced whole. Moments stay where only the zone changes.

    A slot or a venue that a meeting of a timetable stands in does not go: ``Conflict("error.event-meetings")``.
    """
    demand(actor, "event.plan")
    with work(office, actor, "edit-event") as opened:
        before = event_at(opened, event_id, version)
        demand_event_state(before, EventState.DRAFT, EventState.OPEN)
        form = Form(actor.language)
        changes = checked_parts(opened, form, parts, before)
        form.check()
        after = replace(before, **changes)
        demand_meetings_stand(opened, before, after)
        return opened.save(after, before=before)
