"""What linkage sees of an organisation, and what it says of two of them: values alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nhipcau.facts.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One organisation as one source, or the register, has it; every part but ``id`` and ``names`` may be unknown.

    ``identifiers`` are "<scheme>:<value>" (VN-MST:0101234560), or the bare number where the scheme is unknown.
    ``place`` is a place code (``VN-01``) or the name of a province or city; ``people`` are names of persons.
    """

    id: str
    names: tuple[str, ...]
    kind: str | None = None
    country: str | None = None
    language: str | None = None
    acronyms: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    address: str | None = None
    place: str | None = None
    phone: str | None = None
    domain: str | None = None
    people: tuple[str, ...] = ()


class Band(StrEnum):
    """What follows from how alike two records are."""

    LINK = "link"
    REVIEW = "review"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """The two thresholds of the office: at least ``link`` is linked, at least ``review`` goes to a person."""

    link: float = 0.99
    review: float = 0.50


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that two records agree or differ in, and what it weighs: log2 of the Bayes factor of its level."""

    field: str
    level: str
    weight: float
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two records and what speaks for and against their being one body.

    ``score`` is the match probability (0 to 1); ``prior`` the log2 odds that it starts from (the first bar of the
    waterfall); any ``vetoes`` put the pair into APART whatever the score.
    """

    left: str
    right: str
    score: float
    band: Band
    prior: float = 0.0
    reasons: tuple[Reason, ...] = ()
    vetoes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a new record belongs: the best pairs, best first, and what follows from the first.

    LINK: it is ``pairs[0].right``. REVIEW: a person decides among ``pairs``. APART: it is a new body.
    """

    band: Band
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """An estimated Fellegi–Sunter model: ``levels[field][level]`` is log2(m/u) of the level, ``prior`` log2 odds."""

    prior: float
    levels: Mapping[str, Mapping[str, float]]
