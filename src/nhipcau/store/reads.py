"""Questions of pages come in, each goes to its query behind the room's door."""

from __future__ import annotations

from datetime import date, datetime

from nhipcau.facts.change import Change
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.organisation_import import Import, ImportRow, RowCounts
from nhipcau.facts.resolving import Thresholds
from nhipcau.programme.filters import (
    ActivityFilter,
    AgreementFilter,
    CommitmentFilter,
    DeskQuery,
    DocumentFilter,
    DoubtFilter,
    DraftFilter,
    HistoryFilter,
    ImportRowFilter,
    ItemFilter,
    OrganisationFilter,
    Paging,
    PersonFilter,
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
    DeskSection,
    DocumentRow,
    DocumentView,
    DoubtRow,
    DoubtView,
    DraftRow,
    DraftView,
    ItemRow,
    ItemView,
    MarketEntry,
    MarketStamp,
    Network,
    OrganisationRow,
    OrganisationView,
    OwnConceptRow,
    Page,
    PersonRow,
    PersonView,
    RegisterExport,
    SearchHit,
    StateCount,
    Suggestion,
    TimelineSpan,
)
from nhipcau.store.door import translated
from nhipcau.store.market_stamp import stamp_now
from nhipcau.store.queries import (
    activities,
    agreements,
    commitments,
    desk,
    document_page,
    documents,
    doubts,
    drafts,
    export,
    history,
    imports,
    market,
    organisations,
    people,
    pictures,
    search,
    suggest,
)


class DatabaseReads:
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
