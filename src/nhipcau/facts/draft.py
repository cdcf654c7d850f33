"""A machine's reading laid out value by value for a person to accept, change or reject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nhipcau.facts.message import Message
from nhipcau.facts.span import Span
from nhipcau.facts.state import State


class Decision(StrEnum):
    """What a person said of one value."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


class DraftList(StrEnum):
    """Which list a draft stands in."""

    AGREEMENT = "agreement"
    PLANNED = "planned"
    NONE = "no-agreement"


class DraftState(StrEnum):
    """What became of a draft."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What another source says instead."""

    source: str
    content: Mapping[str, str]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftValue:
    """One value of a draft.

    ``key`` is stable within the draft ("type", "date", "party-0", "activity-3"); ``field`` is one of
    type, status, date, place, term, party, person, witness, sector, activity, figure, legal-act.
    ``content`` holds the value's parts as text ("name", "acronym", "country" ...), empty where
    nothing is stated. ``origin`` says what a derived value rests on. ``read``, ``read_span`` and
    ``read_state`` are what the reader said before a person changed it; ``added_by`` names the person who
    added a value that the reader did not find.
    """

    key: str
    field: str
    content: Mapping[str, str]
    state: State
    span: Span | None = None
    origin: tuple[Message, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    decision: Decision = Decision.PENDING
    read: Mapping[str, str] | None = None
    read_span: Span | None = None
    read_state: State | None = None
    added_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameProposal:
    """The register already knows this agreement, it seems: why, and what speaks against it."""

    agreement_id: str
    score: float
    reasons: tuple[Message, ...]
    contradictions: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One signing event of one document, waiting for a person.

    ``version`` grows with every change; a verb that names an older one is told so. ``decided_by`` is the
    name of the person who confirmed or rejected it, ``reason`` why it was rejected, ``rejected_pairs`` the
    agreements that a person said are not the same.
    """

    id: str
    document_id: str
    position: int
    list: DraftList
    state: DraftState
    values: tuple[DraftValue, ...]
    created_at: datetime
    proposal: SameProposal | None = None
    agreement_id: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: int = 1
    demo: bool = False
    reader: str = ""
    reason: str = ""
    rejected_pairs: tuple[str, ...] = field(default=())
