"""What lists of events show of each: values alone, as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import MeetingRequest, RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event in a list with what it belongs under and how many come."""

    event: Event
    agreement_id: str
    agreement_title: str
    registrations: int = 0
    requests: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCounts:
    """How much hangs on an event; requests by state as of the moment asked, expired ones apart."""

    registrations: Mapping[RegistrationState, int] = field(default_factory=dict)
    attendees: int = 0
    interpreters: int = 0
    requests: Mapping[RequestState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRow:
    """One registration in a list, with its requests by state as of the moment asked."""

    registration: Registration
    requests: Mapping[RequestState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One request in a list with the names of both sides."""

    request: MeetingRequest
    asker_name: str
    asked_name: str
