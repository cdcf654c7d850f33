"""Needs and offers: what an organisation seeks or has, in its own words and in typed requirements and attributes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class ItemKind(StrEnum):
    """What is sought or offered; a need is matched with offers of its own kind."""

    PRODUCT = "product"
    TECHNOLOGY = "technology"
    EXPERTISE = "expertise"
    TRAINING = "training"
    PLACEMENT = "placement"
    SITE = "site"


class Comparison(StrEnum):
    """How the value of an offer must stand to the value of a requirement; HAS and HAS_NOT ask a list."""

    AT_MOST = "<="
    AT_LEAST = ">="
    EQUAL = "="
    HAS = "has"
    HAS_NOT = "has-not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a need asks for: ``tolerance <= 0.02 mm``, a must or a wish.

    ``property`` is a code of ``language.properties``; ``value`` a number, a day (ISO 8601) or a word such as
    "IATF 16949"; ``unit`` as it was written. ``on`` is the day of a price. ``start:end`` is where the text says it,
    for one that was read there.
    """

    property: str
    comparison: Comparison
    value: Decimal | str
    unit: str = ""
    must: bool = True
    on: date | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One thing that an offer states of itself: ``press_tonnage 350 t``; ``denied`` where it says that it has it not.

    ``property``, ``value``, ``unit``, ``start`` and ``end`` are as for a requirement; ``on`` is also the day on which
    it was measured or certified, and ``evidence`` says by whom or in which paper.
    """

    property: str
    value: Decimal | str
    unit: str = ""
    denied: bool = False
    on: date | None = None
    start: int | None = None
    end: int | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What matching sees of a need or an offer: text and typed fields, nothing of who may see it.

    ``place`` is a place code (``VN-56``) or a name of a province or city as written. ``concepts`` are ids that a
    person added, ``dropped`` ids that a person refused. A need has requirements, an offer attributes. ``deals`` is
    how many matches of an offer's organisation, as the one that offers, stand at a contract or a repeat order; a
    confidential offer tells of none.
    """

    id: str
    kind: ItemKind
    language: str
    text: str
    place: str | None = None
    requirements: tuple[Requirement, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    concepts: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    organisation: str = ""
    deals: int = 0


class ItemState(StrEnum):
    """Where a need or an offer stands on its way to the market and out of it."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an organisation seeks. A confidential one shows no name until both sides of a match agreed.

    ``title`` is one line; ``text`` is free and never markup. ``returned`` is what the adviser asked to be changed.
    ``agreement_id`` names the agreement that it belongs under, if any. ``expires_on`` is the last day it is shown:
    EXPIRED is worked out from it and never kept. ``hidden`` are the words of title and text that would tell who is
    behind a confidential one. ``concepts`` a person accepted and ``dropped`` refused, ``found`` the text named when it
    was last saved. ``source`` and ``source_key`` name the list that it was taken from and its number there.
    """

    id: str
    organisation_id: str
    kind: ItemKind
    language: str
    title: str
    text: str
    created_at: datetime
    created_by: str
    created_by_name: str
    expires_on: date
    place: str | None = None
    requirements: tuple[Requirement, ...] = ()
    concepts: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    agreement_id: str | None = None
    confidential: bool = False
    hidden: tuple[str, ...] = ()
    state: ItemState = ItemState.DRAFT
    sent_at: datetime | None = None
    published_at: datetime | None = None
    reviewed_by: str = ""
    returned: str = ""
    source: str = ""
    source_key: str = ""
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What an organisation has to give; the parts are those of a need, attributes instead of requirements."""

    id: str
    organisation_id: str
    kind: ItemKind
    language: str
    title: str
    text: str
    created_at: datetime
    created_by: str
    created_by_name: str
    expires_on: date
    place: str | None = None
    attributes: tuple[Attribute, ...] = ()
    concepts: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    agreement_id: str | None = None
    confidential: bool = False
    hidden: tuple[str, ...] = ()
    state: ItemState = ItemState.DRAFT
    sent_at: datetime | None = None
    published_at: datetime | None = None
    reviewed_by: str = ""
    returned: str = ""
    source: str = ""
    source_key: str = ""
    demo: bool = False
    version: int = 1


Item = Need | Offer


class Coverage(StrEnum):
    """Whether needs and offers meet in a concept, or one side stands alone."""

    BOTH = "both"
    NEEDED = "needed-alone"
    OFFERED = "offered-alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnConcept:
    """A concept of the office's own, kept apart from the shipped thesaurus; ``id`` begins with "own:".

    ``facet`` is one of the thesaurus'; ``labels`` are (language, label, preferred), one preferred a language.
    ``broader`` are ids of shipped or own concepts.
    """

    id: str
    facet: str
    labels: tuple[tuple[str, str, bool], ...]
    broader: tuple[str, ...] = ()
    note: str = ""
    demo: bool = False
    version: int = 1
