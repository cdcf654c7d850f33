"""What pages, API and exports get to see: frozen values that hold facts and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, TypeVar

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement, Evidence
from nhipcau.facts.codes import AgreementType, PartyKind
from nhipcau.facts.commitment import Activity, Commitment, CommitmentState
from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.deal import Side as MatchSide
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft
from nhipcau.facts.market import Coverage, Item, ItemKind, ItemState, Listing, Need, Offer, OwnConcept, Requirement
from nhipcau.facts.matching import Fit
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.plan import Gap, Plan
from nhipcau.facts.resolving import Doubt, Merge
from nhipcau.facts.span import Span

T = TypeVar("T")
Some = TypeVar("Some", bound=Item)

DRAFT_SECTIONS: tuple[str, ...] = ("drafts-to-confirm", "same-proposals")
REGISTER_SECTIONS: tuple[str, ...] = (
    "commitments-without-owner",
    "commitments-without-quantity",
    "commitments-without-due",
    "late",
    "idle-12-months",
    "expiring-90-days",
    "reviews-due",
)
REVIEW_SECTIONS: tuple[str, ...] = ("organisations-to-review",)
IMPORT_SECTIONS: tuple[str, ...] = ("imports-to-commit",)
MARKET_REVIEW_SECTIONS: tuple[str, ...] = ("market-to-review",)
MARKET_SECTIONS: tuple[str, ...] = ("market-expiring",)
MATCH_SECTIONS: tuple[str, ...] = ("matches-to-answer", "new-matches", "matches-idle-30-days")
DESK_SECTIONS: tuple[str, ...] = (
    *DRAFT_SECTIONS,
    *IMPORT_SECTIONS,
    *REVIEW_SECTIONS,
    *MARKET_REVIEW_SECTIONS,
    *MARKET_SECTIONS,
    *MATCH_SECTIONS,
    *REGISTER_SECTIONS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """One page of a list: its items, the cursor of the next page (``None`` at the end), how many there are in all.

    Where ``counted`` is false there are at least ``total``: a search for a very common word is not counted to its end.
    """

    items: tuple[T, ...]
    next_cursor: str | None
    total: int
    counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a document that came in; ``already_known``: nothing was stored again."""

    document: Document
    drafts: tuple[Draft, ...]
    already_known: bool = False
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskItem:
    """One thing that waits.

    ``kind`` and ``id`` find it ("draft", "commitment", "agreement", "need" …); ``title`` is a document's, agreement's
    or item's title or a commitment's text, ``code`` the commitment's activity code, the agreement's type, or the
    item's kind. ``since`` is the day it waits from (the due day of a late commitment, the last day of an expiring
    agreement, need or offer).
    """

    kind: str
    id: str
    title: str
    since: date
    code: str = ""
    agreement_id: str | None = None
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSection:
    """One kind of waiting: how many in all, and the first few."""

    code: str
    count: int
    items: tuple[DeskItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The first page: what needs this person today; sections stand in the order of ``DESK_SECTIONS``."""

    today: date
    sections: tuple[DeskSection, ...]

    @property
    def total(self) -> int:
        """Return how many things wait in all sections together."""
        return sum(section.count for section in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """A commitment with what follows from its activities: how many, how much they sum to, the last day, the state."""

    commitment: Commitment
    agreement_title: str
    state: CommitmentState
    owner_name: str | None = None
    activities: int = 0
    done: Decimal = Decimal(0)
    last_activity_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement, the organisations of its parties in their order, and how many commitments are in which state."""

    agreement: Agreement
    organisations: tuple[Organisation, ...]
    states: Mapping[CommitmentState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document without its text; ``drafts`` counts all, ``open_drafts`` those that wait for a person."""

    id: str
    title: str
    language: str
    media_type: str
    size: int
    received_at: datetime
    received_by: str
    file_name: str = ""
    address: str | None = None
    published: str | None = None
    demo: bool = False
    drafts: int = 0
    open_drafts: int = 0
    agreement_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One agreement of a chain of renewals, oldest first."""

    id: str
    title: str
    type: AgreementType
    signed: str | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """An agreement's page: everything that hangs on it.

    ``documents`` are its sources, by the day received; ``chain`` holds the agreement itself and all renewals around
    it (empty where there is none); ``changes`` counts its history.
    """

    agreement: Agreement
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    commitments: tuple[CommitmentRow, ...]
    documents: tuple[DocumentRow, ...]
    chain: tuple[ChainLink, ...]
    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """An organisation, how many agreements it signed and how many commitments it owns."""

    organisation: Organisation
    agreements: int = 0
    commitments: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """A doubtful pair with the two things' names and places, as the queue lists it."""

    doubt: Doubt
    left: Organisation | Person
    right: Organisation | Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a doubtful pair with all that hangs on it: its sources, what was merged into it, its agreements."""

    thing: Organisation | Person
    sources: tuple[SourceRecord, ...] = ()
    members: tuple[Organisation | Person, ...] = ()
    parent: Organisation | None = None
    agreements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    """A doubtful pair's page: both sides, how many wait, and the pairs before and behind it in the queue."""

    doubt: Doubt
    left: Side
    right: Side
    waiting: int
    previous_id: str | None = None
    next_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandCounts:
    """How many undecided pairs fall into each band."""

    link: int
    review: int
    apart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value that somebody gives a field, and who: the names of sources with their days, the newest first.

    A ``source`` of "" is the register itself. ``shown`` marks the value that is shown, ``chosen`` the office's choice.
    """

    value: str
    sources: tuple[tuple[str, date | None], ...]
    shown: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldClaims:
    """Everything that is said of one field."""

    field: str
    claims: tuple[Claim, ...]

    @property
    def disputed(self) -> bool:
        """Tell whether sources disagree."""
        return len(self.claims) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """An organisation's page; ``agreements`` newest first, ``commitments`` those it owns, by due day.

    ``sources``, ``members`` (what was merged into it), ``merges``, ``doubts`` and ``claims`` are for the office alone.
    ``identifier_problems`` names what is wrong with an identifier, by its scheme.
    """

    organisation: Organisation
    parent: Organisation | None
    children: tuple[Organisation, ...]
    agreements: tuple[AgreementRow, ...]
    commitments: tuple[CommitmentRow, ...]
    people: tuple[Person, ...]
    changes: int
    sources: tuple[SourceRecord, ...] = ()
    members: tuple[Organisation, ...] = ()
    merges: tuple[Merge, ...] = ()
    doubts: tuple[DoubtRow, ...] = ()
    claims: tuple[FieldClaims, ...] = ()
    identifier_problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person, the organisation the name was read with, and how many agreements name the person."""

    person: Person
    organisation_name: str | None = None
    agreements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person's page; ``agreements`` newest first (post and function stand in their ``people``).

    ``bodies`` are those that the posts name; ``members`` who was merged into the person, straight or by way of others,
    ``merges`` how, the newest first; ``doubts`` the undecided pairs.
    """

    person: Person
    organisation: Organisation | None
    agreements: tuple[AgreementRow, ...]
    bodies: tuple[Organisation, ...] = ()
    members: tuple[Person, ...] = ()
    merges: tuple[Merge, ...] = ()
    doubts: tuple[DoubtRow, ...] = ()
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """A commitment's page; ``activities`` newest first; ``evidence`` are the words of the papers that promise it."""

    row: CommitmentRow
    agreement: Agreement
    owner: Organisation | None
    organisations: tuple[Organisation, ...]
    activities: tuple[Activity, ...]
    evidence: tuple[Evidence, ...]
    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """An activity with the commitment and agreement it belongs to."""

    activity: Activity
    commitment_code: str
    commitment_text: str
    agreement_id: str
    agreement_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document's page: its drafts by position, the agreements it is evidence of."""

    document: Document
    drafts: tuple[Draft, ...]
    agreements: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft with the title of its document and of the agreement that it may be the same as."""

    draft: Draft
    document_title: str
    document_language: str
    proposed_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft's page: beside the document's text, and beside the agreement that it may be the same as.

    ``drafts`` are all drafts of the document by position; ``next_id`` is the next open draft of the same list, older
    first, or ``None``.
    """

    draft: Draft
    document: Document
    drafts: tuple[Draft, ...]
    proposed: AgreementView | None = None
    next_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode:
    """An organisation that signed something."""

    organisation_id: str
    name: str
    acronym: str | None
    country: str | None
    kind: PartyKind | None
    agreements: int
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """Two organisations (``source`` < ``target``) and the agreements that both signed."""

    source: str
    target: str
    agreement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Who signed with whom; nodes and edges in the order of their ids."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSpan:
    """An agreement in time: ``signed`` is EDTF, ``first`` its first possible day, ``last`` the day it expires."""

    agreement_id: str
    title: str
    type: AgreementType
    signed: str | None
    first: date | None
    last: date | None
    renewal_of: str | None = None
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many commitments of one agreement (or owner; ``None`` where nobody owns them) are in which state."""

    subject_id: str | None
    subject_name: str
    counts: Mapping[CommitmentState, int]

    @property
    def total(self) -> int:
        """Return how many commitments there are in all states together."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A body or a person that may be meant by what was typed.

    ``title`` is the name shown, ``found`` the name that fits where it is another one, ``detail`` an acronym, or the
    body that a person's name was read with; ``fit`` says how well it fits ("equal", "start" ... "slip").
    """

    kind: str
    id: str
    title: str
    found: str = ""
    detail: str = ""
    country: str | None = None
    party_kind: PartyKind | None = None
    agreements: int = 0
    fit: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One thing found: ``kind`` and ``id`` find it, ``title`` is its name, ``detail`` an acronym, code or file name."""

    kind: str
    id: str
    title: str
    detail: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCommitment:
    """One kind of promise in parallel texts of an agreement.

    ``by_language`` says where each text promises it; ``where`` is "both" or "only", and then ``language`` names the
    one text.
    """

    code: str
    by_language: Mapping[str, ComparedText]
    where: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedText:
    """The words of one text that promise something; ``span`` is ``None`` where only a person said so."""

    text: str
    document_id: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterExport:
    """All of the register that a person may see, ready for a table or a JSON file.

    ``sources`` names, by organisation, whose lists speak of it: for the office alone.
    """

    taken_at: datetime
    agreements: tuple[Agreement, ...]
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    commitments: tuple[CommitmentRow, ...]
    activities: tuple[Activity, ...]
    documents: tuple[DocumentRow, ...]
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRemoved:
    """How many things of the demo office were taken away, by kind."""

    counts: Mapping[str, int]
    batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow(Generic[Some]):
    """A need or an offer, its state as of today, and who is behind it.

    Where this person may not know that, ``known`` is false and what would tell it is left out of the item: the name
    is "", the organisation's id too, and hidden words are blotted out.
    """

    item: Some
    state: ItemState
    organisation_name: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView(Generic[Some]):
    """A need or an offer with the agreement it belongs under; ``may`` are the permissions on it of who asks.

    ``warnings`` say what is odd in it: requirements that cannot be met together, words that tell who is behind it.
    """

    row: ItemRow[Some]
    agreement: ChainLink | None = None
    warnings: tuple[Message, ...] = ()
    may: tuple[str, ...] = ()
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketStamp:
    """Which version of the market a database holds: whoever kept another one is not up to date.

    ``items`` and ``concepts`` only ever grow, by each change of a need or an offer, and of an own concept; ``epoch``
    is another one after a backup was restored.
    """

    epoch: str
    items: int
    concepts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStamp:
    """Of which version of the market, and of which day, the engine has found all pairs."""

    market: MarketStamp
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketEntry:
    """What an index keeps of a need or an offer; ``listing`` is ``None`` where it is not on the market (any more)."""

    id: str
    listing: Listing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnConceptRow:
    """A concept of the office's own, and how many needs and offers have it."""

    concept: OwnConcept
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsImported:
    """What became of a list of needs or offers: how many are new, changed, as they were, and what was left out.

    ``refused`` says for each row that could not be taken, counted from 1, why.
    """

    new: int
    changed: int
    same: int
    refused: tuple[tuple[int, Message], ...]
    batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FitRow:
    """An offer for a need, or a need for an offer: how well the two fit, and where the pair stands.

    ``other`` is the one that was found, as this person may see it (a name is known once both sides agreed, even if
    the other is confidential). ``stage`` and ``match_id`` are those of the match that somebody set on the way, if any.
    """

    fit: Fit
    other: ItemRow[Need] | ItemRow[Offer]
    match_id: str | None = None
    stage: Stage | None = None
    declined_by: MatchSide | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMatches:
    """What fits a need or an offer (``asked``): matches and near misses apart, each best first.

    ``notes`` say what the reader must know; with no match, why there is none. ``may_propose``: this person may set a
    pair of these on the way.
    """

    asked: ItemRow[Need] | ItemRow[Offer]
    matches: tuple[FitRow, ...] = ()
    near_misses: tuple[FitRow, ...] = ()
    notes: tuple[Message, ...] = ()
    may_propose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRow:
    """A match with both items as this person may see them.

    ``waiting_for`` are the sides that have not answered yet; ``idle_days`` how long nothing moved, 0 where the match
    is over (declined). Of who may not know it, the names of the two organisations are "".
    """

    match: Match
    need: ItemRow[Need]
    offer: ItemRow[Offer]
    waiting_for: tuple[MatchSide, ...] = ()
    idle_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who is behind a side of a match, for the other side once both accepted; of what is not known, ""."""

    side: MatchSide
    organisation_id: str
    organisation_name: str
    person: str = ""
    address: str = ""
    phone: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """A match's page.

    ``fit`` says how the two fit today (``None`` where they no longer do, or one of them is off the market).
    ``speaks_for`` are the sides that this person may accept, decline or reopen for; ``moves`` the stages that it may be
    moved to; ``may`` the permissions on it. ``contacts`` is empty until the person may see them.
    """

    row: MatchRow
    fit: Fit | None = None
    contacts: tuple[Contact, ...] = ()
    agreement: ChainLink | None = None
    speaks_for: tuple[MatchSide, ...] = ()
    moves: tuple[Stage, ...] = ()
    may: frozenset[str] = frozenset()
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTotal:
    """What matches are worth in one currency; ``kind`` is "discussed", "mou" or "contract", never added together."""

    kind: str
    currency: str
    amount: Decimal
    matches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """How many matches of one agreement (``None``: of none) stand at which stage now; empty stages are left out."""

    agreement_id: str | None
    agreement_title: str
    stages: Mapping[Stage, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchFunnel:
    """Where matches stand: ``now`` at each stage, ``reached`` how many ever were recorded there, and by agreement."""

    now: Mapping[Stage, int]
    reached: Mapping[Stage, int]
    by_agreement: tuple[FunnelRow, ...]
    totals: tuple[MoneyTotal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A development plan with the offer that it is made for and the need (``None``: all of its trade)."""

    plan: Plan
    offer: ItemRow[Offer]
    need: ItemRow[Need] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A development plan's page.

    ``remedies`` are the offers that steps take, by id; one that is gone is missing. ``agreements`` are those that they
    stand under, as far as this person may see them, by the offer's id. ``activities`` are what accepted steps became,
    by the offer's id. ``needs`` are those that a plan for a trade is made for, by id. ``may``: permissions on the plan.
    """

    row: PlanRow
    remedies: Mapping[str, ItemRow[Offer]] = field(default_factory=dict)
    agreements: Mapping[str, ChainLink] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    needs: Mapping[str, ItemRow[Need]] = field(default_factory=dict)
    may: tuple[str, ...] = ()
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketGap:
    """What nobody on the market closes: for how many offers' plans, and how many needs wait for it."""

    gap: Gap
    offers: int
    needs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who signs in and may be written to; of who gave no address, it is ""."""

    actor: Actor
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter in the language of who gets it."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestsSent:
    """What became of the letters that were due: ``quiet`` had nothing to tell, ``failed`` could not be sent."""

    sent: int
    quiet: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMatch:
    """A pair that the engine found, for a desk or a feed; ``mine`` is the side of who is told.

    ``closed`` are the codes of the properties that a near miss failed before, and no longer does.
    """

    id: str
    need: ItemRow[Need]
    offer: ItemRow[Offer]
    mine: MatchSide | None
    score: int
    since: datetime
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptCount:
    """How many needs and how many offers on the market have a concept."""

    concept: str
    needs: int
    offers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A concept of the market, its name in the reader's language, and whether both sides meet in it."""

    concept: str
    facet: str
    name: str
    needs: int
    offers: int
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyRow:
    """How many offers of each kind there are in a province (``None``: where it is not stated); zeros are left out.

    Of a country alone, where no more is stated, ``place`` is the country.
    """

    place: str | None
    kinds: Mapping[ItemKind, int]

    @property
    def total(self) -> int:
        """Return how many offers of any kind."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPair:
    """A need and an offer that nearly fit; ``unmet`` are the codes of the properties that fail."""

    need_id: str
    offer_id: str
    unmet: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A gap that keeps pairs apart: what is asked for and not met.

    ``alone`` is in how many pairs nothing else fails, so that closing it opens a match at once; ``pairs`` in how many
    it is one of several. ``needs`` are the needs behind them, as this person may see them, ``offers`` how many offers.
    ``place`` is where a distance is measured from.
    """

    asked: Requirement
    place: str | None
    alone: int
    pairs: int
    needs: tuple[ItemRow[Need], ...]
    offers: int
