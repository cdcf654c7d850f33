"""Nothing but the person comes in; agreements in time, with terms and renewals, go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import TimelineSpan


def timeline(office: Office, actor: Actor) -> tuple[TimelineSpan, ...]:
    """Return every agreement that this person may see, from signing to expiry."""
    demand(actor, "register.see")
    return office.store.reads().timeline(visible_to=visible_to(actor))
