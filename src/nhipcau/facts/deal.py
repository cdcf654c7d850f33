"""A need and an offer on their way from the first proposal to the repeat order, and what is worth what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """The stages of a match, each its own; a later one does not imply that an earlier one was recorded."""

    PROPOSED = "proposed"
    ACCEPTED_BY_ONE = "accepted-by-one"
    ACCEPTED = "accepted"
    INTRODUCED = "introduced"
    MEETING = "meeting"
    SAMPLE = "sample"
    QUOTATION = "quotation"
    CONTRACT = "contract"
    REPEAT_ORDER = "repeat-order"
    DECLINED = "declined"


CONCLUDED: Final = (Stage.CONTRACT, Stage.REPEAT_ORDER)
"""The stages at which a match is a deal."""


class DeclineReason(StrEnum):
    """Why a side said no."""

    TOO_EARLY = "too-early"
    CAPABILITY = "capability"
    CAPACITY = "capacity"
    PRICE = "price"
    PLACE = "place"
    LANGUAGE = "language"
    CERTIFICATE = "certificate"
    CONFIDENTIALITY = "confidentiality"
    NO_ANSWER = "no-answer"
    OTHER = "other"


class Side(StrEnum):
    """Which of the two."""

    NEED = "need"
    OFFER = "offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount, with two decimals, in a currency (ISO 4217) as of a day."""

    amount: Decimal
    currency: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """That a match came to a stage on a day, who moved it, and what was noted.

    ``side`` is for which of the two; ``for_side`` tells that the office said it on behalf of that side.
    """

    stage: Stage
    at: datetime
    by: str
    by_name: str = ""
    note: str = ""
    side: Side | None = None
    for_side: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A need and an offer that somebody set on the way; one pair has one match.

    ``accepted_by`` are the sides that said yes. Nobody sees the other side's contact before both did. ``discussed``,
    ``mou`` and ``contract`` are three different things and are never added together.
    """

    id: str
    need_id: str
    offer_id: str
    need_organisation_id: str
    offer_organisation_id: str
    stage: Stage
    proposed_at: datetime
    proposed_by: str
    moved_at: datetime
    score: int = 0
    accepted_by: tuple[Side, ...] = ()
    declined_by: Side | None = None
    declined_reason: DeclineReason | None = None
    declined_note: str = ""
    discussed: Money | None = None
    mou: Money | None = None
    contract: Money | None = None
    agreement_id: str | None = None
    steps: tuple[Step, ...] = ()
    demo: bool = False
    version: int = 1

    @property
    def agreed(self) -> bool:
        """Tell whether both sides said yes: from then on each may know who the other is."""
        return {*self.accepted_by} == {Side.NEED, Side.OFFER}

    @property
    def concluded(self) -> bool:
        """Tell whether it stands at a contract or a repeat order; one that was declined afterwards does no more."""
        return self.stage in CONCLUDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """That the engine found a need and an offer to fit (or nearly): what desks and feeds tell of.

    ``since`` is when the pair first stood there in this form; ``closed`` the codes of requirements that failed before
    and no longer do, for a near miss that became a match. ``gone_at`` is when it no longer held.
    """

    id: str
    need_id: str
    offer_id: str
    score: int
    near: bool
    since: datetime
    unmet: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    gone_at: datetime | None = None
    demo: bool = False
    version: int = 1


class Digest(StrEnum):
    """How often somebody is told of new matches by mail."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """How somebody (``id`` is the person's) follows new matches: seen up to when, told by mail, by a feed of its own.

    ``feed_key`` is the SHA-256 of the secret in the feed's address, or "".
    """

    id: str
    seen_at: datetime | None = None
    digest: Digest = Digest.NEVER
    digested_at: datetime | None = None
    feed_key: str = ""
    demo: bool = False
    version: int = 1
