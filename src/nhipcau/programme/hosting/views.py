"""What the pages of an event show to one person: values alone, nothing in them that this person may not know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Interpreter, Registration
from nhipcau.facts.event import Event, EventSlot
from nhipcau.facts.matching import Fit
from nhipcau.facts.meeting import MeetingRequest
from nhipcau.facts.message import Message
from nhipcau.programme.events.views import EventCounts, RequestRow
from nhipcau.programme.views import ItemRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """Who a secret address belongs to: the actor of its page, and what it comes to the event as."""

    actor: Actor
    event: Event
    comes_as: Registration | Interpreter


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A registration by the open form, with the secret of its own address, which is kept nowhere."""

    registration: Registration
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two should meet: how an item of the one (``mine``, its id) and one of the other fit."""

    fit: Fit
    mine: str
    other: ItemRow[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedMeeting:
    """Somebody to meet, the best reasons first, with the request that there is by now."""

    registration: Registration
    score: int
    reasons: tuple[Reason, ...]
    request: MeetingRequest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two registrations that look like one firm, with their names."""

    one: str
    other: str
    one_name: str
    other_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event with its slots; ``own`` is what the person comes as, ``may`` the permissions on it.

    ``counts`` and ``alike`` are for those who may know. ``takes_requests``: meetings may be asked for right now.
    """

    event: Event
    slots: tuple[EventSlot, ...]
    takes_requests: bool
    own: tuple[Registration | Interpreter, ...] = ()
    counts: EventCounts | None = None
    alike: tuple[Alike, ...] = ()
    warnings: tuple[Message, ...] = ()
    may: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    """A registration as this person may see it, with what it brings; for its own eyes and the office its requests."""

    event: Event
    registration: Registration
    needs: tuple[ItemRow[Any], ...] = ()
    offers: tuple[ItemRow[Any], ...] = ()
    requests: tuple[RequestRow, ...] = ()
    warnings: tuple[Message, ...] = ()
    may: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """All that somebody sees by a secret address; an interpreter has no registration."""

    attending: Attending
    registration: RegistrationView | None
    takes_requests: bool
