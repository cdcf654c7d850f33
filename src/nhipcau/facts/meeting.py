"""From a request to what came of the meeting: requests, timetables, meetings, runs that make them. Values alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nhipcau.facts.deal import Money
from nhipcau.facts.message import Message
from nhipcau.facts.scheduling import Aim, Limit, OneMore


class Wish(StrEnum):
    """How much a side wants a meeting."""

    MUST = "must"
    WANT = "want"


class RequestState(StrEnum):
    """Where a request stands; EXPIRED follows from ``expires_at`` and is never kept.

    REFUSED is "no thanks": only the side that said so can take it back.
    """

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class RefusalReason(StrEnum):
    """Why a side does not want a meeting."""

    NOT_MY_TRADE = "not-my-trade"
    NOT_NOW = "not-now"
    KNOWN_ALREADY = "known-already"
    COMPETITOR = "competitor"
    FULL = "full"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRequest:
    """That a registration wants to meet another; two have one request at an event, whoever asks.

    It is the identity of the meeting: a timetable says where and when. ``wish`` is the asker's, ``answer`` the other
    side's, once it accepted. ``refused_by`` is the registration that declined or said "no thanks". ``need_id`` and
    ``offer_id`` name the pair of the market that it is about, ``score`` how well they fit, ``concepts`` the trades.
    """

    id: str
    event_id: str
    asker_id: str
    asked_id: str
    created_at: datetime
    created_by: str
    wish: Wish = Wish.WANT
    answer: Wish | None = None
    state: RequestState = RequestState.ASKED
    expires_at: datetime | None = None
    answered_at: datetime | None = None
    reminded_at: datetime | None = None
    refused_by: str | None = None
    reason: RefusalReason | None = None
    note: str = ""
    need_id: str | None = None
    offer_id: str | None = None
    score: int = 0
    concepts: tuple[str, ...] = ()
    match_id: str | None = None
    demo: bool = False
    version: int = 1


class TimetableState(StrEnum):
    """A timetable is a draft until it is released; the next release replaces it."""

    DRAFT = "draft"
    RELEASED = "released"
    REPLACED = "replaced"
    DISCARDED = "discarded"


class Cause(StrEnum):
    """What made a timetable."""

    RUN = "run"
    HAND = "hand"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ungranted:
    """An accepted request that stands in no slot, and what was the limit.

    ``others`` are limits that bind as well. ``languages`` is the pair that lacked an interpreter; ``registration_id``
    the side whose own hours or most meetings were it.
    """

    request_id: str
    limit: Limit
    others: tuple[Limit, ...] = ()
    languages: tuple[str, str] | None = None
    registration_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """One timetable of an event; its meetings are kept one by one.

    ``number`` counts an event's timetables. ``optimal``: no better one exists. ``based_on`` is the one that was
    changed as little as possible, ``moved`` how many of its meetings lie elsewhere now, ``gone`` how many are no more.
    """

    id: str
    event_id: str
    number: int
    made_at: datetime
    made_by: str
    made_by_name: str = ""
    cause: Cause = Cause.RUN
    state: TimetableState = TimetableState.DRAFT
    based_on: str | None = None
    released_at: datetime | None = None
    released_by_name: str = ""
    optimal: bool = False
    seconds: int = 0
    seed: int = 0
    aims: tuple[Aim, ...] = ()
    ungranted: tuple[Ungranted, ...] = ()
    one_more: tuple[OneMore, ...] = ()
    meetings: int = 0
    moved: int = 0
    gone: int = 0
    note: str = ""
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Where and when a request is granted in one timetable.

    ``slot`` and ``venue`` are keys of the event; ``starts`` and ``ends`` are the slot's. ``asker_seat`` and
    ``asked_seat`` are keys of the attendee where a firm's people split, else "". ``interpreter_ids`` are none, one, or
    two with a relay (the first beside the asker). A locked one is not moved by a run or a repair.
    """

    id: str
    timetable_id: str
    request_id: str
    slot: str
    venue: str
    starts: datetime
    ends: datetime
    asker_id: str
    asked_id: str
    asker_seat: str = ""
    asked_seat: str = ""
    interpreter_ids: tuple[str, ...] = ()
    locked: bool = False
    demo: bool = False
    version: int = 1


class RunState(StrEnum):
    """Where the making of a timetable stands."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One order to make a timetable, and how far it is; no part of the history.

    ``alive_at`` is when its worker last said something: a run that is silent too long is taken up again from
    ``best``, the meetings of the best so far as JSON. ``timetable_id`` is what came of it. ``failure`` is the code of
    what went wrong, ``clashes`` are the requirements that cannot be met together where that is it.
    """

    id: str
    event_id: str
    asked_at: datetime
    asked_by: str
    asked_by_name: str = ""
    seconds: int = 60
    seed: int = 1
    based_on: str | None = None
    state: RunState = RunState.WAITING
    started_at: datetime | None = None
    alive_at: datetime | None = None
    aims: tuple[Aim, ...] = ()
    wanted: int = 0
    granted: int = 0
    best: str = ""
    failure: str = ""
    clashes: tuple[Message, ...] = ()
    timetable_id: str | None = None
    demo: bool = False
    version: int = 1


class Outcome(StrEnum):
    """What became of a meeting that was booked."""

    HELD = "held"
    EMPTY = "empty"
    CUT_SHORT = "cut-short"


class NextStep(StrEnum):
    """What the two agreed to do next."""

    NONE = "none"
    CONTACT = "contact"
    VISIT = "visit"
    SAMPLE = "sample"
    QUOTATION = "quotation"
    MOU = "mou"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReport:
    """What one side, an interpreter or the desk says of a meeting; reports that disagree stand side by side.

    ``by_id`` is the registration, the interpreter, or "desk". ``discussed`` is a value talked about and is never added
    to one that was signed.
    """

    id: str
    event_id: str
    request_id: str
    by_id: str
    outcome: Outcome
    reported_at: datetime
    reported_by: str
    next_step: NextStep = NextStep.NONE
    discussed: Money | None = None
    note: str = ""
    demo: bool = False
    version: int = 1
