"""What the programme needs from outside, as protocols: a store, files, a clock, new ids, an extractor, a second reader.

Adapters live in ``store``, ``intake`` and ``wiring``; ``tests/conformance/test_store.py`` says what a store must do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, Protocol, TypeVar

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.change import Change
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Follower, Found, Match
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft
from nhipcau.facts.market import Item, Listing, Need, Offer, OwnConcept
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.organisation_import import HowFar, Import, ImportRow, Outcome, RowCounts
from nhipcau.facts.plan import Plan
from nhipcau.facts.reading import Reading
from nhipcau.facts.record import Bands, Record
from nhipcau.facts.resolving import Doubt, Merge, Thresholds
from nhipcau.programme.collecting import Collection
from nhipcau.programme.events.ports import EventReads, EventUnit
from nhipcau.programme.filters import (
    ActivityFilter,
    AgreementFilter,
    CommitmentFilter,
    DeskQuery,
    DocumentFilter,
    DoubtFilter,
    DraftFilter,
    FoundFilter,
    HistoryFilter,
    ImportRowFilter,
    ItemFilter,
    MatchFilter,
    OrganisationFilter,
    Paging,
    PersonFilter,
    PlanFilter,
    SearchQuery,
    SuggestQuery,
)
from nhipcau.programme.views import (
    ActivityRow,
    AgreementRow,
    AgreementView,
    BandCounts,
    CommitmentRow,
    CommitmentView,
    ConceptCount,
    DeskSection,
    DocumentRow,
    DocumentView,
    DoubtRow,
    DoubtView,
    DraftRow,
    DraftView,
    FoundStamp,
    ItemRow,
    ItemView,
    Letter,
    MarketEntry,
    MarketStamp,
    MatchFunnel,
    MatchRow,
    MatchView,
    NearPair,
    Network,
    NewMatch,
    OrganisationRow,
    OrganisationView,
    OwnConceptRow,
    Page,
    PersonRow,
    PersonView,
    Reader,
    RegisterExport,
    SearchHit,
    StateCount,
    Suggestion,
    SupplyRow,
    TimelineSpan,
)

T = TypeVar("T")
Some = TypeVar("Some", bound=Item)


class Documents(Collection[Document], Protocol):
    """Documents; ``add`` raises ``Conflict("error.already-there")`` for a fingerprint of the bytes that is known."""

    def by_sha256(self, sha256: str, /) -> Document | None:
        """Return the document of these bytes."""
        ...

    def by_text_sha256(self, text_sha256: str, /) -> Document | None:
        """Return the first document that has this text."""
        ...


class Drafts(Collection[Draft], Protocol):
    """Drafts."""

    def of_document(self, document_id: str, /) -> list[Draft]:
        """Return a document's drafts by position."""
        ...

    def of_agreement(self, agreement_id: str, /) -> list[Draft]:
        """Return the drafts that were confirmed as this agreement, by id."""
        ...

    def proposing(self, agreement_id: str, /) -> list[Draft]:
        """Return open drafts whose proposal names this agreement, by id."""
        ...

    def open(self) -> list[Draft]:
        """Return all open drafts, by id."""
        ...


class Organisations(Collection[Organisation], Protocol):
    """Organisations, found by the keys of their names (``programme.name_keys.organisation_keys``)."""

    def by_name_keys(self, keys: Iterable[str], /) -> list[Organisation]:
        """Return organisations that have at least one of these keys, by id, in one query."""
        ...

    def by_block_keys(self, keys: Iterable[str], /, *, limit_per_key: int = 50) -> list[Organisation]:
        """Return those that share the most of these keys (``engine.resolve.blocks``), at most 100, the most first.

        Of one key no more than ``limit_per_key`` are looked at, so that a common one costs no more than a rare one.
        """
        ...

    def merged_into(self, organisation_ids: Iterable[str], /) -> list[Organisation]:
        """Return the organisations that were merged straight into one of these, by id."""
        ...

    def of_parents(self, organisation_ids: Iterable[str], /) -> list[Organisation]:
        """Return the organisations whose parent is one of these, by id."""
        ...

    def burdens(self, organisation_ids: Iterable[str], /) -> dict[str, int]:
        """Return for each how much hangs on it: agreements, source records, items, registrations, merged bodies."""
        ...

    def meeting(self, records: Sequence[Iterable[str]], /, *, limit_per_key: int, most: int) -> list[list[str]]:
        """Return for each set of keys the ids of those that share the most of them, at most ``most``, the most first.

        What ``by_block_keys`` answers for one, for many at once.
        """
        ...

    def living_after(self, organisation_id: str, limit: int, /) -> list[Organisation]:
        """Return the next organisations after an id that are merged into no other, by id."""
        ...


class People(Collection[Person], Protocol):
    """People, found by the keys of their names (``programme.name_keys.person_keys``)."""

    def by_name_keys(self, keys: Iterable[str], /) -> list[Person]:
        """Return people who have at least one of these keys, by id, in one query."""
        ...

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Person]:
        """Return people who were read with, or have a post at, one of these organisations, by id."""
        ...

    def merged_into(self, person_ids: Iterable[str], /) -> list[Person]:
        """Return the people who were merged straight into one of these, by id."""
        ...

    def living_after(self, person_id: str, limit: int, /) -> list[Person]:
        """Return the next people after an id who are merged into no other, by id."""
        ...


class SourceRecords(Collection[SourceRecord], Protocol):
    """What sources said; ``add`` raises ``Conflict("error.already-there")`` for a known key of a source."""

    def by_source_keys(self, source: str, keys: Iterable[str], /) -> dict[str, SourceRecord]:
        """Return the records of a source by its own keys."""
        ...

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[SourceRecord]:
        """Return what sources said of these organisations, by id."""
        ...


class Doubts(Collection[Doubt], Protocol):
    """Doubtful pairs; ``add`` raises ``Conflict("error.already-there")`` for a pair that has a doubt."""

    def of(self, kind: str, thing_ids: Iterable[str], /) -> list[Doubt]:
        """Return the doubts in which one of these stands, whatever was decided, by id."""
        ...

    def waiting(self, kind: str, thing_ids: Iterable[str], /) -> dict[str, int]:
        """Return for each in how many undecided pairs it stands."""
        ...

    def weigh(self, weights: Mapping[str, int], /) -> None:
        """Store how much each pair's decision would settle; that is worked out and makes no new version."""
        ...


class Merges(Collection[Merge], Protocol):
    """Merges."""

    def of(self, kind: str, thing_ids: Iterable[str], /) -> list[Merge]:
        """Return the merges that one of these had a part in, taken back or not, by id."""
        ...


class Imports(Collection[Import], Protocol):
    """Imports of spreadsheets with their rows; the rows are worked on until they are committed and have no history."""

    def last_of(self, source: str, /) -> Import | None:
        """Return the newest import of a source."""
        ...

    def put_rows(self, import_id: str, rows: Iterable[ImportRow], /) -> int:
        """Store these rows in place of all that were there; return how many they are."""
        ...

    def rows_after(self, import_id: str, number: int, limit: int, /) -> list[ImportRow]:
        """Return the next rows after a number, by number."""
        ...

    def rows_sharing(self, import_id: str, keys: Iterable[str], /) -> list[ImportRow]:
        """Return the rows whose ``key`` or one of whose ``numbers`` is among these, by number."""
        ...

    def rows_of(self, import_id: str, numbers: Iterable[int], /) -> list[ImportRow]:
        """Return the rows of these numbers, by number."""
        ...

    def save_rows(self, import_id: str, rows: Iterable[ImportRow], /) -> None:
        """Store changed rows."""
        ...

    def settle_rows(self, import_id: str, settled: Iterable[tuple[int, Outcome, str | None]], /) -> None:
        """Store what became of rows: number, outcome, and the organisation that the row speaks of."""
        ...

    def counts(self, import_id: str, /) -> RowCounts:
        """Count the rows of an import."""
        ...


class Agreements(Collection[Agreement], Protocol):
    """Agreements."""

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Agreement]:
        """Return agreements that at least one of these organisations is a party to, by id."""
        ...

    def of_people(self, person_ids: Iterable[str], /) -> list[Agreement]:
        """Return agreements that name at least one of these people, by id."""
        ...

    def of_document(self, document_id: str, /) -> list[Agreement]:
        """Return agreements that have evidence in this document, by id."""
        ...

    def signed_on(self, edtf: str, /) -> list[Agreement]:
        """Return agreements whose ``signed`` is exactly this text, by id."""
        ...

    def renewals_of(self, agreement_id: str, /) -> list[Agreement]:
        """Return agreements that renew this one, by id."""
        ...


class Commitments(Collection[Commitment], Protocol):
    """Commitments."""

    def of_agreement(self, agreement_id: str, /) -> list[Commitment]:
        """Return an agreement's commitments, by id."""
        ...

    def of_owner(self, organisation_id: str, /) -> list[Commitment]:
        """Return the commitments that an organisation owns, by id."""
        ...


class Activities(Collection[Activity], Protocol):
    """Activities."""

    def of_commitment(self, commitment_id: str, /) -> list[Activity]:
        """Return a commitment's activities, by id."""
        ...


class Items(Collection[Some], Protocol[Some]):
    """Needs, or offers; ``add`` raises ``Conflict("error.already-there")`` for a known key of a source.

    Whatever is added, saved or deleted moves the stamp of the market on (``Reads.market_stamp``).
    """

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Some]:
        """Return the items of these organisations, by id."""
        ...

    def of_agreement(self, agreement_id: str, /) -> list[Some]:
        """Return the items that belong under an agreement, by id."""
        ...

    def by_source_keys(self, source: str, keys: Iterable[str], /) -> dict[str, Some]:
        """Return the items that were taken from a source, by its own keys."""
        ...


class OwnConcepts(Collection[OwnConcept], Protocol):
    """The office's own concepts; every change moves the stamp of the market on."""

    def all(self) -> list[OwnConcept]:
        """Return every one, by id."""
        ...


class Matches(Collection[Match], Protocol):
    """Matches; ``add`` raises ``Conflict("error.already-there")`` for a pair that has one.

    Where a contract comes or goes, the open offers of the organisation that offers count as changed: the stamp of the
    market moves on.
    """

    def of_pair(self, need_id: str, offer_id: str, /) -> Match | None:
        """Return the match of a pair."""
        ...

    def of_items(self, item_ids: Iterable[str], /) -> list[Match]:
        """Return the matches of these needs or offers, by id."""
        ...

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Match]:
        """Return the matches in which one of these organisations is a side, by id."""
        ...

    def of_agreement(self, agreement_id: str, /) -> list[Match]:
        """Return the matches that belong under an agreement, by id."""
        ...


class Plans(Collection[Plan], Protocol):
    """Development plans."""

    def of_items(self, item_ids: Iterable[str], /) -> list[Plan]:
        """Return the plans of these offers, or for these needs, by id."""
        ...


class FoundPairs(Collection[Found], Protocol):
    """Pairs that the engine found; they are worked out, so that they have no history, and go with their items."""

    def of_needs(self, need_ids: Iterable[str], /) -> list[Found]:
        """Return the pairs of these needs, gone or not, by id."""
        ...

    def needs_of(self, offer_ids: Iterable[str], /) -> list[str]:
        """Return the ids of the needs that one of these offers stands with, gone or not."""
        ...

    def up_to(self, stamp: FoundStamp, /) -> None:
        """Note of which version of the market, and of which day, all pairs are found."""
        ...


class Followers(Collection[Follower], Protocol):
    """Who follows new matches; no part of the history."""

    def by_feed_key(self, feed_key: str, /) -> Follower | None:
        """Return whose feed a key (its SHA-256) opens."""
        ...


class Changes(Protocol):
    """The history: entries are only ever added."""

    def add(self, change: Change, /) -> None:
        """Store one entry."""
        ...

    def add_many(self, changes: Sequence[Change], /) -> None:
        """Store entries in this order."""
        ...

    def batch(self, batch: str, /) -> list[Change]:
        """Return the changes of one verb, in the order they were added."""
        ...

    def of(self, kind: str, subject_id: str, /) -> list[Change]:
        """Return the changes of one thing, oldest first."""
        ...


class Unit(EventUnit, Protocol):
    """One transaction: all collections see what it wrote; others see it after it was left without an error."""

    def alone(self) -> None:
        """Wait until no other unit that asked for this is open; from here on all that those wrote is seen."""
        ...

    @property
    def documents(self) -> Documents:
        """Return the documents."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Return the drafts."""
        ...

    @property
    def organisations(self) -> Organisations:
        """Return the organisations."""
        ...

    @property
    def people(self) -> People:
        """Return the people."""
        ...

    @property
    def source_records(self) -> SourceRecords:
        """Return what sources said."""
        ...

    @property
    def doubts(self) -> Doubts:
        """Return the doubtful pairs."""
        ...

    @property
    def merges(self) -> Merges:
        """Return the merges."""
        ...

    @property
    def thresholds(self) -> Collection[Thresholds]:
        """Return the office's thresholds."""
        ...

    @property
    def imports(self) -> Imports:
        """Return the imports."""
        ...

    @property
    def agreements(self) -> Agreements:
        """Return the agreements."""
        ...

    @property
    def commitments(self) -> Commitments:
        """Return the commitments."""
        ...

    @property
    def activities(self) -> Activities:
        """Return the activities."""
        ...

    @property
    def needs(self) -> Items[Need]:
        """Return the needs."""
        ...

    @property
    def offers(self) -> Items[Offer]:
        """Return the offers."""
        ...

    @property
    def own_concepts(self) -> OwnConcepts:
        """Return the office's own concepts."""
        ...

    @property
    def matches(self) -> Matches:
        """Return the matches."""
        ...

    @property
    def plans(self) -> Plans:
        """Return the development plans."""
        ...

    @property
    def found(self) -> FoundPairs:
        """Return the pairs that the engine found."""
        ...

    @property
    def followers(self) -> Followers:
        """Return who follows new matches."""
        ...

    @property
    def changes(self) -> Changes:
        """Return the history."""
        ...


class Reads(EventReads, Protocol):
    """Questions of pages. Each method takes a fixed, small number of queries, with 1 row or with 10,000.

    Lists honour every field of their filter. A page of a thing is ``None`` where the thing does not exist; who may
    see it is decided by ``programme.queries``. States are worked out with ``commitment_state.state_of``.
    """

    def desk(self, query: DeskQuery, /) -> tuple[DeskSection, ...]:
        """Return the wanted sections in the order asked for, empty ones with a count of 0.

        "drafts-to-confirm": open drafts of the agreement list without a proposal, since their creation;
        "same-proposals": open drafts with one. "commitments-without-owner", "-quantity" (quantity or unit missing),
        "-due": neither abandoned nor done, since their creation. "late": that state, since the due day.
        "idle-12-months": neither abandoned nor done, last activity (or creation) before ``idle_before``.
        "expiring-90-days": ``today`` <= expires_on <= ``expires_until``, not renewed, since expires_on.
        "market-to-review": needs and offers in review but those that ``reviewer`` wrote, since they were sent.
        "market-expiring": published ones with ``today`` <= expires_on <= ``renew_until``, since expires_on.
        "matches-to-answer": matches that a side (with ``visible_to``: this organisation) has not answered, since they
        were last moved; "matches-idle-30-days": under way and last moved before ``moved_before``, since then.
        "new-matches": needs (with ``visible_to``: this organisation's needs and offers) with pairs found after
        ``seen_at``, since the first of them.
        "reviews-due": reviewed_on, else the last possible day of signing, else the day of creation is not after
        ``reviewed_until``; neither expired nor renewed; since that day.
        """
        ...

    def agreement_list(self, wanted: AgreementFilter, paging: Paging, /) -> Page[AgreementRow]:
        """Return agreements; sorts: signed (first possible day), title, type, created, expires."""
        ...

    def agreement_page(self, agreement_id: str, /, *, today: date) -> AgreementView | None:
        """Return one agreement with all that hangs on it."""
        ...

    def organisation_list(self, wanted: OrganisationFilter, paging: Paging, /) -> Page[OrganisationRow]:
        """Return organisations; sorts: name (folded first name), country, agreements."""
        ...

    def organisation_page(
        self, organisation_id: str, /, *, today: date, visible_to: str | None
    ) -> OrganisationView | None:
        """Return one organisation with its agreements and commitments that ``visible_to`` allows.

        Sources, members, merges and undecided pairs come only where ``visible_to`` is ``None``; ``claims`` and
        ``identifier_problems`` are worked out by ``programme.queries``.
        """
        ...

    def stands_for(self, kind: str, thing_id: str, /) -> str | None:
        """Return the id of the one that stands for a thing that was merged away, of any other its own; or ``None``."""
        ...

    def doubt_list(self, wanted: DoubtFilter, paging: Paging, /) -> Page[DoubtRow]:
        """Return doubtful pairs; sorts: weight (then score), score, proposed."""
        ...

    def doubt_page(self, doubt_id: str, /, *, least: float) -> DoubtView | None:
        """Return one pair with both sides.

        Its neighbours are the undecided pairs of its kind scored ``least`` and above, open ones first, by weight and
        score; before the first comes the last, and the other way round.
        """
        ...

    def doubt_counts(self, kind: str, /, *, least: float) -> dict[str, int]:
        """Return how many pairs stand in each state; of undecided ones those scored ``least`` and above."""
        ...

    def band_counts(self, kind: str, /, *, link: float, review: float) -> BandCounts:
        """Return how many undecided pairs would fall into each band; a vetoed one stands apart."""
        ...

    def thresholds(self, kind: str, /) -> Thresholds | None:
        """Return the office's thresholds of a kind, if it set any."""
        ...

    def import_list(self, *, limit: int) -> tuple[Import, ...]:
        """Return the newest imports."""
        ...

    def import_page(self, import_id: str, /) -> tuple[Import, RowCounts] | None:
        """Return one import and how its rows stand."""
        ...

    def import_rows(self, wanted: ImportRowFilter, /) -> tuple[ImportRow, ...]:
        """Return the rows of an import that a filter asks for, by number."""
        ...

    def person_list(self, wanted: PersonFilter, paging: Paging, /) -> Page[PersonRow]:
        """Return people; sorts: name (folded first name), agreements."""
        ...

    def person_page(self, person_id: str, /, *, today: date, visible_to: str | None) -> PersonView | None:
        """Return one person with the agreements that ``visible_to`` allows."""
        ...

    def commitment_list(self, wanted: CommitmentFilter, paging: Paging, /) -> Page[CommitmentRow]:
        """Return commitments; sorts: due, created, code, agreement (title)."""
        ...

    def commitment_page(self, commitment_id: str, /, *, today: date) -> CommitmentView | None:
        """Return one commitment with its agreement and activities."""
        ...

    def activity_list(self, wanted: ActivityFilter, paging: Paging, /) -> Page[ActivityRow]:
        """Return activities; sorts: on, created."""
        ...

    def document_list(self, wanted: DocumentFilter, paging: Paging, /) -> Page[DocumentRow]:
        """Return documents without their texts; sorts: received, title, published."""
        ...

    def document_page(self, document_id: str, /) -> DocumentView | None:
        """Return one document with its text."""
        ...

    def draft_list(self, wanted: DraftFilter, paging: Paging, /) -> Page[DraftRow]:
        """Return drafts; sorts: created, document (title)."""
        ...

    def draft_page(self, draft_id: str, /, *, today: date) -> DraftView | None:
        """Return one draft beside its document and the agreement it may be the same as."""
        ...

    def need_list(self, wanted: ItemFilter, paging: Paging, /) -> Page[ItemRow[Need]]:
        """Return needs as they are kept; sorts: new (creation), expires, title (without hidden words).

        What a person may see of each is decided by ``programme.market.sight``.
        """
        ...

    def offer_list(self, wanted: ItemFilter, paging: Paging, /) -> Page[ItemRow[Offer]]:
        """Return offers as they are kept, sorted like needs."""
        ...

    def need_page(self, need_id: str, /, *, today: date) -> ItemView[Need] | None:
        """Return one need as it is kept; ``warnings`` and ``may`` are worked out by ``programme.queries``."""
        ...

    def offer_page(self, offer_id: str, /, *, today: date) -> ItemView[Offer] | None:
        """Return one offer as it is kept."""
        ...

    def own_concepts(self) -> tuple[OwnConceptRow, ...]:
        """Return the office's own concepts by id, each with how many needs and offers have it."""
        ...

    def market_stamp(self) -> MarketStamp:
        """Return which version of the market this is."""
        ...

    def market_items_after(
        self, side: str, item_id: str, /, *, limit: int, today: date, since: int = 0
    ) -> tuple[MarketEntry, ...]:
        """Return the next items of a side ("need", "offer") after an id that changed after a stamp, by id.

        With ``since`` those come too that are no longer on the market, without a listing; from the beginning (0) only
        what is published and has not expired on ``today``.
        """
        ...

    def market_items_gone(self, side: str, /, *, since: int) -> tuple[str, ...]:
        """Return the ids of the items of a side that were deleted after a stamp."""
        ...

    def market_items_ended(self, side: str, /, *, first: date, last: date) -> tuple[str, ...]:
        """Return the ids of published items whose last day lies between two days, both included."""
        ...

    def market_listings(self, side: str, item_ids: Iterable[str], /) -> dict[str, Listing]:
        """Return what matching sees of some items of a side, by id, published or not; of offers with past deals."""
        ...

    def item_rows(self, side: str, item_ids: Iterable[str], /, *, today: date) -> dict[str, ItemRow[Any]]:
        """Return some items of a side as they are kept, by id."""
        ...

    def market_coverage(self, *, today: date) -> tuple[ConceptCount, ...]:
        """Return the concepts of what is on the market, by id."""
        ...

    def market_supply(self, *, today: date) -> tuple[SupplyRow, ...]:
        """Return how many offers on the market there are in each province, by code, those without one last."""
        ...

    def near_pairs(self, *, today: date, visible_to: str | None, limit: int) -> tuple[NearPair, ...]:
        """Return pairs found that nearly fit (score above 0), both on the market, the best first.

        With ``visible_to`` those of one organisation alone.
        """
        ...

    def found_stamp(self) -> FoundStamp | None:
        """Return of which version of the market, and of which day, all pairs are found, if they ever were."""
        ...

    def found_pairs(self, wanted: FoundFilter, /) -> tuple[NewMatch, ...]:
        """Return the pairs found that fit and that nobody set on the way, the newest first, as they are kept."""
        ...

    def follower(self, person_id: str, /) -> Follower | None:
        """Return how somebody follows new matches, if that was ever said."""
        ...

    def reader(self, person_id: str, /) -> Reader | None:
        """Return somebody who signs in and is not shut out, by id."""
        ...

    def digest_readers(self) -> tuple[tuple[Reader, Follower], ...]:
        """Return everybody who wants to be told by mail and gave an address, by id."""
        ...

    def item_matches(self, side: str, item_id: str, /) -> tuple[Match, ...]:
        """Return the matches of one item of a side, by id."""
        ...

    def plan(self, plan_id: str, /) -> Plan | None:
        """Return one development plan as it is kept."""
        ...

    def plan_list(self, wanted: PlanFilter, paging: Paging, /) -> Page[Plan]:
        """Return development plans as they are kept; sorts: made."""
        ...

    def match_list(self, wanted: MatchFilter, paging: Paging, /) -> Page[MatchRow]:
        """Return matches as they are kept; sorts: moved, proposed, score."""
        ...

    def match_page(self, match_id: str, /, *, today: date) -> MatchView | None:
        """Return one match as it is kept, with the contacts of both sides.

        What a person may see and do is decided by ``programme.queries``, and so is how well the two fit.
        """
        ...

    def match_funnel(self, *, agreement_id: str | None, by_agreement: bool, visible_to: str | None) -> MatchFunnel:
        """Return where the matches (of one agreement) stand; with ``visible_to`` those of one organisation alone."""
        ...

    def history(self, wanted: HistoryFilter, paging: Paging, /) -> Page[Change]:
        """Return changes, newest first; ``paging.sort`` is not looked at."""
        ...

    def network(self, *, visible_to: str | None) -> Network:
        """Return who signed with whom."""
        ...

    def timeline(self, *, visible_to: str | None) -> tuple[TimelineSpan, ...]:
        """Return all agreements in time: by first possible day, undated ones last, then by id."""
        ...

    def commitment_states(self, by: str, /, *, today: date, visible_to: str | None) -> tuple[StateCount, ...]:
        """Return counts by "agreement" or by "owner", the largest total first, then by id; zero states left out.

        Of a subject that is nobody (no owner) ``subject_id`` is ``None`` and ``subject_name`` "".
        """
        ...

    def search(self, query: SearchQuery, /) -> tuple[SearchHit, ...]:
        """Return hits by kind in the order of ``query.kinds``, within a kind by folded title, then id."""
        ...

    def suggest(self, query: SuggestQuery, /) -> tuple[Suggestion, ...]:
        """Return what may be meant by what was typed so far, the likeliest first (``programme.finding``).

        Quick at a million: as far as there are very many, some of them. What turned out to be another is never
        suggested. With ``visible_to``, only the parties of its agreements (the people they name) are looked at.
        """
        ...

    def export(self, *, today: date, taken_at: datetime, visible_to: str | None) -> RegisterExport:
        """Return the register, each kind in the order of ids."""
        ...


class Store(Protocol):
    """Where the office's things are kept."""

    def unit(self) -> AbstractContextManager[Unit]:
        """Open one transaction: left without an error it commits, else nothing of it stays; units do not nest."""
        ...

    def reads(self) -> Reads:
        """Return the questions of pages."""
        ...


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Return the moment, with its zone, in UTC."""
        ...

    def today(self) -> date:
        """Return the day in the office's own zone."""
        ...

    @property
    def zone(self) -> tzinfo:
        """Return the office's own zone."""
        ...


class Ids(Protocol):
    """New names for things."""

    def new(self) -> str:
        """Return 13 lowercase base-32 characters that sort by the time they were made."""
        ...


class Files(Protocol):
    """Bytes kept under their fingerprint."""

    def put(self, data: bytes, /) -> str:
        """Keep bytes and return their SHA-256 as the key; the same bytes are kept once. A full disk: Unavailable."""
        ...

    def get(self, key: str, /) -> bytes:
        """Return the bytes of a key; an unknown key raises ``NotFound("error.file-missing")``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a file, with what else the file said; ``published`` is EDTF or ``None``."""

    text: str
    title: str = ""
    media_type: str = "text/plain"
    published: str | None = None
    warnings: tuple[Message, ...] = ()


class Extractor(Protocol):
    """From bytes to text."""

    def extract(self, data: bytes, name: str, /) -> Extracted:
        """Return the text; raises ``DocumentRefused`` where the bytes are no readable document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """One sheet: its heads in one line, the number of the first row below, and the rows, each as wide as the heads.

    Rows are read while they are asked for; that may still raise ``BadInput``.
    """

    sheet: str
    heads: tuple[str, ...]
    first_row: int
    rows: Iterator[tuple[int, tuple[str, ...]]]


class Spreadsheets(Protocol):
    """From the bytes of a spreadsheet to rows of text: values only, a formula never runs."""

    def sheets(self, data: bytes, name: str, /) -> tuple[str, ...]:
        """Return the names of its sheets; raises ``BadInput`` where the bytes are no readable spreadsheet."""
        ...

    def read(self, data: bytes, name: str, sheet: str, /) -> SheetRead:
        """Return one sheet; raises ``BadInput`` where it is empty or unknown."""
        ...


class Progress(Protocol):
    """How far long works are, for whoever watches them; seen at once, and by every process."""

    def tell(self, key: str, how_far: HowFar, /) -> None:
        """Say how far the work of this key is."""
        ...

    def of(self, key: str, /) -> HowFar | None:
        """Return what was said last, or ``None``."""
        ...

    def forget(self, key: str, /) -> None:
        """Take away what was said."""
        ...


class Mailer(Protocol):
    """The office's post."""

    def send(self, address: str, letter: Letter, /) -> None:
        """Send a letter; raises ``Unavailable`` where it cannot be handed over."""
        ...


class Linkage(Protocol):
    """Linkage of a whole register, where it is too large to compare one by one."""

    def alike(self, records: Iterable[Record], bands: Bands, /) -> list[tuple[str, str]]:
        """Return the ids of the pairs scored at least ``bands.review`` that nothing tells apart, the surest first."""
        ...


class SecondReader(Protocol):
    """Another reader of the same text, such as a model behind an endpoint; what it says is never more than data."""

    def read(self, text: str, /, *, published: str | None) -> Reading:
        """Return its reading, spans in ``text``; raises ``Unavailable`` where it does not answer."""
        ...


class Finder(Protocol):
    """Which needs and offers of the market fit; it never answers from an older state of the data than the store's."""

    def for_need(self, need: Listing, /, *, top: int) -> Ranking:
        """Return the best offers for a need, which need not be on the market itself, and why they fit."""
        ...

    def for_offer(self, offer: Listing, /, *, top: int) -> Ranking:
        """Return the needs on the market that an offer fits best, and how."""
        ...

    def fit(self, need: Listing, offer: Listing, /) -> Fit:
        """Return how a need and an offer stand to each other, whether or not the one would be found for the other."""
        ...

    def catch_up(self) -> None:
        """Take in what changed on the market since it was last asked."""
        ...
