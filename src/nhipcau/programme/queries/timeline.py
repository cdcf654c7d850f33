"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import TimelineSpan


def timeline(office: Office, actor: Actor) -> tuple[TimelineSpan, ...]:
    """Return agreements in time."""
    raise NotImplementedError
