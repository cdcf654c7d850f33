"""The tables of a store in memory come in; answers to the questions of pages go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import combinations
from typing import Any, TypeVar

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.change import Change
from nhipcau.facts.commitment import Commitment, CommitmentState
from nhipcau.facts.deal import Digest, Follower, Match
from nhipcau.facts.draft import Draft, DraftList, DraftState
from nhipcau.facts.market import Listing, Need, Offer
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.facts.organisation_import import Import, ImportRow, RowCounts
from nhipcau.facts.plan import Plan
from nhipcau.facts.resolving import Thresholds
from nhipcau.programme.commitment_state import commitment_state
from nhipcau.programme.edtf import first_day, last_day
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
from nhipcau.programme.finding.fit import asked
from nhipcau.programme.finding.suggestions import Candidate, best
from nhipcau.programme.name_keys import ACRONYM, folded, spelling_keys
from nhipcau.programme.search_text import begun_in, found_in, search_text
from nhipcau.programme.views import (
    MATCH_SECTIONS,
    ActivityRow,
    AgreementRow,
    AgreementView,
    BandCounts,
    ChainLink,
    CommitmentRow,
    CommitmentView,
    ConceptCount,
    DeskItem,
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
    NetworkEdge,
    NetworkNode,
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
from tests.programme import memory_deals, memory_imports, memory_market, memory_market_counts, memory_plans
from tests.programme import memory_who_is_who as who_is_who
from tests.programme.memory_event_reads import MemoryEventReads
from tests.programme.memory_paging import Key, page
from tests.programme.memory_tables import Tables

R = TypeVar("R")
_ENDED = (CommitmentState.ABANDONED, CommitmentState.DONE)


@dataclass
class MemoryReads(MemoryEventReads):
    tables: Tables

    def desk(self, query: DeskQuery, /) -> tuple[DeskSection, ...]:
        sections = []
        for code in query.sections:
            items = sorted(self._waiting(code, query), key=lambda item: (item.since, item.id))
            sections.append(DeskSection(code=code, count=len(items), items=tuple(items[: query.sample])))
        return tuple(sections)

    def agreement_list(self, wanted: AgreementFilter, paging: Paging, /) -> Page[AgreementRow]:
        rows = [
            self._agreement_row(item, wanted.today)
            for item in self._agreements(wanted.visible_to)
            if self._fits(item, wanted)
        ]
        keys: dict[str, Key] = {
            "signed": lambda row: first_day(row.agreement.signed),
            "title": lambda row: folded(row.agreement.title),
            "type": lambda row: row.agreement.type.value,
            "created": lambda row: row.agreement.created_at,
            "expires": lambda row: row.agreement.expires_on,
        }
        return page(rows, paging, keys, lambda row: row.agreement.id)

    def agreement_page(self, agreement_id: str, /, *, today: date) -> AgreementView | None:
        agreement = self.tables.agreements.get(agreement_id)
        if agreement is None:
            return None
        people = [self.tables.people[item.person_id] for item in agreement.people]
        documents = {item.document_id for item in agreement.evidence}
        return AgreementView(
            agreement=agreement,
            organisations=self._organisations(agreement),
            people=tuple(people),
            commitments=tuple(self._commitment_rows(agreement.id, today)),
            documents=tuple(sorted(map(self._document_row, documents), key=lambda row: (row.received_at, row.id))),
            chain=self._chain(agreement),
            changes=self._changes("agreement", agreement.id),
        )

    def organisation_list(self, wanted: OrganisationFilter, paging: Paging, /) -> Page[OrganisationRow]:
        visible = self._visible_parties(wanted.visible_to)
        rows = [
            OrganisationRow(
                organisation=item,
                agreements=sum(_signed(agreement, item.id) for agreement in self._agreements(wanted.visible_to)),
                commitments=len(self._owned(item.id, wanted.visible_to)),
            )
            for item in self.tables.organisations.values()
            if (visible is None or item.id in visible)
            and item.merged_into is None
            and begun_in(wanted.search, search_text(item))
            and wanted.country in (None, item.country)
            and wanted.kind in (None, item.kind)
            and wanted.demo in (None, item.demo)
        ]
        keys: dict[str, Key] = {
            "name": lambda row: folded(row.organisation.names[0].text),
            "country": lambda row: row.organisation.country,
            "agreements": lambda row: row.agreements,
        }
        return page(rows, paging, keys, lambda row: row.organisation.id)

    def organisation_page(
        self, organisation_id: str, /, *, today: date, visible_to: str | None
    ) -> OrganisationView | None:
        organisation = self.tables.organisations.get(organisation_id)
        if organisation is None:
            return None
        agreements = [item for item in self._agreements(visible_to) if _signed(item, organisation_id)]
        owned = [self._commitment_row(item, today) for item in self._owned(organisation_id, visible_to)]
        bodies = sorted(self.tables.organisations.values(), key=lambda item: item.id)
        return OrganisationView(
            organisation=organisation,
            parent=self.tables.organisations.get(organisation.parent_id or ""),
            children=tuple(item for item in bodies if item.parent_id == organisation_id and item.merged_into is None),
            agreements=self._newest_first(agreements, today),
            commitments=tuple(sorted(owned, key=lambda row: (row.commitment.due_on or date.max, row.commitment.id))),
            people=tuple(
                item
                for item in sorted(self.tables.people.values(), key=lambda item: item.id)
                if _at(item, organisation_id)
                and item.merged_into is None
                and self._named(item.id, visible_to, everywhere=True)
            ),
            changes=self._changes("organisation", organisation_id),
            **(who_is_who.for_the_office(self.tables, organisation_id) if visible_to is None else {}),
        )

    def stands_for(self, kind: str, thing_id: str, /) -> str | None:
        return who_is_who.stands_for(self.tables, kind, thing_id)

    def doubt_list(self, wanted: DoubtFilter, paging: Paging, /) -> Page[DoubtRow]:
        rows = [who_is_who.line(self.tables, doubt) for doubt in who_is_who.matching(self.tables, wanted)]
        keys: dict[str, Key] = {
            "weight": lambda row: who_is_who.rank(row.doubt),
            "score": lambda row: row.doubt.score,
            "proposed": lambda row: row.doubt.proposed_at,
        }
        return page(rows, paging, keys, lambda row: row.doubt.id)

    def doubt_page(self, doubt_id: str, /, *, least: float) -> DoubtView | None:
        return who_is_who.doubt_page(self.tables, doubt_id, least)

    def doubt_counts(self, kind: str, /, *, least: float) -> dict[str, int]:
        return who_is_who.doubt_counts(self.tables, kind, least)

    def band_counts(self, kind: str, /, *, link: float, review: float) -> BandCounts:
        return who_is_who.band_counts(self.tables, kind, link, review)

    def thresholds(self, kind: str, /) -> Thresholds | None:
        return self.tables.thresholds.get(kind)

    def import_list(self, *, limit: int) -> tuple[Import, ...]:
        newest = sorted(self.tables.imports.values(), key=lambda one: (one.created_at, one.id), reverse=True)
        return tuple(newest[:limit])

    def import_page(self, import_id: str, /) -> tuple[Import, RowCounts] | None:
        one = self.tables.imports.get(import_id)
        return (one, memory_imports.row_counts(self.tables.import_rows.get(import_id, {}).values())) if one else None

    def import_rows(self, wanted: ImportRowFilter, /) -> tuple[ImportRow, ...]:
        return memory_imports.import_rows(self.tables.import_rows.get(wanted.import_id, {}), wanted)

    def person_list(self, wanted: PersonFilter, paging: Paging, /) -> Page[PersonRow]:
        rows = [
            PersonRow(
                person=item,
                organisation_name=self._name(item.organisation_id),
                agreements=len(self._named(item.id, wanted.visible_to)),
            )
            for item in self.tables.people.values()
            if self._named(item.id, wanted.visible_to, everywhere=True)
            and item.merged_into is None
            and (begun_in(wanted.search, search_text(item)) or _spelled(wanted.search, item))
            and wanted.organisation_id in (None, item.organisation_id)
            and wanted.demo in (None, item.demo)
        ]
        keys: dict[str, Key] = {
            "name": lambda row: folded(row.person.names[0].text),
            "agreements": lambda row: row.agreements,
        }
        return page(rows, paging, keys, lambda row: row.person.id)

    def person_page(self, person_id: str, /, *, today: date, visible_to: str | None) -> PersonView | None:
        person = self.tables.people.get(person_id)
        if person is None:
            return None
        return PersonView(
            person=person,
            organisation=self.tables.organisations.get(person.organisation_id or ""),
            agreements=self._newest_first(self._named(person_id, visible_to), today),
            bodies=tuple(
                self.tables.organisations[key] for key in sorted({post.organisation_id for post in person.posts})
            ),
            changes=self._changes("person", person_id) if visible_to is None else 0,
            **(who_is_who.for_the_office(self.tables, person_id, "person") if visible_to is None else {}),
        )

    def commitment_list(self, wanted: CommitmentFilter, paging: Paging, /) -> Page[CommitmentRow]:
        visible = {item.id for item in self._agreements(wanted.visible_to)}
        rows = [self._commitment_row(item, wanted.today) for item in self.tables.commitments.values()]
        rows = [row for row in rows if row.commitment.agreement_id in visible and _commitment_fits(row, wanted)]
        keys: dict[str, Key] = {
            "due": lambda row: row.commitment.due_on,
            "created": lambda row: row.commitment.created_at,
            "code": lambda row: row.commitment.code,
            "agreement": lambda row: folded(row.agreement_title),
        }
        return page(rows, paging, keys, lambda row: row.commitment.id)

    def commitment_page(self, commitment_id: str, /, *, today: date) -> CommitmentView | None:
        commitment = self.tables.commitments.get(commitment_id)
        if commitment is None:
            return None
        agreement = self.tables.agreements[commitment.agreement_id]
        activities = sorted(self._activities(commitment_id), key=lambda item: (item.on, item.id), reverse=True)
        return CommitmentView(
            row=self._commitment_row(commitment, today),
            agreement=agreement,
            owner=self.tables.organisations.get(commitment.owner_id or ""),
            organisations=self._organisations(agreement),
            activities=tuple(activities),
            evidence=tuple(item for item in agreement.evidence if item.subject == f"commitment:{commitment_id}"),
            changes=self._changes("commitment", commitment_id),
        )

    def activity_list(self, wanted: ActivityFilter, paging: Paging, /) -> Page[ActivityRow]:
        visible = {item.id: item for item in self._agreements(wanted.visible_to)}
        rows = []
        for item in self.tables.activities.values():
            commitment = self.tables.commitments[item.commitment_id]
            agreement = visible.get(commitment.agreement_id)
            if (
                agreement is not None
                and found_in(wanted.search, search_text(item))
                and wanted.commitment_id in (None, commitment.id)
                and wanted.agreement_id in (None, agreement.id)
                and (wanted.since or date.min) <= item.on <= (wanted.until or date.max)
                and wanted.demo in (None, item.demo)
            ):
                rows.append(
                    ActivityRow(
                        activity=item,
                        commitment_code=commitment.code,
                        commitment_text=commitment.text,
                        agreement_id=agreement.id,
                        agreement_title=agreement.title,
                    )
                )
        keys: dict[str, Key] = {"on": lambda row: row.activity.on, "created": lambda row: row.activity.created_at}
        return page(rows, paging, keys, lambda row: row.activity.id)

    def document_list(self, wanted: DocumentFilter, paging: Paging, /) -> Page[DocumentRow]:
        visible = self._visible_documents(wanted.visible_to)
        rows = [
            self._document_row(item.id)
            for item in self.tables.documents.values()
            if (visible is None or item.id in visible)
            and found_in(wanted.search, search_text(item))
            and wanted.language in (None, item.language)
            and wanted.demo in (None, item.demo)
        ]
        rows = [row for row in rows if wanted.agreement_id is None or wanted.agreement_id in row.agreement_ids]
        keys: dict[str, Key] = {
            "received": lambda row: row.received_at,
            "title": lambda row: folded(row.title),
            "published": lambda row: row.published,
        }
        return page(rows, paging, keys, lambda row: row.id)

    def document_page(self, document_id: str, /) -> DocumentView | None:
        document = self.tables.documents.get(document_id)
        if document is None:
            return None
        sources = [item for item in self._agreements(None) if document_id in _sources(item)]
        return DocumentView(
            document=document,
            drafts=tuple(self._drafts_of(document_id)),
            agreements=tuple(_link(item) for item in sources),
        )

    def draft_list(self, wanted: DraftFilter, paging: Paging, /) -> Page[DraftRow]:
        rows = [
            DraftRow(
                draft=item,
                document_title=self.tables.documents[item.document_id].title,
                document_language=self.tables.documents[item.document_id].language,
                proposed_title=self.tables.agreements[item.proposal.agreement_id].title if item.proposal else None,
            )
            for item in self.tables.drafts.values()
            if wanted.list in (None, item.list)
            and wanted.state in (None, item.state)
            and wanted.document_id in (None, item.document_id)
            and wanted.proposed in (None, item.proposal is not None)
            and wanted.demo in (None, item.demo)
        ]
        keys: dict[str, Key] = {
            "created": lambda row: row.draft.created_at,
            "document": lambda row: folded(row.document_title),
        }
        return page(rows, paging, keys, lambda row: row.draft.id)

    def draft_page(self, draft_id: str, /, *, today: date) -> DraftView | None:
        draft = self.tables.drafts.get(draft_id)
        if draft is None:
            return None
        waiting = sorted(
            (item.created_at, item.id)
            for item in self.tables.drafts.values()
            if item.state is DraftState.OPEN and item.list is draft.list and item.id != draft_id
        )
        later = [key for at, key in waiting if (at, key) > (draft.created_at, draft.id)]
        proposed = draft.proposal.agreement_id if draft.proposal else ""
        return DraftView(
            draft=draft,
            document=self.tables.documents[draft.document_id],
            drafts=tuple(self._drafts_of(draft.document_id)),
            proposed=self.agreement_page(proposed, today=today),
            next_id=next(iter([*later, *(key for _, key in waiting)]), None),
        )

    def need_list(self, wanted: ItemFilter, paging: Paging, /) -> Page[ItemRow[Need]]:
        rows = memory_market.lines(self.tables, "need", wanted)
        return page(rows, paging, memory_market.SORTS, lambda row: row.item.id)

    def offer_list(self, wanted: ItemFilter, paging: Paging, /) -> Page[ItemRow[Offer]]:
        rows = memory_market.lines(self.tables, "offer", wanted)
        return page(rows, paging, memory_market.SORTS, lambda row: row.item.id)

    def need_page(self, need_id: str, /, *, today: date) -> ItemView[Need] | None:
        return memory_market.page_of(self.tables, "need", need_id, today)

    def offer_page(self, offer_id: str, /, *, today: date) -> ItemView[Offer] | None:
        return memory_market.page_of(self.tables, "offer", offer_id, today)

    def own_concepts(self) -> tuple[OwnConceptRow, ...]:
        return memory_market.own_concepts(self.tables)

    def market_stamp(self) -> MarketStamp:
        return memory_market.stamp(self.tables)

    def market_items_after(
        self, side: str, item_id: str, /, *, limit: int, today: date, since: int = 0
    ) -> tuple[MarketEntry, ...]:
        return memory_market.entries(self.tables, side, item_id, limit=limit, today=today, since=since)

    def market_items_gone(self, side: str, /, *, since: int) -> tuple[str, ...]:
        return memory_market.gone(self.tables, side, since)

    def market_items_ended(self, side: str, /, *, first: date, last: date) -> tuple[str, ...]:
        return memory_market.ended(self.tables, side, first, last)

    def market_listings(self, side: str, item_ids: Iterable[str], /) -> dict[str, Listing]:
        known = memory_market.items(self.tables, side)
        return {key: memory_market.listed(self.tables, known[key]) for key in item_ids if key in known}

    def item_rows(self, side: str, item_ids: Iterable[str], /, *, today: date) -> dict[str, ItemRow[Any]]:
        return memory_deals.item_rows(self.tables, side, item_ids, today)

    def market_coverage(self, *, today: date) -> tuple[ConceptCount, ...]:
        return memory_market_counts.coverage(self.tables, today)

    def market_supply(self, *, today: date) -> tuple[SupplyRow, ...]:
        return memory_market_counts.supply(self.tables, today)

    def near_pairs(self, *, today: date, visible_to: str | None, limit: int) -> tuple[NearPair, ...]:
        return memory_market_counts.near_pairs(self.tables, today, visible_to, limit)

    def found_stamp(self) -> FoundStamp | None:
        return self.tables.found_stamp.get("now")

    def found_pairs(self, wanted: FoundFilter, /) -> tuple[NewMatch, ...]:
        return memory_deals.found_pairs(self.tables, wanted)

    def follower(self, person_id: str, /) -> Follower | None:
        return self.tables.followers.get(person_id)

    def reader(self, person_id: str, /) -> Reader | None:
        return self.tables.readers.get(person_id)

    def digest_readers(self) -> tuple[tuple[Reader, Follower], ...]:
        told = [key for key, one in sorted(self.tables.followers.items()) if one.digest is not Digest.NEVER]
        readers = [(self.tables.readers[key], key) for key in told if key in self.tables.readers]
        return tuple((one, self.tables.followers[key]) for one, key in readers if one.address)

    def item_matches(self, side: str, item_id: str, /) -> tuple[Match, ...]:
        return memory_deals.item_matches(self.tables, side, item_id)

    def plan(self, plan_id: str, /) -> Plan | None:
        return self.tables.plans.get(plan_id)

    def plan_list(self, wanted: PlanFilter, paging: Paging, /) -> Page[Plan]:
        return page(memory_plans.plans(self.tables, wanted), paging, memory_plans.SORTS, lambda plan: plan.id)

    def match_list(self, wanted: MatchFilter, paging: Paging, /) -> Page[MatchRow]:
        return page(memory_deals.lines(self.tables, wanted), paging, memory_deals.SORTS, lambda row: row.match.id)

    def match_page(self, match_id: str, /, *, today: date) -> MatchView | None:
        return memory_deals.page_of(self.tables, match_id, today)

    def match_funnel(self, *, agreement_id: str | None, by_agreement: bool, visible_to: str | None) -> MatchFunnel:
        return memory_deals.funnel(self.tables, agreement_id, visible_to, by_agreement=by_agreement)

    def history(self, wanted: HistoryFilter, paging: Paging, /) -> Page[Change]:
        rows = [
            item
            for item in self.tables.changes
            if wanted.kind in (None, item.kind)
            and wanted.subject_id in (None, item.subject_id)
            and wanted.actor_id in (None, item.actor_id)
            and wanted.batch in (None, item.batch)
        ]
        order = {id(item): number for number, item in enumerate(rows)}
        newest_first = Paging(sort="-at", cursor=paging.cursor, limit=paging.limit)
        return page(rows, newest_first, {"at": lambda item: order[id(item)]}, lambda item: order[id(item)])

    def network(self, *, visible_to: str | None) -> Network:
        signed = Counter[str]()
        edges: dict[tuple[str, str], list[str]] = {}
        for agreement in self._agreements(visible_to):
            parties = sorted({party.organisation_id for party in agreement.parties})
            signed.update(parties)
            for pair in combinations(parties, 2):
                edges.setdefault(pair, []).append(agreement.id)
        return Network(
            nodes=tuple(_node(self.tables.organisations[key], signed[key]) for key in sorted(signed)),
            edges=tuple(
                NetworkEdge(source=one, target=other, agreement_ids=tuple(ids))
                for (one, other), ids in sorted(edges.items())
            ),
        )

    def timeline(self, *, visible_to: str | None) -> tuple[TimelineSpan, ...]:
        spans = [
            TimelineSpan(
                agreement_id=item.id,
                title=item.title,
                type=item.type,
                signed=item.signed,
                first=first_day(item.signed),
                last=item.expires_on,
                renewal_of=item.renewal_of,
                demo=item.demo,
            )
            for item in self._agreements(visible_to)
        ]
        return tuple(sorted(spans, key=lambda span: (span.first or date.max, span.agreement_id)))

    def commitment_states(self, by: str, /, *, today: date, visible_to: str | None) -> tuple[StateCount, ...]:
        counts: dict[str | None, Counter[CommitmentState]] = {}
        for agreement in self._agreements(visible_to):
            for row in self._commitment_rows(agreement.id, today):
                subject = agreement.id if by == "agreement" else row.commitment.owner_id
                counts.setdefault(subject, Counter())[row.state] += 1
        found = [
            StateCount(
                subject_id=subject,
                subject_name=(
                    self.tables.agreements[subject].title
                    if by == "agreement" and subject
                    else self._name(subject) or ""
                ),
                counts=dict(states),
            )
            for subject, states in counts.items()
        ]
        return tuple(sorted(found, key=lambda item: (-item.total, item.subject_id or "")))

    def search(self, query: SearchQuery, /) -> tuple[SearchHit, ...]:
        hits: list[SearchHit] = []
        for kind in query.kinds:
            found = self._hits(kind, query)
            if kind not in ("need", "offer"):  # these come in the order in which everybody may see them
                found.sort(key=lambda hit: (folded(hit.title), hit.id))
            hits += found[: query.limit]
        return tuple(hits)

    def suggest(self, query: SuggestQuery, /) -> tuple[Suggestion, ...]:
        visible = self._visible_parties(query.visible_to)
        bodies = [
            Candidate(
                kind="organisation",
                id=item.id,
                names=item.names,
                country=item.country,
                party_kind=item.kind,
                agreements=sum(_signed(one, item.id) for one in self._agreements(None)) if visible is None else 0,
                demo=item.demo,
            )
            for item in self.tables.organisations.values()
            if item.merged_into is None and (visible is None or item.id in visible)
        ]
        people = [
            Candidate(
                kind="person",
                id=item.id,
                names=item.names,
                beside=self._name(item.organisation_id) or "",
                demo=item.demo,
            )
            for item in self.tables.people.values()
            if item.merged_into is None and self._named(item.id, query.visible_to, everywhere=True)
        ]
        return best(asked(query.typed), bodies if query.kind == "organisation" else people, query.limit)

    def export(self, *, today: date, taken_at: datetime, visible_to: str | None) -> RegisterExport:
        agreements = self._agreements(visible_to)
        seen = {item.id for item in agreements}
        parties, documents = self._visible_parties(visible_to), self._visible_documents(visible_to)
        commitments = [item for item in self._by_id("commitments") if item.agreement_id in seen]
        kept = {item.id for item in commitments}
        return RegisterExport(
            taken_at=taken_at,
            agreements=tuple(agreements),
            organisations=tuple(i for i in self._standing("organisations") if parties is None or i.id in parties),
            people=tuple(i for i in self._standing("people") if self._named(i.id, visible_to, everywhere=True)),
            commitments=tuple(self._commitment_row(item, today) for item in commitments),
            activities=tuple(item for item in self._by_id("activities") if item.commitment_id in kept),
            documents=tuple(
                self._document_row(item.id)
                for item in self._by_id("documents")
                if documents is None or item.id in documents
            ),
            sources=self._sources_by_body() if visible_to is None else {},
        )

    def _sources_by_body(self) -> dict[str, tuple[str, ...]]:
        said: dict[str, set[str]] = {}
        for record in self.tables.source_records.values():
            said.setdefault(record.organisation_id, set()).add(record.source)
        return {body_id: tuple(sorted(sources)) for body_id, sources in said.items()}

    def _standing(self, table: str) -> list[Any]:
        return [thing for thing in self._by_id(table) if thing.merged_into is None]

    def _by_id(self, table: str) -> list[Any]:
        rows = getattr(self.tables, table)
        return [rows[key] for key in sorted(rows)]

    def _agreements(self, visible_to: str | None) -> list[Agreement]:
        return [item for item in self._by_id("agreements") if visible_to is None or _signed(item, visible_to)]

    def _visible_parties(self, visible_to: str | None) -> set[str] | None:
        if visible_to is None:
            return None
        return {party.organisation_id for item in self._agreements(visible_to) for party in item.parties}

    def _visible_documents(self, visible_to: str | None) -> set[str] | None:
        if visible_to is None:
            return None
        return {key for item in self._agreements(visible_to) for key in _sources(item)}

    def _named(self, person_id: str, visible_to: str | None, *, everywhere: bool = False) -> list[Any]:
        found = [
            item
            for item in self._agreements(visible_to)
            if any(person.person_id == person_id for person in item.people)
        ]
        return [person_id] if everywhere and visible_to is None else found

    def _owned(self, organisation_id: str, visible_to: str | None) -> list[Commitment]:
        seen = {item.id for item in self._agreements(visible_to)}
        return [
            item
            for item in self.tables.commitments.values()
            if item.owner_id == organisation_id and item.agreement_id in seen
        ]

    def _organisations(self, agreement: Agreement) -> tuple[Organisation, ...]:
        return tuple(self.tables.organisations[party.organisation_id] for party in agreement.parties)

    def _name(self, organisation_id: str | None) -> str | None:
        organisation = self.tables.organisations.get(organisation_id or "")
        return organisation.names[0].text if organisation else None

    def _changes(self, kind: str, subject_id: str) -> int:
        return sum((change.kind, change.subject_id) == (kind, subject_id) for change in self.tables.changes)

    def _activities(self, commitment_id: str) -> list[Any]:
        return [item for item in self.tables.activities.values() if item.commitment_id == commitment_id]

    def _commitment_row(self, commitment: Commitment, today: date) -> CommitmentRow:
        activities = self._activities(commitment.id)
        return CommitmentRow(
            commitment=commitment,
            agreement_title=self.tables.agreements[commitment.agreement_id].title,
            state=commitment_state(commitment, activities, today),
            owner_name=self._name(commitment.owner_id),
            activities=len(activities),
            done=sum((item.quantity or Decimal(0) for item in activities if item.on <= today), Decimal(0)),
            last_activity_on=max((item.on for item in activities), default=None),
        )

    def _commitment_rows(self, agreement_id: str, today: date) -> list[CommitmentRow]:
        return [
            self._commitment_row(item, today)
            for item in self._by_id("commitments")
            if item.agreement_id == agreement_id
        ]

    def _agreement_row(self, agreement: Agreement, today: date) -> AgreementRow:
        states = Counter(row.state for row in self._commitment_rows(agreement.id, today))
        return AgreementRow(agreement=agreement, organisations=self._organisations(agreement), states=dict(states))

    def _newest_first(self, agreements: list[Agreement], today: date) -> tuple[AgreementRow, ...]:
        rows = [self._agreement_row(item, today) for item in agreements]
        rows.sort(key=lambda row: row.agreement.id)
        rows.sort(key=lambda row: first_day(row.agreement.signed) or date.min, reverse=True)
        return tuple(rows)

    def _fits(self, agreement: Agreement, wanted: AgreementFilter) -> bool:
        place = agreement.place
        where = folded(f"{place.venue or ''} {place.city or ''}") if place else ""
        signed = first_day(agreement.signed)
        return (
            self._found(agreement, wanted.search)
            and (wanted.sector is None or wanted.sector in agreement.sectors)
            and wanted.type in (None, agreement.type)
            and (wanted.year is None or (signed is not None and signed.year == wanted.year))
            and (wanted.place is None or wanted.place in where)
            and (
                wanted.country is None or any(item.country == wanted.country for item in self._organisations(agreement))
            )
            and (wanted.organisation_id is None or _signed(agreement, wanted.organisation_id))
            and wanted.demo in (None, agreement.demo)
            and (
                wanted.state is None
                or any(row.state is wanted.state for row in self._commitment_rows(agreement.id, wanted.today))
            )
        )

    def _found(self, agreement: Agreement, terms: tuple[str, ...]) -> bool:
        texts = [search_text(agreement), *map(search_text, self._organisations(agreement))]
        return any(found_in(terms, text) for text in texts)

    def _drafts_of(self, document_id: str) -> list[Draft]:
        found = [item for item in self.tables.drafts.values() if item.document_id == document_id]
        return sorted(found, key=lambda item: item.position)

    def _document_row(self, document_id: str) -> DocumentRow:
        document = self.tables.documents[document_id]
        drafts = self._drafts_of(document_id)
        return DocumentRow(
            id=document.id,
            title=document.title,
            language=document.language,
            media_type=document.media_type,
            size=document.size,
            received_at=document.received_at,
            received_by=document.received_by,
            file_name=document.file_name,
            address=document.address,
            published=document.published,
            demo=document.demo,
            drafts=len(drafts),
            open_drafts=sum(item.state is DraftState.OPEN for item in drafts),
            agreement_ids=tuple(item.id for item in self._agreements(None) if document_id in _sources(item)),
        )

    def _chain(self, agreement: Agreement) -> tuple[ChainLink, ...]:
        root = agreement
        while root.renewal_of:
            root = self.tables.agreements[root.renewal_of]
        chain = [root]
        while renewals := [item for item in self._agreements(None) if item.renewal_of == chain[-1].id]:
            chain.append(renewals[0])
        return tuple(map(_link, chain)) if len(chain) > 1 else ()

    def _waiting(self, code: str, query: DeskQuery) -> list[DeskItem]:
        if code in ("drafts-to-confirm", "same-proposals"):
            return [
                DeskItem(
                    kind="draft",
                    id=item.id,
                    title=self.tables.documents[item.document_id].title,
                    since=item.created_at.astimezone(query.zone).date(),
                    demo=item.demo,
                )
                for item in self.tables.drafts.values()
                if item.state is DraftState.OPEN
                and item.list is DraftList.AGREEMENT
                and (item.proposal is not None) == (code == "same-proposals")
            ]
        if code == "imports-to-commit":
            return memory_imports.imports_waiting(self.tables, query)
        if code == "organisations-to-review":
            return who_is_who.waiting(self.tables, query)
        if code in ("market-to-review", "market-expiring"):
            return list(memory_market.waiting(self.tables, code, query))
        if code in MATCH_SECTIONS:
            return list(memory_deals.waiting(self.tables, code, query))
        if code in ("expiring-90-days", "reviews-due"):
            return self._waiting_agreements(code, query)
        return self._waiting_commitments(code, query)

    def _waiting_agreements(self, code: str, query: DeskQuery) -> list[DeskItem]:
        items = []
        for item in self._agreements(query.visible_to):
            if any(other.renewal_of == item.id for other in self._agreements(None)):
                continue
            reviewed = item.reviewed_on or last_day(item.signed) or item.created_at.astimezone(query.zone).date()
            expiring = bool(item.expires_on and query.today <= item.expires_on <= query.expires_until)
            over = bool(item.expires_on and item.expires_on < query.today)
            due = reviewed <= query.reviewed_until and not over
            if expiring if code == "expiring-90-days" else due:
                since = item.expires_on if code == "expiring-90-days" else reviewed
                assert since is not None
                items.append(
                    DeskItem(
                        kind="agreement",
                        id=item.id,
                        title=item.title,
                        since=since,
                        code=item.type.value,
                        agreement_id=item.id,
                        demo=item.demo,
                    )
                )
        return items

    def _waiting_commitments(self, code: str, query: DeskQuery) -> list[DeskItem]:
        items = []
        for agreement in self._agreements(query.visible_to):
            for row in self._commitment_rows(agreement.id, query.today):
                since = _waits_since(code, row, query)
                if since is not None:
                    items.append(
                        DeskItem(
                            kind="commitment",
                            id=row.commitment.id,
                            title=row.commitment.text,
                            since=since,
                            code=row.commitment.code,
                            agreement_id=agreement.id,
                            demo=row.commitment.demo,
                        )
                    )
        return items

    def _hits(self, kind: str, query: SearchQuery) -> list[SearchHit]:
        scope, terms = query.visible_to, query.terms
        agreements = self._agreements(scope)
        seen = {item.id for item in agreements}
        parties, documents = self._visible_parties(scope), self._visible_documents(scope)
        if kind == "agreement":
            return [
                SearchHit(kind=kind, id=item.id, title=item.title, detail=item.type.value, demo=item.demo)
                for item in agreements
                if self._found(item, terms)
            ]
        if kind == "organisation":
            return [
                SearchHit(kind=kind, id=i.id, title=i.names[0].text, detail=_acronym(i) or "", demo=i.demo)
                for i in self._by_id("organisations")
                if (parties is None or i.id in parties) and found_in(terms, search_text(i))
            ]
        if kind == "person":
            return [
                SearchHit(
                    kind=kind,
                    id=item.id,
                    title=item.names[0].text,
                    detail=self._name(item.organisation_id) or "",
                    demo=item.demo,
                )
                for item in self._by_id("people")
                if self._named(item.id, scope, everywhere=True) and found_in(terms, search_text(item))
            ]
        if kind in ("need", "offer"):
            return memory_market.hits(self.tables, kind, query)
        if kind == "commitment":
            return [
                SearchHit(kind=kind, id=item.id, title=item.text, detail=item.code, demo=item.demo)
                for item in self._by_id("commitments")
                if item.agreement_id in seen and found_in(terms, search_text(item))
            ]
        return [
            SearchHit(kind=kind, id=item.id, title=item.title, detail=item.file_name, demo=item.demo)
            for item in self._by_id("documents")
            if (documents is None or item.id in documents) and found_in(terms, search_text(item))
        ]


def _signed(agreement: Agreement, organisation_id: str) -> bool:
    return any(party.organisation_id == organisation_id for party in agreement.parties)


def _sources(agreement: Agreement) -> set[str]:
    return {item.document_id for item in agreement.evidence}


def _link(agreement: Agreement) -> ChainLink:
    return ChainLink(
        id=agreement.id,
        title=agreement.title,
        type=agreement.type,
        signed=agreement.signed,
        expires_on=agreement.expires_on,
    )


def _acronym(organisation: Organisation) -> str | None:
    return next((name.text for name in organisation.names if name.kind == ACRONYM), None)


def _node(organisation: Organisation, agreements: int) -> NetworkNode:
    return NetworkNode(
        organisation_id=organisation.id,
        name=organisation.names[0].text,
        acronym=_acronym(organisation),
        country=organisation.country,
        kind=organisation.kind,
        agreements=agreements,
        demo=organisation.demo,
    )


def _commitment_fits(row: CommitmentRow, wanted: CommitmentFilter) -> bool:
    commitment = row.commitment
    missing = {
        "owner": commitment.owner_id is None,
        "quantity": commitment.quantity is None or not commitment.unit,
        "due": commitment.due_on is None,
    }
    return (
        found_in(wanted.search, search_text(commitment))
        and wanted.agreement_id in (None, commitment.agreement_id)
        and wanted.state in (None, row.state)
        and wanted.owner_id in (None, commitment.owner_id)
        and wanted.code in (None, commitment.code)
        and wanted.overdue in (None, row.state is CommitmentState.LATE)
        and (wanted.missing is None or missing[wanted.missing])
        and wanted.demo in (None, commitment.demo)
    )


def _waits_since(code: str, row: CommitmentRow, query: DeskQuery) -> date | None:
    commitment, created = row.commitment, row.commitment.created_at.astimezone(query.zone).date()
    if row.state in _ENDED:
        return None
    lacking = {
        "commitments-without-owner": commitment.owner_id is None,
        "commitments-without-quantity": commitment.quantity is None or not commitment.unit,
        "commitments-without-due": commitment.due_on is None,
    }
    if code in lacking:
        return created if lacking[code] else None
    if code == "late":
        return commitment.due_on if row.state is CommitmentState.LATE else None
    moved = row.last_activity_on or created
    return moved if moved < query.idle_before else None


def _spelled(terms: tuple[str, ...], person: Person) -> bool:
    return bool(spelling_keys([" ".join(terms)]) & spelling_keys(name.text for name in person.names))


def _at(person: Person, organisation_id: str) -> bool:
    return organisation_id in {person.organisation_id, *(post.organisation_id for post in person.posts)}
