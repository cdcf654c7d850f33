"""What is known of a matching event comes in; the event goes out under its commitment, a draft until it is opened."""

from __future__ import annotations

from typing import Any, Unpack, cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.event import Event
from nhipcau.programme.arguments import EventParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.planning import checked_parts
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import commitment_at
from nhipcau.programme.work import work


def plan_event(office: Office, actor: Actor, commitment_id: str, **parts: Unpack[EventParts]) -> Event:
    """Plan an event: title and zone are needed, days and tables may follow before it is opened."""
    demand(actor, "event.plan")
    with work(office, actor, "plan-event") as opened:
        commitment = commitment_at(opened, commitment_id)
        form = Form(actor.language)
        typed = cast("EventParts", {"title": "", "zone": "", **parts})
        values: dict[str, Any] = checked_parts(opened, form, typed)
        form.check()
        return opened.add(
            Event(
                id=office.ids.new(),
                commitment_id=commitment.id,
                created_at=opened.at,
                created_by=actor.id,
                created_by_name=actor.name,
                demo=commitment.demo,
                **values,
            )
        )
