"""What the pages of a timetable, of an event's day, and everybody's agendas show: values alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nhipcau.facts.attendance import Interpreter, PresenceKind, Registration
from nhipcau.facts.event import Event, EventSide, EventSlot, Venue
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Run, Timetable, Ungranted
from nhipcau.facts.message import Message
from nhipcau.programme.events.figure_views import EventFunnel, InterpreterLoad, PartyBreaks, WhoMet
from nhipcau.programme.events.grid import Grid
from nhipcau.programme.events.outcomes import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a meeting fits as things stand: nothing in its way, interpreters as needed. Keys and ids as a Meeting's."""

    slot: str
    venue: str
    starts: datetime
    ends: datetime
    asker_seat: str = ""
    asked_seat: str = ""
    interpreter_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePreview:
    """A meeting as it would lie, and each rule that it would break there; ``places`` is where else it fits.

    Of each slot one place is named. ``before`` is how it lies now, ``None`` where it does not.
    """

    meeting: Meeting
    before: Meeting | None
    clashes: tuple[Message, ...]
    places: tuple[Place, ...]


class Changed(StrEnum):
    """What became of a meeting from one timetable to another; MOVED: another slot or venue."""

    MOVED = "moved"
    GONE = "gone"
    NEW = "new"
    INTERPRETERS = "interpreters"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChange:
    """One meeting that lies elsewhere, is no more, is new, or has other interpreters."""

    kind: Changed
    request_id: str
    asker_name: str
    asked_name: str
    before: Meeting | None
    after: Meeting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UngrantedRow:
    """An accepted request that stands in no slot; ``why`` is ``None`` where it changed after the timetable was made."""

    request: MeetingRequest
    asker_name: str
    asked_name: str
    must: bool
    why: Ungranted | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableView:
    """One timetable: one of its sessions as a grid, what is not granted and why, what one thing more would grant.

    ``granted`` of ``wanted`` are counted now; the aims in ``timetable`` are those that it was made with, which
    ``by_hand`` tells to be changed since. ``names`` are of firms and interpreters, by id.
    """

    event: Event
    timetable: Timetable
    grid: Grid | None
    names: Mapping[str, str]
    meetings: tuple[Meeting, ...]
    ungranted: tuple[UngrantedRow, ...]
    granted: int
    wanted: int
    by_hand: bool
    may: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """One order to make a timetable; ``elapsed`` of its seconds are gone, ``silent`` where no worker is heard of."""

    event: Event
    run: Run
    elapsed: int
    silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableList:
    """All timetables of an event, the newest first, with the orders; ``live`` is the one that is under way."""

    event: Event
    timetables: tuple[Timetable, ...]
    runs: tuple[Run, ...]
    live: RunView | None
    may: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two timetables of an event, and every meeting that differs; ``same`` lie where they lay."""

    event: Event
    one: Timetable
    other: Timetable
    same: int
    changes: tuple[MeetingChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A repair: ``timetable`` is the one released by it, ``None`` of a preview. ``token`` stands for the changes."""

    event: Event
    timetable: Timetable | None
    changes: tuple[MeetingChange, ...]
    moved: int
    gone: int
    new: int
    waiting: int
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosted:
    """One meeting as a hall or a desk reads it."""

    meeting: Meeting
    venue: Venue
    asker_name: str
    asked_name: str
    interpreters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallScreen:
    """What is under way, and what comes next."""

    event: Event
    now: datetime
    under_way: tuple[Hosted, ...]
    next: tuple[Hosted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """Somebody at the desk: what was noted last of them, until when they are away, the meeting next to come."""

    comes_as: Registration | Interpreter
    noted: PresenceKind | None
    away_until: datetime | None
    next: Hosted | None
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An accepted request without a slot, and where it fits now."""

    row: UngrantedRow
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskOfEvent:
    """The day: who came, what is under way, who waits.

    ``broken`` are the meetings to come that cannot be held as things stand: the timetable needs a repair. ``untold``
    is how many are still to be told of changes, ``unreachable`` are those of them who left no address, by name.
    """

    event: Event
    now: datetime
    timetable: Timetable | None
    registrations: tuple[DeskRow, ...]
    interpreters: tuple[DeskRow, ...]
    under_way: tuple[Hosted, ...]
    next: tuple[Hosted, ...]
    waiting: tuple[Waiting, ...]
    broken: tuple[Hosted, ...]
    untold: int
    unreachable: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One concept in the languages of a meeting: language code to what it is called there."""

    concept: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A side of a meeting as others may know it: no contacts. ``people`` are (name, position, languages)."""

    registration_id: str
    name: str
    side: EventSide
    people: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMeeting:
    """One meeting of somebody's day: ``partners`` are the other side, of an interpreter both.

    ``person`` is who of one's own people sits in it, where they split. ``may_report``: it began, and nothing is told
    of it by this one yet.
    """

    meeting: Meeting
    venue: Venue
    partners: tuple[Partner, ...]
    person: str
    interpreters: tuple[str, ...]
    glossary: tuple[Term, ...]
    told: Told
    own_report: MeetingReport | None
    may_report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Everybody's own: the meetings by time, in the reader's language, by the clock of ``zone``.

    ``person`` is the attendee whose agenda it is, ``None``: all of the firm. ``glossary`` are all terms, each once.
    """

    event: Event
    comes_as: Registration | Interpreter
    person: str | None
    language: str
    zone: str
    meetings: tuple[AgendaMeeting, ...]
    glossary: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedMeeting:
    """A meeting for a calendar: ``uid`` is the same as long as the request is, ``sequence`` grows with every change.

    A cancelled one was in a timetable that people were told, and is in none now.
    """

    uid: str
    sequence: int
    cancelled: bool
    meeting: AgendaMeeting


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFeed:
    """Somebody's calendar at an event."""

    agenda: Agenda
    meetings: tuple[FeedMeeting, ...]
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What is printed for an event: an agenda each, and what the desk has by slot and venue."""

    event: Event
    registrations: tuple[Agenda, ...]
    interpreters: tuple[Agenda, ...]
    meetings: tuple[Hosted, ...]
    slots: tuple[EventSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedOutcome:
    """What became of the meetings that were booked, none of them counted twice.

    ``told`` counts those of the released timetable that are over by what is told of them. ``gone`` stood in a
    timetable that people were told and stand in none now; ``replaced`` stand now and did not in the first of them.
    """

    booked: int
    over: int
    told: Mapping[Told, int]
    gone: int
    replaced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigures:
    """What an event came to."""

    event: Event
    funnel: EventFunnel
    outcomes: BookedOutcome
    loads: tuple[InterpreterLoad, ...]
    breaks: tuple[PartyBreaks, ...]
    met: WhoMet


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsMeeting:
    """A meeting of which somebody is to be told: how they knew it, how it is now; one of the two may be ``None``."""

    partners: tuple[str, ...]
    before: tuple[datetime, datetime, str] | None
    after: tuple[datetime, datetime, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What somebody is to be told: every change since they were told last; ``first``: they knew of no timetable yet."""

    event: Event
    comes_as: Registration | Interpreter
    language: str
    zone: str
    first: bool
    meetings: tuple[NewsMeeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesSent:
    """What became of the letters: ``quiet`` had nothing new to read after all, ``unreachable`` left no address."""

    sent: int
    quiet: int
    failed: int
    unreachable: int
