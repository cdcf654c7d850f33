"""One promise with its owner, quantity and due date, and what was done under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from nhipcau.facts.codes import Strength


class CommitmentState(StrEnum):
    """Follows from the facts; nobody types it in."""

    NOT_CONCRETISED = "not-concretised"
    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    LATE = "late"
    DONE = "done"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One promise of an agreement.

    It is *not concretised* until ``owner_id`` (an organisation), ``quantity`` with ``unit`` and
    ``due_on`` are all there. ``text`` is what the paper says, or the office's own words.
    """

    id: str
    agreement_id: str
    code: str
    strength: Strength
    text: str
    created_at: datetime
    owner_id: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    due_on: date | None = None
    abandoned_reason: str | None = None
    abandoned_on: date | None = None
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A file kept by the office: ``key`` finds its bytes."""

    key: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something done under a commitment; ``quantity`` counts towards it in the commitment's own unit.

    ``created_by`` is an actor's id, ``created_by_name`` the name.
    """

    id: str
    commitment_id: str
    on: date
    note: str
    created_at: datetime
    created_by: str
    created_by_name: str = ""
    participants: tuple[str, ...] = ()
    quantity: Decimal | None = None
    files: tuple[FileRef, ...] = ()
    demo: bool = False
    version: int = 1
