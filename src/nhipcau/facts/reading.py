"""What a reader takes from one document: records whose every value carries the span that says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from nhipcau.facts.codes import AgreementStatus, AgreementType, FigureRole, Mode, PartyKind, PersonFunction, Strength
from nhipcau.facts.span import Span


@dataclass(frozen=True, slots=True)
class Derivation:
    """Where a value that the text does not spell out comes from.

    ``value`` names the field of the record ("country", "kind", "value" ...), ``source`` is a code
    ("head-noun", "place-name", "publication-date", "header-date", "part-of-month", "acronym-in-text",
    "name-lexicon", "verb", ...) and ``detail`` the words or the date that it rests on.
    """

    value: str
    source: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A second source says something else about one field of a record."""

    value: str
    source: str
    other: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What every record taken from a text has: its span, what in it was derived, who disagrees."""

    span: Span | None = None
    derived: tuple[Derivation, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRead(Read):
    """A party to an agreement as one text names it."""

    name: str
    acronym: str | None = None
    country: str | None = None
    kind: PartyKind | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRead(Read):
    """A person at a signing; ``org`` is the name or acronym of the body the text gives."""

    name: str
    role: str | None = None
    org: str | None = None
    function: PersonFunction = PersonFunction.ATTENDEE


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessRead(Read):
    """A body, group or person that was present as a witness."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRead(Read):
    """When it was signed: an EDTF value (ISO 8601-2, level 1), or ``None`` where nothing is said.

    ``precision`` is day, month, mid-month, year or none.
    """

    value: str | None = None
    precision: str = "none"
    derivation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRead(Read):
    """Where it was signed, and whether the parties sat in one room."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorRead(Read):
    """A sector of ``codes.SECTOR_CODES`` that the agreement is about."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRead(Read):
    """A clause that promises something: a code of ``codes.ACTIVITY_CODES`` and how firm it is."""

    code: str
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRead(Read):
    """How long the agreement runs: ``value`` in ``unit`` (year, month), or until an EDTF date."""

    value: float | None = None
    unit: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRead(Read):
    """A number with its unit and the role it plays; ``value`` is a pair for a range."""

    value: float | tuple[float, float]
    unit: str
    what: str
    role: FigureRole = FigureRole.CONTEXT
    approx: bool = False
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalActRead(Read):
    """A law, decree, decision or resolution that the text names; ``date`` is EDTF."""

    type: str
    number: str
    issuer: str | None = None
    date: str | None = None
    role: str = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRead(Read):
    """One signing event as one text reports it. ``span`` is its evidence."""

    type: AgreementType
    status: AgreementStatus
    renewal: bool = False
    cluster: str | None = None
    parties: tuple[PartyRead, ...] = ()
    people: tuple[PersonRead, ...] = ()
    witnesses: tuple[WitnessRead, ...] = ()
    date: DateRead = field(default_factory=DateRead)
    place: PlaceRead | None = None
    sectors: tuple[SectorRead, ...] = ()
    activities: tuple[ActivityRead, ...] = ()
    term: TermRead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read from one document.

    ``reader`` names the rules (or the model) and their version; ``published`` is the page's own date
    where the text shows one; ``dropped`` counts values whose quote did not stand in the text.
    """

    language: str
    agreements: tuple[AgreementRead, ...] = ()
    figures: tuple[FigureRead, ...] = ()
    legal_acts: tuple[LegalActRead, ...] = ()
    published: DateRead | None = None
    reader: str = ""
    dropped: int = 0
