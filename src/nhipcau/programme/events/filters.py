"""What a person asks of lists of events, registrations and requests."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.attendance import RegistrationState
from nhipcau.facts.event import EventSide, EventState
from nhipcau.facts.meeting import RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events; ``text`` is looked for in the title, ``organisation_id`` keeps those it is registered at."""

    text: str = ""
    state: EventState | None = None
    commitment_id: str | None = None
    organisation_id: str | None = None
    open_or_registered: bool = False
    """With ``organisation_id``: those that are open to everybody as well as those it is registered at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationFilter:
    """Which registrations of an event; ``text`` is looked for in names of firms and people."""

    event_id: str
    text: str = ""
    side: EventSide | None = None
    state: RegistrationState | None = None
    walk_in: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilter:
    """Which requests of an event; ``registration_id`` keeps those with this side, ``state`` as of ``now``.

    ``text`` is looked for in the names of both sides.
    """

    event_id: str
    text: str = ""
    state: RequestState | None = None
    registration_id: str | None = None
