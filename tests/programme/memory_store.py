"""Facts of a test come in; a store in memory that keeps every promise of ``programme.ports`` goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from typing_extensions import override

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.change import Change
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Follower, Found, Match
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import Item, Need, Offer, OwnConcept
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.organisation_import import Import, ImportRow, Outcome, RowCounts
from nhipcau.facts.plan import Plan
from nhipcau.facts.resolving import UNDECIDED, Doubt, Merge, Thresholds
from nhipcau.programme.name_keys import organisation_keys, person_keys
from nhipcau.programme.placing.keys import block_numbers, numbers_of
from nhipcau.programme.record_change import Thing, kind_of
from nhipcau.programme.views import FoundStamp
from tests.programme.memory_collection import MemoryCollection
from tests.programme.memory_events import (
    MemoryEvents,
    MemoryInterpreters,
    MemoryMeetingReports,
    MemoryMeetingRequests,
    MemoryMeetings,
    MemoryNotices,
    MemoryRegistrations,
    MemoryRuns,
    MemoryTimetables,
)
from tests.programme.memory_imports import row_counts
from tests.programme.memory_market import deals_moved, stamped
from tests.programme.memory_reads import MemoryReads
from tests.programme.memory_tables import Tables

T = TypeVar("T", bound=Thing)
Some = TypeVar("Some", bound=Item)


class MemoryDocuments(MemoryCollection[Document]):
    @override
    def add(self, thing: Document, /) -> None:
        if self.by_sha256(thing.sha256):
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)
        super().add(thing)

    def by_sha256(self, sha256: str, /) -> Document | None:
        return next(iter(self._where(lambda document: document.sha256 == sha256)), None)

    def by_text_sha256(self, text_sha256: str, /) -> Document | None:
        return next(iter(self._where(lambda document: document.text_sha256 == text_sha256)), None)


class MemoryDrafts(MemoryCollection[Draft]):
    def of_document(self, document_id: str, /) -> list[Draft]:
        return sorted(self._where(lambda draft: draft.document_id == document_id), key=lambda draft: draft.position)

    def of_agreement(self, agreement_id: str, /) -> list[Draft]:
        return self._where(lambda draft: draft.agreement_id == agreement_id)

    def proposing(self, agreement_id: str, /) -> list[Draft]:
        return [draft for draft in self.open() if draft.proposal and draft.proposal.agreement_id == agreement_id]

    def open(self) -> list[Draft]:
        return self._where(lambda draft: draft.state is DraftState.OPEN)


@dataclass
class MemoryOrganisations(MemoryCollection[Organisation]):
    tables: Tables

    def by_name_keys(self, keys: Iterable[str], /) -> list[Organisation]:
        wanted = frozenset(keys)
        return self._where(lambda organisation: bool(organisation_keys(organisation) & wanted))

    def by_block_keys(self, keys: Iterable[str], /, *, limit_per_key: int = 50) -> list[Organisation]:
        shared: Counter[str] = Counter()
        numbers = {key: block_numbers(self.rows[key]) for key in sorted(self.rows)}
        for number in numbers_of(keys):
            shared.update([key for key, mine in numbers.items() if number in mine][:limit_per_key])
        most = sorted(shared, key=lambda organisation_id: (-shared[organisation_id], organisation_id))
        return [self.rows[organisation_id] for organisation_id in most[:100]]

    def meeting(self, records: Sequence[Iterable[str]], /, *, limit_per_key: int, most: int) -> list[list[str]]:
        found = [self.by_block_keys(keys, limit_per_key=limit_per_key) for keys in records]
        return [[body.id for body in bodies][:most] for bodies in found]

    def merged_into(self, organisation_ids: Iterable[str], /) -> list[Organisation]:
        wanted = set(organisation_ids)
        return self._where(lambda organisation: organisation.merged_into in wanted)

    def of_parents(self, organisation_ids: Iterable[str], /) -> list[Organisation]:
        wanted = set(organisation_ids)
        return self._where(lambda organisation: organisation.parent_id in wanted)

    def burdens(self, organisation_ids: Iterable[str], /) -> dict[str, int]:
        return {key: self._burden(key) for key in organisation_ids}

    def living_after(self, organisation_id: str, limit: int, /) -> list[Organisation]:
        return self._where(lambda item: item.id > organisation_id and item.merged_into is None)[:limit]

    def _burden(self, key: str) -> int:
        signed = [a for a in self.tables.agreements.values() if key in {party.organisation_id for party in a.parties}]
        said = [record for record in self.tables.source_records.values() if record.organisation_id == key]
        everything: list[Item] = [*self.tables.needs.values(), *self.tables.offers.values()]
        items = [item for item in everything if item.organisation_id == key]
        comes = [one for one in self.tables.registrations.values() if one.organisation_id == key]
        return len(signed) + len(said) + len(items) + len(comes) + len(self.merged_into([key]))


class MemoryPeople(MemoryCollection[Person]):
    def by_name_keys(self, keys: Iterable[str], /) -> list[Person]:
        wanted = frozenset(keys)
        return self._where(lambda person: bool(person_keys(person) & wanted))

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Person]:
        wanted = set(organisation_ids)
        return self._where(
            lambda person: bool(wanted & {person.organisation_id, *(post.organisation_id for post in person.posts)})
        )

    def merged_into(self, person_ids: Iterable[str], /) -> list[Person]:
        wanted = set(person_ids)
        return self._where(lambda person: person.merged_into in wanted)

    def living_after(self, person_id: str, limit: int, /) -> list[Person]:
        return self._where(lambda item: item.id > person_id and item.merged_into is None)[:limit]


class MemorySourceRecords(MemoryCollection[SourceRecord]):
    @override
    def add(self, thing: SourceRecord, /) -> None:
        if self.by_source_keys(thing.source, [thing.source_key]):
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)
        super().add(thing)

    def by_source_keys(self, source: str, keys: Iterable[str], /) -> dict[str, SourceRecord]:
        wanted = set(keys)
        found = self._where(lambda record: record.source == source and record.source_key in wanted)
        return {record.source_key: record for record in found}

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[SourceRecord]:
        wanted = set(organisation_ids)
        return self._where(lambda record: record.organisation_id in wanted)


@dataclass
class MemoryImports(MemoryCollection[Import]):
    tables: Tables

    def last_of(self, source: str, /) -> Import | None:
        mine = self._where(lambda one: one.source == source)
        return max(mine, key=lambda one: (one.created_at, one.id), default=None)

    @override
    def delete(self, thing_id: str, /) -> None:
        super().delete(thing_id)
        self.tables.import_rows.pop(thing_id, None)

    def put_rows(self, import_id: str, rows: Iterable[ImportRow], /) -> int:
        kept = {row.number: row for row in rows}
        self.tables.import_rows[import_id] = kept
        return len(kept)

    def rows_after(self, import_id: str, number: int, limit: int, /) -> list[ImportRow]:
        return [row for row in self._of(import_id) if row.number > number][:limit]

    def rows_sharing(self, import_id: str, keys: Iterable[str], /) -> list[ImportRow]:
        wanted = set(keys)
        return [row for row in self._of(import_id) if wanted & {row.key, *row.numbers}]

    def rows_of(self, import_id: str, numbers: Iterable[int], /) -> list[ImportRow]:
        wanted = set(numbers)
        return [row for row in self._of(import_id) if row.number in wanted]

    def save_rows(self, import_id: str, rows: Iterable[ImportRow], /) -> None:
        self.tables.import_rows[import_id] = self.tables.import_rows.get(import_id, {}) | {
            row.number: row for row in rows
        }

    def settle_rows(self, import_id: str, settled: Iterable[tuple[int, Outcome, str | None]], /) -> None:
        known = self.tables.import_rows.get(import_id, {})
        self.save_rows(
            import_id,
            [replace(known[at], outcome=outcome, organisation_id=body) for at, outcome, body in settled if at in known],
        )

    def counts(self, import_id: str, /) -> RowCounts:
        return row_counts(self._of(import_id))

    def _of(self, import_id: str) -> list[ImportRow]:
        rows = self.tables.import_rows.get(import_id, {})
        return [rows[number] for number in sorted(rows)]


class MemoryDoubts(MemoryCollection[Doubt]):
    @override
    def add(self, thing: Doubt, /) -> None:
        if self._where(lambda doubt: _pair(doubt) == _pair(thing)):
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)
        super().add(thing)

    def of(self, kind: str, thing_ids: Iterable[str], /) -> list[Doubt]:
        wanted = set(thing_ids)
        return self._where(lambda doubt: doubt.kind == kind and bool(wanted & {doubt.left, doubt.right}))

    def waiting(self, kind: str, thing_ids: Iterable[str], /) -> dict[str, int]:
        undecided = self._where(lambda doubt: doubt.kind == kind and doubt.state in UNDECIDED)
        return {key: sum(key in (doubt.left, doubt.right) for doubt in undecided) for key in thing_ids}

    def weigh(self, weights: Mapping[str, int], /) -> None:
        for doubt_id, weight in weights.items():
            self.rows[doubt_id] = replace(self.rows[doubt_id], weight=weight)


class MemoryMerges(MemoryCollection[Merge]):
    def of(self, kind: str, thing_ids: Iterable[str], /) -> list[Merge]:
        wanted = set(thing_ids)
        return self._where(lambda merge: merge.kind == kind and bool(wanted & {merge.kept, merge.gone}))


def _pair(doubt: Doubt) -> tuple[str, str, str]:
    return doubt.kind, doubt.left, doubt.right


class MemoryAgreements(MemoryCollection[Agreement]):
    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Agreement]:
        wanted = set(organisation_ids)
        return self._where(lambda item: any(party.organisation_id in wanted for party in item.parties))

    def of_people(self, person_ids: Iterable[str], /) -> list[Agreement]:
        wanted = set(person_ids)
        return self._where(lambda item: any(person.person_id in wanted for person in item.people))

    def of_document(self, document_id: str, /) -> list[Agreement]:
        return self._where(lambda item: any(evidence.document_id == document_id for evidence in item.evidence))

    def signed_on(self, edtf: str, /) -> list[Agreement]:
        return self._where(lambda item: item.signed == edtf)

    def renewals_of(self, agreement_id: str, /) -> list[Agreement]:
        return self._where(lambda item: item.renewal_of == agreement_id)


class MemoryCommitments(MemoryCollection[Commitment]):
    def of_agreement(self, agreement_id: str, /) -> list[Commitment]:
        return self._where(lambda commitment: commitment.agreement_id == agreement_id)

    def of_owner(self, organisation_id: str, /) -> list[Commitment]:
        return self._where(lambda commitment: commitment.owner_id == organisation_id)


class MemoryActivities(MemoryCollection[Activity]):
    def of_commitment(self, commitment_id: str, /) -> list[Activity]:
        return self._where(lambda activity: activity.commitment_id == commitment_id)


@dataclass
class MemoryItems(MemoryCollection[Some]):
    tables: Tables

    @override
    def add(self, thing: Some, /) -> None:
        if thing.source and self.by_source_keys(thing.source, [thing.source_key]):
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)
        super().add(thing)
        stamped(self.tables, self.kind, thing.id)

    @override
    def save(self, thing: Some, /) -> Some:
        after = super().save(thing)
        stamped(self.tables, self.kind, thing.id)
        return after

    @override
    def delete(self, thing_id: str, /) -> None:
        super().delete(thing_id)
        gone = [key for key, found in self.tables.found.items() if thing_id in (found.need_id, found.offer_id)]
        for key in gone:
            del self.tables.found[key]
        stamped(self.tables, self.kind, thing_id, gone=True)

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Some]:
        wanted = set(organisation_ids)
        return self._where(lambda item: item.organisation_id in wanted)

    def of_agreement(self, agreement_id: str, /) -> list[Some]:
        return self._where(lambda item: item.agreement_id == agreement_id)

    def by_source_keys(self, source: str, keys: Iterable[str], /) -> dict[str, Some]:
        wanted = set(keys)
        found = self._where(lambda item: item.source == source and item.source_key in wanted)
        return {item.source_key: item for item in found}


@dataclass
class MemoryOwnConcepts(MemoryCollection[OwnConcept]):
    tables: Tables

    @override
    def add(self, thing: OwnConcept, /) -> None:
        super().add(thing)
        self._changed()

    @override
    def save(self, thing: OwnConcept, /) -> OwnConcept:
        self._changed()
        return super().save(thing)

    @override
    def delete(self, thing_id: str, /) -> None:
        super().delete(thing_id)
        self._changed()

    def all(self) -> list[OwnConcept]:
        return self._where(lambda _: True)

    def _changed(self) -> None:
        self.tables.market["concepts"] = self.tables.market.get("concepts", 0) + 1


@dataclass
class MemoryMatches(MemoryCollection[Match]):
    tables: Tables

    @override
    def add(self, thing: Match, /) -> None:
        if self.of_pair(thing.need_id, thing.offer_id):
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)
        super().add(thing)
        deals_moved(self.tables, None, thing)

    @override
    def save(self, thing: Match, /) -> Match:
        before = self.get(thing.id)
        after = super().save(thing)
        deals_moved(self.tables, before, after)
        return after

    @override
    def delete(self, thing_id: str, /) -> None:
        before = self.get(thing_id)
        super().delete(thing_id)
        deals_moved(self.tables, before, None)

    def of_pair(self, need_id: str, offer_id: str, /) -> Match | None:
        return next(
            iter(self._where(lambda match: (match.need_id, match.offer_id) == (need_id, offer_id))),
            None,
        )

    def of_items(self, item_ids: Iterable[str], /) -> list[Match]:
        wanted = {*item_ids}
        return self._where(lambda match: bool({match.need_id, match.offer_id} & wanted))

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Match]:
        wanted = {*organisation_ids}
        return self._where(lambda match: bool({match.need_organisation_id, match.offer_organisation_id} & wanted))

    def of_agreement(self, agreement_id: str, /) -> list[Match]:
        return self._where(lambda match: match.agreement_id == agreement_id)


class MemoryPlans(MemoryCollection[Plan]):
    def of_items(self, item_ids: Iterable[str], /) -> list[Plan]:
        wanted = {*item_ids}
        return self._where(lambda plan: bool({plan.offer_id, plan.need_id} & wanted))


@dataclass
class MemoryFound(MemoryCollection[Any]):
    tables: Tables

    def of_needs(self, need_ids: Iterable[str], /) -> list[Found]:
        wanted = {*need_ids}
        return self._where(lambda found: found.need_id in wanted)

    def needs_of(self, offer_ids: Iterable[str], /) -> list[str]:
        wanted = {*offer_ids}
        return sorted({found.need_id for found in self._where(lambda found: found.offer_id in wanted)})

    def up_to(self, stamp: FoundStamp, /) -> None:
        self.tables.found_stamp["now"] = stamp


class MemoryFollowers(MemoryCollection[Any]):
    def by_feed_key(self, feed_key: str, /) -> Follower | None:
        return next(iter(self._where(lambda one: bool(feed_key) and one.feed_key == feed_key)), None)


@dataclass
class MemoryChanges:
    rows: list[Change]

    def add(self, change: Change, /) -> None:
        self.rows.append(change)

    def add_many(self, changes: Sequence[Change], /) -> None:
        self.rows.extend(changes)

    def batch(self, batch: str, /) -> list[Change]:
        return [change for change in self.rows if change.batch == batch]

    def of(self, kind: str, subject_id: str, /) -> list[Change]:
        return [change for change in self.rows if (change.kind, change.subject_id) == (kind, subject_id)]


class MemoryUnit:
    """One transaction over a copy of the tables."""

    def __init__(self, tables: Tables) -> None:
        self.documents = MemoryDocuments(tables.documents, "document")
        self.drafts = MemoryDrafts(tables.drafts, "draft")
        self.organisations = MemoryOrganisations(tables.organisations, "organisation", tables)
        self.people = MemoryPeople(tables.people, "person")
        self.source_records = MemorySourceRecords(tables.source_records, "source-record")
        self.doubts = MemoryDoubts(tables.doubts, "doubt")
        self.merges = MemoryMerges(tables.merges, "merge")
        self.thresholds: MemoryCollection[Thresholds] = MemoryCollection(tables.thresholds, "thresholds")
        self.imports = MemoryImports(tables.imports, "import", tables)
        self.agreements = MemoryAgreements(tables.agreements, "agreement")
        self.commitments = MemoryCommitments(tables.commitments, "commitment")
        self.activities = MemoryActivities(tables.activities, "activity")
        self.needs: MemoryItems[Need] = MemoryItems(tables.needs, "need", tables)
        self.offers: MemoryItems[Offer] = MemoryItems(tables.offers, "offer", tables)
        self.own_concepts = MemoryOwnConcepts(tables.own_concepts, "own-concept", tables)
        self.matches = MemoryMatches(tables.matches, "match", tables)
        self.plans = MemoryPlans(tables.plans, "plan")
        self.events = MemoryEvents(tables.events, "event")
        self.registrations = MemoryRegistrations(tables.registrations, "registration")
        self.interpreters = MemoryInterpreters(tables.interpreters, "interpreter")
        self.meeting_requests = MemoryMeetingRequests(tables.meeting_requests, "meeting-request")
        self.timetables = MemoryTimetables(tables.timetables, "timetable")
        self.meetings = MemoryMeetings(tables.meetings, "meeting")
        self.meeting_reports = MemoryMeetingReports(tables.meeting_reports, "meeting-report")
        self.runs = MemoryRuns(tables.runs, "run")
        self.notices = MemoryNotices(tables.notices, "notice")
        self.found = MemoryFound(tables.found, "found", tables)
        self.followers = MemoryFollowers(tables.followers, "follower")
        self.changes = MemoryChanges(tables.changes)

    def alone(self) -> None:
        """Nobody else is there."""


@dataclass
class MemoryStore:
    """A store whose units commit by replacing the tables; ``opened`` guards against nesting."""

    tables: Tables = field(default_factory=Tables)
    opened: bool = False

    @contextmanager
    def unit(self) -> Iterator[MemoryUnit]:
        assert not self.opened, "units do not nest"
        self.opened = True
        draft = self.tables.copy()
        try:
            yield MemoryUnit(draft)
            self.tables = draft
        finally:
            self.opened = False

    def reads(self) -> MemoryReads:
        return MemoryReads(self.tables)

    def put(self, *things: Thing) -> None:
        """Store things without a verb."""
        with self.unit() as unit:
            collections: dict[str, Any] = {item.kind: item for item in vars(unit).values() if hasattr(item, "kind")}
            for thing in things:
                collections[kind_of(thing)].add(thing)
