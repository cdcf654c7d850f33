"""Pairs that may be one body or one human being, what a person decided of them, and what a merge moved: values alone.

Everything here holds for organisations and people alike; ``kind`` says which ("organisation", "person").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Identifier, Name
from nhipcau.facts.record import Reason


class DoubtState(StrEnum):
    """What a person said of a pair; SAME and DIFFERENT are remembered for good.

    MOOT is a pair that another decision settled along with its own: nobody is asked, and it opens again with that.
    """

    OPEN = "open"
    LATER = "later"
    SAME = "same"
    DIFFERENT = "different"
    MOOT = "moot"


UNDECIDED = (DoubtState.OPEN, DoubtState.LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two things that may be one; ``left`` < ``right``, so that a pair has one doubt.

    ``origin`` is what proposed it ("confirmation", "import", "full-run", "officer"). ``weight`` says how much a
    decision would settle; the queue is ordered by it.
    """

    id: str
    kind: str
    left: str
    right: str
    score: float
    proposed_at: datetime
    origin: str
    prior: float = 0.0
    reasons: tuple[Reason, ...] = ()
    vetoes: tuple[Message, ...] = ()
    weight: int = 0
    state: DoubtState = DoubtState.OPEN
    decided_by: str = ""
    decided_at: datetime | None = None
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One reference that a merge turned from the gone thing to the kept one.

    ``kind`` and ``id`` name the thing that holds the reference, ``part`` the place in it ("party", "evidence", "owner",
    "parent", "above", "body", "post", "record", "person", "side", "moot"), ``key`` which one of several (the name of a
    party as written, an evidence's id, a post) or what it was before (the state of a pair, the parent of a body that
    moved up).
    """

    kind: str
    id: str
    part: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """One thing that turned out to be another: what it moved and what the kept one learned from it.

    ``learned_names``, ``learned_identifiers`` and ``learned_fields`` are what the kept one did not know before.
    ``despite`` tells that the person was shown vetoes and merged all the same. Once taken back, ``undone_at`` is set.
    """

    id: str
    kind: str
    kept: str
    gone: str
    merged_at: datetime
    merged_by: str
    moved: tuple[Moved, ...] = ()
    learned_names: tuple[Name, ...] = ()
    learned_identifiers: tuple[Identifier, ...] = ()
    learned_fields: tuple[str, ...] = ()
    despite: bool = False
    undone_at: datetime | None = None
    undone_by: str = ""
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The office's own bands of a kind; ``id`` is the kind. See ``facts.record.Bands``."""

    id: str
    link: float
    review: float
    demo: bool = False
    version: int = 1
