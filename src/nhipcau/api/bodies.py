"""The JSON of a request comes in, a verb's parts go out; a part left out stays as it is, null clears it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ninja import Field, Schema


class AgreementParts(Schema):
    """The parts of an agreement that an officer may set right."""

    title: str | None = None
    type: str | None = Field(None, description="MOU, LOI, agreement, amendment or contract.")
    status: str | None = Field(None, description="signed, exchanged, planned or earlier.")
    signed: str | None = Field(None, description="EDTF, such as 2021-11-26 or 2024-06.")
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    mode: str | None = Field(None, description="in-person or online.")
    term_months: int | None = None
    expires_on: date | None = None
    sectors: list[str] | None = None
    witnesses: list[str] | None = None
    party_ids: list[str] | None = Field(None, description="Ids of organisations, in their order.")


class Renewal(Schema):
    """The agreement that this one renews; null: none."""

    renewal_of: str | None


class Review(Schema):
    """The day of a yearly review."""

    on: date


class TextOf(Schema):
    """A document that is a text of the agreement."""

    document_id: str


class NewCommitment(Schema):
    """A promise in the office's own words."""

    code: str = Field(description="Code of an activity, such as training.")
    text: str
    strength: str = Field("commitment", description="commitment, purpose or benefit.")


class Concretisation(Schema):
    """What makes a commitment concrete: any of these."""

    owner_id: str | None = Field(None, description="Id of an organisation.")
    quantity: Decimal | None = None
    unit: str | None = None
    due_on: date | None = None


class Abandonment(Schema):
    """Why a commitment was given up."""

    reason: str


class NewActivity(Schema):
    """Something that was done under a commitment."""

    on: date
    note: str
    participants: list[str] = []
    quantity: Decimal | None = Field(None, description="Counts towards the commitment, in its unit.")


class ActivityParts(Schema):
    """The parts of an activity."""

    on: date | None = None
    note: str | None = None
    participants: list[str] | None = None
    quantity: Decimal | None = None


class NameOf(Schema):
    """One name of an organisation."""

    text: str
    language: str = Field("und", description="vi, ko, en or und.")
    kind: str = Field("alias", description="official, acronym or alias.")


class NumberOf(Schema):
    """A number that one body alone carries."""

    scheme: str = Field(description="VN-MST, KR-BRN, KR-CRN, LEI or own:<source>.")
    value: str


class OrganisationParts(Schema):
    """The parts of an organisation."""

    names: list[NameOf] | None = Field(None, description="The first is the one shown.")
    country: str | None = None
    kind: str | None = None
    parent_id: str | None = None
    place: str | None = None
    identifiers: list[NumberOf] | None = Field(None, description="All numbers that it has.")
    address: str | None = None
    phone: str | None = None
    domain: str | None = None
    founded: int | None = Field(None, description="Year.")


class NewText(Schema):
    """A text to be read as a document."""

    text: str
    title: str | None = None
    address: str | None = None
    published: str | None = Field(None, description="EDTF or a day.")


class AboutDocument(Schema):
    """What is known about a file beside its text."""

    title: str | None = None
    address: str | None = Field(None, description="Where it was published (http or https).")
    published: str | None = Field(None, description="EDTF or a day.")
