"""A matching event under a commitment: its days, its tables, its rules. Values alone.

Moments are kept in UTC; ``zone`` and ``other_zone`` (IANA names) say how the two sides read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventState(StrEnum):
    """Where an event stands; whether requests are taken now follows from its clock and is never kept."""

    DRAFT = "draft"
    OPEN = "open"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class EventSide(StrEnum):
    """The two sides of an event: who invites, and who is invited."""

    HOST = "host"
    GUEST = "guest"


class SessionKind(StrEnum):
    """What part of a day a session is; an online evening is for the other time zone."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class VenueKind(StrEnum):
    """Where two sides meet."""

    TABLE = "table"
    BOOTH = "booth"
    ONLINE = "online"
    FACTORY = "factory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A time in which nobody meets, within a session."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A run of slots of one length, ``gap_minutes`` apart, broken by ``pauses``.

    ``key`` names it within the event. ``kinds`` are the kinds of venue that are used; none named: all. Sessions may
    lie side by side (visits beside tables), with slots of other lengths: nobody is in two overlapping slots.
    """

    key: str
    kind: SessionKind
    starts: datetime
    ends: datetime
    slot_minutes: int
    gap_minutes: int = 0
    pauses: tuple[Pause, ...] = ()
    kinds: tuple[VenueKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSlot:
    """One time in which two sides can meet; ``key`` is "<session key>:<number from 1>"."""

    key: str
    session: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A table, booth, online room or factory; ``seats`` meetings fit in at a time.

    ``travel_minutes`` is the way there from the hall, counted before and after. ``registration_id`` is whose booth or
    factory it is: only its own meetings are held there. ``sessions`` are the keys of those it is open in; none named:
    all. ``address`` is a street, or the address of an online room.
    """

    key: str
    kind: VenueKind
    name: str
    seats: int = 1
    travel_minutes: int = 0
    registration_id: str | None = None
    sessions: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A matching event. ``timetable_id`` is the timetable that was released last: the only one that anybody is told.

    ``sits`` is the side that keeps its table; the other walks. ``relay`` is the language over which two interpreters
    may work ("en"), or ``None``. ``answer_hours`` is how long a request waits before it expires. ``most_organisations``
    is the capacity; who comes later waits. ``fairness`` bounds how far the breaks of two participants may differ.
    ``least_meetings`` and ``most_meetings`` hold for who says nothing else; ``most_requests`` is how many one may
    have open. ``link_key`` is the SHA-256 of the secret in the address of the registration form, or "".
    """

    id: str
    commitment_id: str
    title: str
    zone: str
    created_at: datetime
    created_by: str
    created_by_name: str = ""
    other_zone: str = ""
    place: str = ""
    note: str = ""
    sessions: tuple[Session, ...] = ()
    venues: tuple[Venue, ...] = ()
    sits: EventSide = EventSide.HOST
    relay: str | None = None
    requests_open: datetime | None = None
    requests_close: datetime | None = None
    answer_hours: int = 72
    most_organisations: int | None = None
    fairness: int | None = None
    least_meetings: int = 0
    most_meetings: int = 20
    most_requests: int = 60
    link_key: str = ""
    timetable_id: str | None = None
    state: EventState = EventState.DRAFT
    demo: bool = False
    version: int = 1
