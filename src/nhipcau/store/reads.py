"""Questions of pages come in, each goes to its query behind the room's door."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from nhipcau.facts.change import Change
from nhipcau.facts.deal import Follower, Match
from nhipcau.facts.market import Listing, Need, Offer
from nhipcau.facts.organisation_import import Import, ImportRow, RowCounts
from nhipcau.facts.plan import Plan
from nhipcau.facts.resolving import Thresholds
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
from nhipcau.store.door import translated
from nhipcau.store.event_reads import DatabaseEventReads
from nhipcau.store.found_stamp import found_stamp
from nhipcau.store.market_stamp import stamp_now
from nhipcau.store.queries import (
    activities,
    agreements,
    commitments,
    deals,
    desk,
    document_page,
    documents,
    doubts,
    drafts,
    export,
    history,
    imports,
    market,
    market_counts,
    organisations,
    people,
    pictures,
    plans,
    readers,
    search,
    suggest,
)


class DatabaseReads(DatabaseEventReads):
    """What pages ask; see ``programme.ports.Reads`` for what each answer holds."""

    @translated()
    def desk(self, query: DeskQuery, /) -> tuple[DeskSection, ...]:
        """Return the wanted sections."""
        return desk.desk(query)

    @translated()
    def agreement_list(self, wanted: AgreementFilter, paging: Paging, /) -> Page[AgreementRow]:
        """Return agreements."""
        return agreements.agreement_list(wanted, paging)

    @translated()
    def agreement_page(self, agreement_id: str, /, *, today: date) -> AgreementView | None:
        """Return one agreement with all that hangs on it."""
        return agreements.agreement_page(agreement_id, today)

    @translated()
    def organisation_list(self, wanted: OrganisationFilter, paging: Paging, /) -> Page[OrganisationRow]:
        """Return organisations."""
        return organisations.organisation_list(wanted, paging)

    @translated()
    def organisation_page(
        self, organisation_id: str, /, *, today: date, visible_to: str | None
    ) -> OrganisationView | None:
        """Return one organisation."""
        return organisations.organisation_page(organisation_id, today, visible_to)

    @translated()
    def stands_for(self, kind: str, thing_id: str, /) -> str | None:
        """Return the id of the one that stands for a thing."""
        return doubts.stands_for(kind, thing_id)

    @translated()
    def doubt_list(self, wanted: DoubtFilter, paging: Paging, /) -> Page[DoubtRow]:
        """Return doubtful pairs."""
        return doubts.doubt_list(wanted, paging)

    @translated()
    def doubt_page(self, doubt_id: str, /, *, least: float) -> DoubtView | None:
        """Return one pair with both sides."""
        return doubts.doubt_page(doubt_id, least)

    @translated()
    def doubt_counts(self, kind: str, /, *, least: float) -> dict[str, int]:
        """Return how many pairs stand in each state."""
        return doubts.doubt_counts(kind, least)

    @translated()
    def band_counts(self, kind: str, /, *, link: float, review: float) -> BandCounts:
        """Return how many undecided pairs would fall into each band."""
        return doubts.band_counts(kind, link, review)

    @translated()
    def thresholds(self, kind: str, /) -> Thresholds | None:
        """Return the office's thresholds of a kind."""
        return doubts.thresholds(kind)

    @translated()
    def import_list(self, *, limit: int) -> tuple[Import, ...]:
        """Return the newest imports."""
        return imports.import_list(limit)

    @translated()
    def import_page(self, import_id: str, /) -> tuple[Import, RowCounts] | None:
        """Return one import and how its rows stand."""
        return imports.import_page(import_id)

    @translated()
    def import_rows(self, wanted: ImportRowFilter, /) -> tuple[ImportRow, ...]:
        """Return the rows of an import that a filter asks for."""
        return imports.import_rows(wanted)

    @translated()
    def person_list(self, wanted: PersonFilter, paging: Paging, /) -> Page[PersonRow]:
        """Return people."""
        return people.person_list(wanted, paging)

    @translated()
    def person_page(self, person_id: str, /, *, today: date, visible_to: str | None) -> PersonView | None:
        """Return one person."""
        return people.person_page(person_id, today, visible_to)

    @translated()
    def commitment_list(self, wanted: CommitmentFilter, paging: Paging, /) -> Page[CommitmentRow]:
        """Return commitments."""
        return commitments.commitment_list(wanted, paging)

    @translated()
    def commitment_page(self, commitment_id: str, /, *, today: date) -> CommitmentView | None:
        """Return one commitment."""
        return commitments.commitment_page(commitment_id, today)

    @translated()
    def activity_list(self, wanted: ActivityFilter, paging: Paging, /) -> Page[ActivityRow]:
        """Return activities."""
        return activities.activity_list(wanted, paging)

    @translated()
    def document_list(self, wanted: DocumentFilter, paging: Paging, /) -> Page[DocumentRow]:
        """Return documents without their texts."""
        return documents.document_list(wanted, paging)

    @translated()
    def document_page(self, document_id: str, /) -> DocumentView | None:
        """Return one document with its text."""
        return document_page.document_page(document_id)

    @translated()
    def draft_list(self, wanted: DraftFilter, paging: Paging, /) -> Page[DraftRow]:
        """Return drafts."""
        return drafts.draft_list(wanted, paging)

    @translated()
    def draft_page(self, draft_id: str, /, *, today: date) -> DraftView | None:
        """Return one draft beside its document."""
        return drafts.draft_page(draft_id, today)

    @translated()
    def need_list(self, wanted: ItemFilter, paging: Paging, /) -> Page[ItemRow[Need]]:
        """Return needs."""
        return market.need_list(wanted, paging)

    @translated()
    def offer_list(self, wanted: ItemFilter, paging: Paging, /) -> Page[ItemRow[Offer]]:
        """Return offers."""
        return market.offer_list(wanted, paging)

    @translated()
    def need_page(self, need_id: str, /, *, today: date) -> ItemView[Need] | None:
        """Return one need."""
        return market.need_page(need_id, today)

    @translated()
    def offer_page(self, offer_id: str, /, *, today: date) -> ItemView[Offer] | None:
        """Return one offer."""
        return market.offer_page(offer_id, today)

    @translated()
    def own_concepts(self) -> tuple[OwnConceptRow, ...]:
        """Return the office's own concepts."""
        return market.own_concepts()

    @translated()
    def market_stamp(self) -> MarketStamp:
        """Return which version of the market this is."""
        return stamp_now()

    @translated()
    def market_items_after(
        self, side: str, item_id: str, /, *, limit: int, today: date, since: int = 0
    ) -> tuple[MarketEntry, ...]:
        """Return the next items for an index."""
        return market.items_after(side, item_id, limit=limit, today=today, since=since)

    @translated()
    def market_items_gone(self, side: str, /, *, since: int) -> tuple[str, ...]:
        """Return the ids of deleted items."""
        return market.items_gone(side, since)

    @translated()
    def market_items_ended(self, side: str, /, *, first: date, last: date) -> tuple[str, ...]:
        """Return the ids of items that ended."""
        return market.items_ended(side, first, last)

    @translated()
    def market_listings(self, side: str, item_ids: Iterable[str], /) -> dict[str, Listing]:
        """Return what matching sees of some items."""
        return deals.listings(side, item_ids)

    @translated()
    def item_rows(self, side: str, item_ids: Iterable[str], /, *, today: date) -> dict[str, ItemRow[Any]]:
        """Return some items as they are kept."""
        return deals.item_rows(side, item_ids, today)

    @translated()
    def market_coverage(self, *, today: date) -> tuple[ConceptCount, ...]:
        """Return the concepts of what is on the market."""
        return market_counts.coverage(today)

    @translated()
    def market_supply(self, *, today: date) -> tuple[SupplyRow, ...]:
        """Return how many offers there are in each province."""
        return market_counts.supply(today)

    @translated()
    def near_pairs(self, *, today: date, visible_to: str | None, limit: int) -> tuple[NearPair, ...]:
        """Return pairs found that nearly fit."""
        return market_counts.near_pairs(today, visible_to, limit)

    @translated()
    def found_stamp(self) -> FoundStamp | None:
        """Return of which version of the market all pairs are found."""
        return found_stamp()

    @translated()
    def found_pairs(self, wanted: FoundFilter, /) -> tuple[NewMatch, ...]:
        """Return the pairs found that nobody set on the way."""
        return deals.found_pairs(wanted)

    @translated()
    def follower(self, person_id: str, /) -> Follower | None:
        """Return how somebody follows new matches."""
        return deals.follower(person_id)

    @translated()
    def reader(self, person_id: str, /) -> Reader | None:
        """Return somebody who signs in."""
        return readers.reader(person_id)

    @translated()
    def digest_readers(self) -> tuple[tuple[Reader, Follower], ...]:
        """Return everybody who wants to be told by mail."""
        return readers.digest_readers()

    @translated()
    def item_matches(self, side: str, item_id: str, /) -> tuple[Match, ...]:
        """Return the matches of one item."""
        return deals.item_matches(side, item_id)

    @translated()
    def plan(self, plan_id: str, /) -> Plan | None:
        """Return one development plan."""
        return plans.plan(plan_id)

    @translated()
    def plan_list(self, wanted: PlanFilter, paging: Paging, /) -> Page[Plan]:
        """Return development plans."""
        return plans.plan_list(wanted, paging)

    @translated()
    def match_list(self, wanted: MatchFilter, paging: Paging, /) -> Page[MatchRow]:
        """Return matches."""
        return deals.match_list(wanted, paging)

    @translated()
    def match_page(self, match_id: str, /, *, today: date) -> MatchView | None:
        """Return one match."""
        return deals.match_page(match_id, today)

    @translated()
    def match_funnel(self, *, agreement_id: str | None, by_agreement: bool, visible_to: str | None) -> MatchFunnel:
        """Return where matches stand."""
        return deals.match_funnel(agreement_id, by_agreement=by_agreement, visible_to=visible_to)

    @translated()
    def history(self, wanted: HistoryFilter, paging: Paging, /) -> Page[Change]:
        """Return changes, newest first."""
        return history.history(wanted, paging)

    @translated()
    def network(self, *, visible_to: str | None) -> Network:
        """Return who signed with whom."""
        return pictures.network(visible_to)

    @translated()
    def timeline(self, *, visible_to: str | None) -> tuple[TimelineSpan, ...]:
        """Return agreements in time."""
        return pictures.timeline(visible_to)

    @translated()
    def commitment_states(self, by: str, /, *, today: date, visible_to: str | None) -> tuple[StateCount, ...]:
        """Return counts by agreement or owner."""
        return pictures.commitment_states(by, today, visible_to)

    @translated()
    def search(self, query: SearchQuery, /) -> tuple[SearchHit, ...]:
        """Return hits over everything."""
        return search.search(query)

    @translated()
    def suggest(self, query: SuggestQuery, /) -> tuple[Suggestion, ...]:
        """Return what may be meant."""
        return suggest.suggest(query)

    @translated()
    def export(self, *, today: date, taken_at: datetime, visible_to: str | None) -> RegisterExport:
        """Return the register."""
        return export.export(today=today, taken_at=taken_at, visible_to=visible_to)
