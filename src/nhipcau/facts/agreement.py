"""What was signed, by whom, with the evidence for every part of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from nhipcau.facts.codes import AgreementStatus, AgreementType, FigureRole, Mode, PersonFunction
from nhipcau.facts.span import Span
from nhipcau.facts.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of a document that say one part of a thing.

    ``subject`` is the part: "agreement" (type and status), "date", "place", "term",
    "party:<organisation id>", "person:<person id>", "sector:<code>", "witness:<name>",
    "commitment:<id>", "benefit:<activity code>", "figure:<n>", "legal-act:<number>", and "text" for a
    whole document that is a text of the agreement. ``says`` is what a disputed source says instead.
    """

    id: str
    subject: str
    document_id: str
    span: Span | None
    state: State = State.STATED
    says: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementParty:
    """An organisation that signed, and the name it has in the paper."""

    organisation_id: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPerson:
    """A person at the signing, with the post and the body as written there."""

    person_id: str
    name: str
    function: PersonFunction
    role: str | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit: part of the agreement, or its background."""

    value: str
    unit: str
    what: str
    role: FigureRole
    approx: bool = False
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalAct:
    """A law, decree, decision or resolution that the agreement rests on or that its report names."""

    type: str
    number: str
    issuer: str | None = None
    date: str | None = None
    role: str = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where it was signed."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement of the register.

    ``signed`` is an EDTF date (level 1) or ``None``; ``expires_on`` follows from the term or is given.
    ``renewal_of`` names the agreement that this one renews. ``reviewed_on`` is the last yearly review.
    """

    id: str
    title: str
    type: AgreementType
    status: AgreementStatus
    parties: tuple[AgreementParty, ...]
    created_at: datetime
    signed: str | None = None
    place: Venue | None = None
    term_months: int | None = None
    expires_on: date | None = None
    renewal_of: str | None = None
    reviewed_on: date | None = None
    people: tuple[AgreementPerson, ...] = ()
    witnesses: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    legal_acts: tuple[LegalAct, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    demo: bool = False
    version: int = 1
