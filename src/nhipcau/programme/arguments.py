"""Keyword arguments that several edges pass on: what may be said, part by part, as a form, a file or a script has it.

Everything may be text as a person typed it; the verb reads it, and raises ``InvalidFields`` with all mistakes at once.
A part that is left out stays as it is; ``None`` or "" clears it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict


class AboutDocument(TypedDict, total=False):
    """What is known about a document beside its text: ``published`` is EDTF or a day, ``address`` http(s)."""

    address: str | None
    published: str | None
    title: str | None
    demo: bool


class Concretisation(TypedDict, total=False):
    """What makes a commitment concrete."""

    owner_id: str | None
    quantity: str | Decimal | None
    unit: str | None
    due_on: str | date | None


class ActivityParts(TypedDict, total=False):
    """The parts of an activity; ``files`` are (name, bytes); when editing they are added to those it has."""

    on: str | date
    note: str
    participants: Sequence[str]
    quantity: str | Decimal | None
    files: Sequence[tuple[str, bytes]]


class AgreementParts(TypedDict, total=False):
    """The parts of an agreement that an officer may set right by hand."""

    title: str
    type: str
    status: str
    signed: str | None
    venue: str | None
    city: str | None
    country: str | None
    mode: str | None
    term_months: str | int | None
    expires_on: str | date | None
    sectors: Sequence[str]
    witnesses: Sequence[str]
    party_ids: Sequence[str]


class OrganisationParts(TypedDict, total=False):
    """The parts of an organisation; ``names`` are (text, language, kind), the first is the one shown.

    Language is "vi", "ko", "en" or "und"; kind is "official", "acronym" or "alias". ``identifiers`` are (scheme,
    number) with a scheme of ``facts.organisation.Identifier``.
    """

    names: Sequence[tuple[str, str, str]]
    country: str | None
    kind: str | None
    parent_id: str | None
    place: str | None
    identifiers: Sequence[tuple[str, str]]
    address: str | None
    phone: str | None
    domain: str | None
    founded: int | str | None


class PersonParts(TypedDict, total=False):
    """The parts of a person: ``names`` are (text, language); ``posts`` (organisation's id, title, since, until).

    The first name is the one shown; since and until are days, EDTF or empty.
    """

    names: Sequence[tuple[str, str]]
    posts: Sequence[tuple[str, str, str | None, str | None]]


class MergeWish(TypedDict, total=False):
    """How two are merged: ``despite`` overrides what speaks against it; the versions are those that the person saw."""

    despite: bool
    kept_version: int | None
    gone_version: int | None


class DecisionWish(TypedDict, total=False):
    """How a pair is decided: ``keep`` is the side that stays, ``version`` that of the pair as the person saw it."""

    keep: str
    despite: bool
    version: int | None


class RequirementParts(TypedDict, total=False):
    """One row of what a need asks for; the comparison left out is the property's usual one, ``must`` left out yes.

    ``on`` is the day of a price; today where it is left out.
    """

    property: str
    comparison: str
    value: str | Decimal | None
    unit: str
    must: bool | str | None
    on: str | date | None


class AttributeParts(TypedDict, total=False):
    """One row of what an offer states; ``denied`` where it says that it has it not, ``evidence`` who says so."""

    property: str
    value: str | Decimal | None
    unit: str
    denied: bool | str | None
    on: str | date | None
    evidence: str


class AcceptedStep(TypedDict, total=False):
    """How a step of a plan becomes an activity: under which commitment, on another day or with another note."""

    commitment_id: str
    on: str | date | None
    note: str


class FinishedStep(TypedDict, total=False):
    """When a step of a plan was done, what is to be said of it, and what it proved."""

    on: str | date | None
    note: str
    attribute: AttributeParts | None


class PlanWish(TypedDict, total=False):
    """How a plan is to be made: ``unstated`` plans for what is only not stated too; the first day, today if none."""

    unstated: bool | str | None
    starts_on: str | date | None


class ItemParts(TypedDict, total=False):
    """The parts that a need and an offer share.

    The language left out is found in the text, the title in its first words, the last day in the kind of item.
    ``place`` is a name in any language or a code. ``concepts`` are ids that the person accepted, ``dropped`` refused.
    """

    kind: str
    language: str
    title: str
    text: str
    place: str | None
    concepts: Sequence[str]
    dropped: Sequence[str]
    confidential: bool | str | None
    agreement_id: str | None
    expires_on: str | date | None


class NeedParts(ItemParts, total=False):
    """The parts of a need."""

    requirements: Sequence[RequirementParts]


class OfferParts(ItemParts, total=False):
    """The parts of an offer."""

    attributes: Sequence[AttributeParts]


class ItemsOrigin(TypedDict, total=False):
    """Where a list of needs or offers is from: a name of the source, and whose they all are that name nobody."""

    source: str
    organisation_id: str | None
    demo: bool


class OwnConceptParts(TypedDict, total=False):
    """The parts of an own concept; ``labels`` are (language, label, whether it is the preferred one)."""

    facet: str
    labels: Sequence[tuple[str, str, bool]]
    broader: Sequence[str]
    note: str


class ListQuestion(TypedDict, total=False):
    """What every list may be asked; ``sort`` as in ``filters`` with "-" for the other direction; "" asks nothing."""

    search: str
    sort: str
    cursor: str | None
    limit: int | str
    demo: bool | str | None


class AgreementQuestion(ListQuestion, total=False):
    """What the list of agreements may be asked."""

    sector: str
    type: str
    state: str
    year: str | int
    place: str
    country: str
    organisation_id: str


class CommitmentQuestion(ListQuestion, total=False):
    """What the list of commitments may be asked; ``owner`` is an organisation's id, ``missing`` owner|quantity|due."""

    agreement_id: str
    state: str
    owner: str
    code: str
    overdue: bool | str | None
    missing: str


class ActivityQuestion(ListQuestion, total=False):
    """What the list of activities may be asked; ``since`` and ``until`` are days, both included."""

    commitment_id: str
    agreement_id: str
    since: str | date
    until: str | date


class OrganisationQuestion(ListQuestion, total=False):
    """What the list of organisations may be asked."""

    country: str
    kind: str


class PersonQuestion(ListQuestion, total=False):
    """What the list of people may be asked."""

    organisation_id: str


class DocumentQuestion(ListQuestion, total=False):
    """What the list of documents may be asked."""

    language: str
    agreement_id: str


class DraftQuestion(ListQuestion, total=False):
    """What the list of drafts may be asked; ``list`` is agreement, planned or no-agreement; drafts have no search."""

    list: str
    state: str
    document_id: str
    proposed: bool | str | None


class DoubtQuestion(ListQuestion, total=False):
    """What the queue of doubtful pairs may be asked: ``state`` is open, later, same, different or moot."""

    state: str
    thing_id: str


class ItemQuestion(ListQuestion, total=False):
    """What the lists of needs and offers may be asked; ``place`` is a code or a name, ``mine`` one's own alone."""

    kind: str
    state: str
    organisation_id: str
    agreement_id: str
    place: str
    concept: str
    language: str
    mine: bool | str | None


class MatchQuestion(ListQuestion, total=False):
    """What the list of matches may be asked; ``idle`` keeps those that nothing moved for 30 days, ``mine`` one's own.

    ``waiting`` keeps those that a side of one's own ("mine") or any side ("any") has not answered.
    """

    stage: str
    agreement_id: str
    organisation_id: str
    need_id: str
    offer_id: str
    idle: bool | str | None
    waiting: str
    mine: bool | str | None


class PlanQuestion(ListQuestion, total=False):
    """What the list of plans may be asked."""

    offer_id: str
    need_id: str


class MoneyParts(TypedDict, total=False):
    """An amount as it was typed, its currency (ISO 4217) and the day that it is as of; without an amount, none."""

    amount: str | Decimal | None
    currency: str | None
    on: str | date | None


class MatchValues(TypedDict, total=False):
    """What a match is worth; each is a value of its own."""

    discussed: MoneyParts | None
    mou: MoneyParts | None
    contract: MoneyParts | None


class HistoryQuestion(TypedDict, total=False):
    """What the history may be asked: of a thing (``kind`` and ``id``), of a person, of one batch."""

    kind: str
    id: str
    actor_id: str
    batch: str
    cursor: str | None
    limit: int | str


class SessionParts(TypedDict, total=False):
    """One session as it is typed: a day and times by the event's clock ("09:00"); ``pauses`` are (from, until).

    The key left out is given; ``kinds`` are the kinds of venue that are used, none named: all.
    """

    key: str
    kind: str
    on: str | date
    starts: str
    ends: str
    slot_minutes: str | int
    gap_minutes: str | int
    pauses: Sequence[tuple[str, str]]
    kinds: Sequence[str]


class VenueParts(TypedDict, total=False):
    """One table, booth, online room or factory as it is typed; the key left out is given."""

    key: str
    kind: str
    name: str
    seats: str | int
    travel_minutes: str | int
    registration_id: str | None
    sessions: Sequence[str]
    address: str


class EventParts(TypedDict, total=False):
    """The parts of an event; moments are typed by its own clock ("2026-12-01 09:00") or with an offset from UTC."""

    title: str
    zone: str
    other_zone: str
    place: str
    note: str
    sessions: Sequence[SessionParts]
    venues: Sequence[VenueParts]
    sits: str
    relay: str | None
    requests_open: str | datetime | None
    requests_close: str | datetime | None
    answer_hours: str | int
    most_organisations: str | int | None
    fairness: str | int | None
    least_meetings: str | int
    most_meetings: str | int
    most_requests: str | int


class AttendeeParts(TypedDict, total=False):
    """Somebody who comes, as typed; moments are by the clock of the registration's zone, else the event's."""

    key: str
    name: str
    languages: Sequence[str]
    person_id: str | None
    position: str
    email: str
    phone: str
    windows: Sequence[tuple[str | datetime, str | datetime]]
    arrives: str | datetime | None
    leaves: str | datetime | None


class RegistrationParts(TypedDict, total=False):
    """The parts of a registration; ``needs`` and ``offers`` are ids on the market, the organisation's own."""

    side: str
    attendees: Sequence[AttendeeParts]
    splits: bool | str | None
    least_meetings: str | int | None
    most_meetings: str | int | None
    needs: Sequence[str]
    offers: Sequence[str]
    language: str
    zone: str
    note: str


class InterpreterParts(TypedDict, total=False):
    """The parts of an interpreter; ``pairs`` are two languages each, moments as an attendee's."""

    name: str
    pairs: Sequence[tuple[str, str]]
    person_id: str | None
    concepts: Sequence[str]
    windows: Sequence[tuple[str | datetime, str | datetime]]
    most_minutes: str | int
    rest_minutes: str | int
    cost: str | Decimal | None
    currency: str
    apart_from: Sequence[str]
    email: str
    phone: str
    language: str
    zone: str
    note: str


class EventQuestion(ListQuestion, total=False):
    """What the list of events may be asked."""

    state: str
    commitment_id: str
    organisation_id: str


class RegistrationQuestion(ListQuestion, total=False):
    """What the list of an event's registrations may be asked."""

    side: str
    state: str
    walk_in: bool | str | None


class RequestQuestion(ListQuestion, total=False):
    """What the list of an event's requests may be asked; ``registration_id`` keeps those with this side."""

    state: str
    registration_id: str
