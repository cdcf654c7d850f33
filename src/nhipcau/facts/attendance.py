"""Who comes to an event: organisations with their people, interpreters, who is there on the day. Values alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from nhipcau.facts.event import EventSide


class RegistrationState(StrEnum):
    """Where a registration stands; one by the form's link is CLAIMED until the office says which organisation it is."""

    CLAIMED = "claimed"
    REGISTERED = "registered"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


class PresenceKind(StrEnum):
    """What the desk noted of somebody."""

    ARRIVED = "arrived"
    LATE = "late"
    NO_SHOW = "no-show"
    LEFT = "left"
    SICK = "sick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A time from ``starts`` up to, without, ``ends``."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What was noted at the desk, from when on it holds, up to when (``None``: to the end of the event).

    LATE, NO_SHOW, LEFT and SICK tell that one is away then; ARRIVED ends what was noted before. ``attendee`` is the
    key of one person of a firm; ``None``: all of them.
    """

    kind: PresenceKind
    starts: datetime
    noted_at: datetime
    noted_by: str
    ends: datetime | None = None
    attendee: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who comes for an organisation.

    ``languages`` are ISO 639-1 codes of those spoken well enough to trade in. ``windows`` is when they can meet; none
    named: always. ``arrives`` and ``leaves`` bound that.
    """

    key: str
    name: str
    languages: tuple[str, ...]
    person_id: str | None = None
    position: str = ""
    email: str = ""
    phone: str = ""
    windows: tuple[Window, ...] = ()
    arrives: datetime | None = None
    leaves: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """An organisation at an event. ``name`` is as it was typed; ``organisation_id`` is which it is, once that is known.

    ``splits``: its people may hold several meetings at a time, one each; otherwise all sit in one. ``needs`` and
    ``offers`` are ids on the market. ``language`` and ``zone`` are those of its papers. ``calendar_key`` is the
    SHA-256 of the secret in its own address (page, calendar, badge), or "". ``kept_for`` names the registration that
    this one was joined into, as the same firm.
    """

    id: str
    event_id: str
    name: str
    side: EventSide
    created_at: datetime
    created_by: str
    organisation_id: str | None = None
    attendees: tuple[Attendee, ...] = ()
    splits: bool = False
    least_meetings: int | None = None
    most_meetings: int | None = None
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    language: str = "vi"
    zone: str = ""
    note: str = ""
    walk_in: bool = False
    presences: tuple[Presence, ...] = ()
    calendar_key: str = ""
    kept_for: str | None = None
    state: RegistrationState = RegistrationState.REGISTERED
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """An interpreter at an event, who works both ways between the two languages of each of ``pairs``.

    ``concepts`` are the trades known. ``most_minutes`` is the longest without a break of ``rest_minutes``. ``cost`` is
    for an hour, in ``currency``. ``apart_from`` are registrations that must not be served.
    """

    id: str
    event_id: str
    name: str
    pairs: tuple[tuple[str, str], ...]
    created_at: datetime
    created_by: str
    person_id: str | None = None
    concepts: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    most_minutes: int = 120
    rest_minutes: int = 20
    cost: Decimal | None = None
    currency: str = ""
    apart_from: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    language: str = "vi"
    zone: str = ""
    note: str = ""
    presences: tuple[Presence, ...] = ()
    calendar_key: str = ""
    withdrawn: bool = False
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMeeting:
    """A meeting as somebody knows of it: of which request, when, at which venue, with which interpreters."""

    request_id: str
    starts: datetime
    ends: datetime
    venue: str
    interpreter_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """That somebody is to be told of a timetable; what is said is worked out when it is sent, from what stands then.

    ``recipient_id`` is a registration or an interpreter; each has one unsent notice an event. ``since_timetable_id``
    is the last one that they were told of, ``told`` their meetings as they knew them then (in which a person may have
    moved some since): the changes since then are what is said.
    """

    id: str
    event_id: str
    recipient_id: str
    created_at: datetime
    since_timetable_id: str | None = None
    told: tuple[ToldMeeting, ...] = ()
    sent_timetable_id: str | None = None
    sent_at: datetime | None = None
    attempts: int = 0
    demo: bool = False
    version: int = 1
