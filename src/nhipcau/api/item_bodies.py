"""The JSON of a request about needs, offers and concepts comes in, a verb's parts go out; null clears a part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from ninja import Field, Schema

# A number is never read as text: "1.500" is one and a half in every language.
Value = Annotated[Decimal | str, Field(union_mode="left_to_right")]


class Act(StrEnum):
    """What becomes of a need or an offer."""

    SEND = "send"
    PUBLISH = "publish"
    RENEW = "renew"
    WITHDRAW = "withdraw"
    CLOSE = "close"


class RequirementOf(Schema):
    """One thing that a need asks for."""

    property: str = Field(description="Code of a property, such as tolerance, certificate or capacity.")
    comparison: str = Field("", description='<=, >=, =, has or has-not; "": the usual one of the property.')
    value: Value = Field(description="A number, a day or a word.")
    unit: str = Field("", description="As it is written: mm, pcs/month, USD.")
    must: bool = Field(default=True, description="false: a wish.")
    on: date | None = Field(None, description="The day of a price.")


class AttributeOf(Schema):
    """One thing that an offer states of itself."""

    property: str = Field(description="Code of a property, such as press_tonnage.")
    value: Value = Field(description="A number, a day or a word.")
    unit: str = Field("", description="As it is written.")
    denied: bool = Field(default=False, description="true: it says that it has it not.")
    on: date | None = Field(None, description="The day of a price.")
    evidence: str = Field("", description="Number of the certificate, report of the audit.")


class _ItemParts(Schema):
    """The parts that a need and an offer share."""

    kind: str = Field("", description="product, technology, expertise, training, placement or site.")
    language: str = Field("", description='vi, ko or en; "": found in the text.')
    title: str = Field("", description='One line; "": the first words of the text.')
    text: str = Field("", description="Free text; markup is text like any other.")
    place: str | None = Field(None, description="Name of a province or city in any language, or its code.")
    concepts: list[str] = Field([], description="Ids of concepts that were accepted.", max_length=500)
    dropped: list[str] = Field([], description="Ids of concepts that the text seems to name and does not mean.")
    confidential: bool = Field(default=False, description="Nobody else learns who is behind it before both agree.")
    agreement_id: str | None = Field(None, description="The agreement that it belongs under.")
    expires_on: date | None = Field(None, description="Last day it is shown.")


class NeedParts(_ItemParts):
    """The parts of a need."""

    requirements: list[RequirementOf] = Field([], description="What it asks for.", max_length=1000)


class OfferParts(_ItemParts):
    """The parts of an offer."""

    attributes: list[AttributeOf] = Field([], description="What it states.", max_length=1000)


class NewNeed(NeedParts):
    """What an organisation seeks; kind and text are needed."""

    organisation_id: str | None = Field(None, description="Whose it is; default: the sender's own organisation.")


class NewOffer(OfferParts):
    """What an organisation has to give; kind and text are needed."""

    organisation_id: str | None = Field(None, description="Whose it is; default: the sender's own organisation.")


class Sentence(Schema):
    """What has to be changed before it is shown."""

    sentence: str


class LabelOf(Schema):
    """One name of a concept."""

    language: str = Field(description="vi, ko or en.")
    text: str
    preferred: bool = Field(default=False, description="One in each language is.")


class ConceptParts(Schema):
    """The parts of an own concept."""

    facet: str = Field("", description="process, material, product, equipment, measurement, defect, certificate, …")
    labels: list[LabelOf] = Field([], description="Its names.", max_length=100)
    broader: list[str] = Field([], description="Ids of concepts above it.", max_length=100)
    note: str = Field("", description="What tells it from another of the same name.")


class TextToRead(Schema):
    """A text as somebody writes it."""

    text: str
    kind: str = Field("", description="Kind of need or offer; default: product.")
    language: str = Field("", description='vi, ko or en; "": found in the text.')
