"""A verb's work comes in and is kept whole, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, Generic, TypeVar

from django.db import connection, transaction
from django.db.models import Count, Q
from typing_extensions import override

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.change import Change
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Follower, Found, Match
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.facts.market import Item, Need, Offer, OwnConcept
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.plan import Plan
from nhipcau.facts.resolving import UNDECIDED, Doubt, Merge, Thresholds
from nhipcau.programme.placing.keys import numbers_of
from nhipcau.programme.views import FoundStamp
from nhipcau.store.collection import Rows
from nhipcau.store.door import translated
from nhipcau.store.events import (
    EventRows,
    InterpreterRows,
    MeetingReportRows,
    MeetingRequestRows,
    MeetingRows,
    NoticeRows,
    RegistrationRows,
    RunRows,
    TimetableRows,
)
from nhipcau.store.found_stamp import found_up_to
from nhipcau.store.imports import ImportRows
from nhipcau.store.market_stamp import concepts_changed, items_gone
from nhipcau.store.models import (
    ActivityRow,
    AgreementRow,
    ChangeRow,
    CommitmentRow,
    DealRow,
    DocumentRow,
    DoubtRow,
    DraftRow,
    FollowerRow,
    FoundRow,
    MergeRow,
    NeedRow,
    OfferRow,
    OrganisationRow,
    OwnConceptRow,
    PersonRow,
    PlanRow,
    SourceRecordRow,
    ThresholdsRow,
)
from nhipcau.store.past_deals import deals_among, deals_changed, deals_kept
from nhipcau.store.queries.burdens import burdens
from nhipcau.store.queries.counts import parties_of, recount_agreements
from nhipcau.store.queries.meeting import meeting, meeting_many
from nhipcau.store.rows.agreement import AGREEMENTS
from nhipcau.store.rows.change import CHANGES
from nhipcau.store.rows.commitment import ACTIVITIES, COMMITMENTS
from nhipcau.store.rows.deal import FOLLOWERS, FOUND, MATCHES
from nhipcau.store.rows.document import DOCUMENTS
from nhipcau.store.rows.draft import DRAFTS
from nhipcau.store.rows.event import EVENTS, INTERPRETERS, MEETING_REQUESTS, REGISTRATIONS
from nhipcau.store.rows.folding import index_key
from nhipcau.store.rows.market import NEEDS, OFFERS, OWN_CONCEPTS
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.organisation_import import IMPORTS
from nhipcau.store.rows.person import PEOPLE
from nhipcau.store.rows.plan import PLANS
from nhipcau.store.rows.resolving import DOUBTS, MERGES, THRESHOLDS
from nhipcau.store.rows.source_record import SOURCE_RECORDS
from nhipcau.store.rows.timetable import MEETING_REPORTS, MEETINGS, NOTICES, RUNS, TIMETABLES

# Any number that nobody else locks by.
_WRITERS: Final = 1_159_202_401
_AT_ONCE: Final = 500

Some = TypeVar("Some", bound=Item)
ItemColumns = TypeVar("ItemColumns", NeedRow, OfferRow)


class DocumentRows(Rows[Document, DocumentRow]):
    """Documents, found by their fingerprints."""

    def by_sha256(self, sha256: str, /) -> Document | None:
        """Return the document of these bytes."""
        return next(iter(self._listed(sha256=sha256)), None)

    def by_text_sha256(self, text_sha256: str, /) -> Document | None:
        """Return the first document that has this text."""
        return next(iter(self._listed(text_sha256=text_sha256)), None)


class DraftRows(Rows[Draft, DraftRow]):
    """Drafts."""

    def of_document(self, document_id: str, /) -> list[Draft]:
        """Return a document's drafts by position."""
        return self._facts(self._rows().filter(document_id=document_id).order_by("position", "pk"))

    def of_agreement(self, agreement_id: str, /) -> list[Draft]:
        """Return the drafts that were confirmed as this agreement."""
        return self._listed(agreement_id=agreement_id)

    def proposing(self, agreement_id: str, /) -> list[Draft]:
        """Return open drafts whose proposal names this agreement."""
        return self._listed(proposed=agreement_id, state=DraftState.OPEN)

    def open(self) -> list[Draft]:
        """Return all open drafts."""
        return self._listed(state=DraftState.OPEN)


class OrganisationRows(Rows[Organisation, OrganisationRow]):
    """Organisations, found by the keys of their names."""

    def by_name_keys(self, keys: Iterable[str], /) -> list[Organisation]:
        """Return organisations that have at least one of these keys."""
        return self._listed(keys__key__in=[index_key(key) for key in keys])

    def by_block_keys(self, keys: Iterable[str], /, *, limit_per_key: int = 50) -> list[Organisation]:
        """Return those that share the most of these keys, the most first."""
        return list(self.get_many(meeting(numbers_of(keys), limit_per_key)).values())

    def meeting(self, records: Sequence[Iterable[str]], /, *, limit_per_key: int, most: int) -> list[list[str]]:
        """Return for each set of keys the ids of those that share the most of them."""
        return meeting_many([numbers_of(keys) for keys in records], limit_per_key, most)

    def merged_into(self, organisation_ids: Iterable[str], /) -> list[Organisation]:
        """Return the organisations that were merged straight into one of these."""
        return self._listed(merged_into_id__in=list(organisation_ids))

    def of_parents(self, organisation_ids: Iterable[str], /) -> list[Organisation]:
        """Return the organisations whose parent is one of these."""
        return self._listed(parent_id__in=list(organisation_ids))

    def burdens(self, organisation_ids: Iterable[str], /) -> dict[str, int]:
        """Return for each how much hangs on it."""
        return burdens(organisation_ids)

    def living_after(self, organisation_id: str, limit: int, /) -> list[Organisation]:
        """Return the next organisations after an id that are merged into no other."""
        rows = self._rows().filter(pk__gt=organisation_id, merged_into=None)
        return self._facts(rows.order_by("pk")[:limit])


class PersonRows(Rows[Person, PersonRow]):
    """People, found by the keys of their names."""

    def by_name_keys(self, keys: Iterable[str], /) -> list[Person]:
        """Return people who have at least one of these keys."""
        return self._listed(keys__key__in=[index_key(key) for key in keys])

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Person]:
        """Return people who were read with, or have a post at, one of these organisations."""
        bodies = list(organisation_ids)
        rows = self._rows().filter(Q(organisation_id__in=bodies) | Q(posts__organisation_id__in=bodies))
        return self._facts(rows.order_by("pk").distinct())

    def merged_into(self, person_ids: Iterable[str], /) -> list[Person]:
        """Return the people who were merged straight into one of these."""
        return self._listed(merged_into_id__in=list(person_ids))

    def living_after(self, person_id: str, limit: int, /) -> list[Person]:
        """Return the next people after an id who are merged into no other."""
        return self._facts(self._rows().filter(pk__gt=person_id, merged_into=None).order_by("pk")[:limit])


class SourceRecordRows(Rows[SourceRecord, SourceRecordRow]):
    """What sources said."""

    def by_source_keys(self, source: str, keys: Iterable[str], /) -> dict[str, SourceRecord]:
        """Return the records of a source by its own keys."""
        return {record.source_key: record for record in self._listed(source=source, source_key__in=list(keys))}

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[SourceRecord]:
        """Return what sources said of these organisations."""
        return self._listed(organisation_id__in=list(organisation_ids))


class DoubtRows(Rows[Doubt, DoubtRow]):
    """Doubtful pairs."""

    def of(self, kind: str, thing_ids: Iterable[str], /) -> list[Doubt]:
        """Return the doubts in which one of these stands."""
        ids = list(thing_ids)
        rows = self._rows().filter(Q(left__in=ids) | Q(right__in=ids), kind=kind)
        return self._facts(rows.order_by("pk"))

    def waiting(self, kind: str, thing_ids: Iterable[str], /) -> dict[str, int]:
        """Return for each in how many undecided pairs it stands."""
        total: Counter[str] = Counter(dict.fromkeys(thing_ids, 0))
        for side in ("left", "right"):
            rows = DoubtRow.objects.filter(kind=kind, state__in=UNDECIDED, **{f"{side}__in": list(total)})
            total.update(dict(rows.order_by().values_list(side).annotate(number=Count("pk"))))
        return dict(total)

    def weigh(self, weights: Mapping[str, int], /) -> None:
        """Store how much each pair's decision would settle."""
        rows = [DoubtRow(id=doubt_id, weight=weight) for doubt_id, weight in weights.items()]
        DoubtRow.objects.bulk_update(rows, ["weight"], batch_size=_AT_ONCE)


class MergeRows(Rows[Merge, MergeRow]):
    """Merges."""

    def of(self, kind: str, thing_ids: Iterable[str], /) -> list[Merge]:
        """Return the merges that one of these had a part in."""
        ids = list(thing_ids)
        rows = self._rows().filter(Q(kept__in=ids) | Q(gone__in=ids), kind=kind)
        return self._facts(rows.order_by("pk"))


class AgreementRows(Rows[Agreement, AgreementRow]):
    """Agreements; each body's number of them is kept in step."""

    @override
    def add(self, thing: Agreement, /) -> None:
        """Store a new agreement."""
        super().add(thing)
        recount_agreements({party.organisation_id for party in thing.parties})

    @override
    def add_many(self, things: Sequence[Agreement], /) -> None:
        """Store new agreements at once."""
        super().add_many(things)
        recount_agreements({party.organisation_id for thing in things for party in thing.parties})

    @override
    def save(self, thing: Agreement, /) -> Agreement:
        """Store a changed agreement."""
        before = parties_of(thing.id)
        after = super().save(thing)
        recount_agreements(before | {party.organisation_id for party in thing.parties})
        return after

    @override
    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        """Take agreements away at once."""
        ids = list(thing_ids)
        before = {party for thing_id in ids for party in parties_of(thing_id)}
        super().delete_many(ids)
        recount_agreements(before)

    @override
    def delete(self, thing_id: str, /) -> None:
        """Take an agreement away."""
        before = parties_of(thing_id)
        super().delete(thing_id)
        recount_agreements(before)

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Agreement]:
        """Return agreements that at least one of these organisations is a party to."""
        return self._listed(partyrow_set__organisation_id__in=list(organisation_ids))

    def of_people(self, person_ids: Iterable[str], /) -> list[Agreement]:
        """Return agreements that name at least one of these people."""
        return self._listed(signatoryrow_set__person_id__in=list(person_ids))

    def of_document(self, document_id: str, /) -> list[Agreement]:
        """Return agreements that have evidence in this document."""
        return self._listed(evidencerow_set__document_id=document_id)

    def signed_on(self, edtf: str, /) -> list[Agreement]:
        """Return agreements whose ``signed`` is exactly this text."""
        return self._listed(signed=edtf)

    def renewals_of(self, agreement_id: str, /) -> list[Agreement]:
        """Return agreements that renew this one."""
        return self._listed(renewal_of_id=agreement_id)


class CommitmentRows(Rows[Commitment, CommitmentRow]):
    """Commitments."""

    def of_agreement(self, agreement_id: str, /) -> list[Commitment]:
        """Return an agreement's commitments."""
        return self._listed(agreement_id=agreement_id)

    def of_owner(self, organisation_id: str, /) -> list[Commitment]:
        """Return the commitments that an organisation owns."""
        return self._listed(owner_id=organisation_id)


class ActivityRows(Rows[Activity, ActivityRow]):
    """Activities."""

    def of_commitment(self, commitment_id: str, /) -> list[Activity]:
        """Return a commitment's activities."""
        return self._listed(commitment_id=commitment_id)


class ItemRows(Rows[Some, ItemColumns], Generic[Some, ItemColumns]):
    """Needs or offers; what is deleted is remembered, so that an index can forget it."""

    @override
    def delete(self, thing_id: str, /) -> None:
        """Take an item away."""
        super().delete(thing_id)
        items_gone(self._table.kind, [thing_id])

    @override
    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        """Take items away at once."""
        known = list(self.get_many(thing_ids))
        super().delete_many(known)
        items_gone(self._table.kind, known)

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Some]:
        """Return the items of these organisations."""
        return self._listed(organisation_id__in=list(organisation_ids))

    def of_agreement(self, agreement_id: str, /) -> list[Some]:
        """Return the items that belong under an agreement."""
        return self._listed(agreement_id=agreement_id)

    def by_source_keys(self, source: str, keys: Iterable[str], /) -> dict[str, Some]:
        """Return the items that were taken from a source, by its own keys."""
        return {item.source_key: item for item in self._listed(source=source, source_key__in=list(keys))}


class OwnConceptRows(Rows[OwnConcept, OwnConceptRow]):
    """The office's own concepts."""

    @override
    def delete(self, thing_id: str, /) -> None:
        """Take a concept away."""
        super().delete(thing_id)
        concepts_changed()

    @override
    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        """Take concepts away at once."""
        super().delete_many(thing_ids)
        concepts_changed()

    def all(self) -> list[OwnConcept]:
        """Return every one."""
        return self._listed()


class MatchRows(Rows[Match, DealRow]):
    """Matches; whose contracts they change, the offers of that body are read anew."""

    @override
    def add(self, thing: Match, /) -> None:
        """Store a new match."""
        super().add(thing)
        deals_changed(deals_among([thing]))

    @override
    def add_many(self, things: Sequence[Match], /) -> None:
        """Store new matches at once."""
        super().add_many(things)
        deals_changed(deals_among(things))

    @override
    def save(self, thing: Match, /) -> Match:
        """Store a changed match."""
        before = deals_kept([thing.id])
        after = super().save(thing)
        deals_changed(before ^ deals_among([after]))
        return after

    @override
    def delete(self, thing_id: str, /) -> None:
        """Take a match away."""
        before = deals_kept([thing_id])
        super().delete(thing_id)
        deals_changed(before)

    @override
    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        """Take matches away at once."""
        ids = list(thing_ids)
        before = deals_kept(ids)
        super().delete_many(ids)
        deals_changed(before)

    def of_pair(self, need_id: str, offer_id: str, /) -> Match | None:
        """Return the match of a pair."""
        return next(iter(self._listed(need_id=need_id, offer_id=offer_id)), None)

    def of_items(self, item_ids: Iterable[str], /) -> list[Match]:
        """Return the matches of these needs or offers."""
        ids = list(item_ids)
        return self._facts(self._rows().filter(Q(need_id__in=ids) | Q(offer_id__in=ids)).order_by("pk"))

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Match]:
        """Return the matches in which one of these organisations is a side."""
        ids = list(organisation_ids)
        mine = Q(need_organisation_id__in=ids) | Q(offer_organisation_id__in=ids)
        return self._facts(self._rows().filter(mine).order_by("pk"))

    def of_agreement(self, agreement_id: str, /) -> list[Match]:
        """Return the matches that belong under an agreement."""
        return self._listed(agreement_id=agreement_id)


class PlanRows(Rows[Plan, PlanRow]):
    """Development plans."""

    def of_items(self, item_ids: Iterable[str], /) -> list[Plan]:
        """Return the plans of these offers, or for these needs."""
        ids = list(item_ids)
        return self._facts(self._rows().filter(Q(offer_id__in=ids) | Q(need_id__in=ids)).order_by("pk"))


class FoundRows(Rows[Found, FoundRow]):
    """Pairs that the engine found."""

    def of_needs(self, need_ids: Iterable[str], /) -> list[Found]:
        """Return the pairs of these needs, gone or not."""
        return self._listed(need_id__in=list(need_ids))

    def needs_of(self, offer_ids: Iterable[str], /) -> list[str]:
        """Return the needs that one of these offers stands with, gone or not."""
        found = FoundRow.objects.filter(offer_id__in=list(offer_ids)).order_by("need_id").values_list("need_id")
        return [need_id for (need_id,) in found.distinct()]

    def up_to(self, stamp: FoundStamp, /) -> None:
        """Note of which version of the market, and of which day, all pairs are found."""
        found_up_to(stamp)


class FollowerRows(Rows[Follower, FollowerRow]):
    """Who follows new matches."""

    def by_feed_key(self, feed_key: str, /) -> Follower | None:
        """Return whose feed a key opens."""
        return next(iter(self._listed(feed_key=feed_key)), None) if feed_key else None


class ChangeRows:
    """The history: entries are only ever added."""

    def __init__(self) -> None:
        """Keep entries as their table says."""
        self._rows: Rows[Change, ChangeRow] = Rows(CHANGES)

    def add(self, change: Change, /) -> None:
        """Store one entry."""
        self._rows.add(change)

    def add_many(self, changes: Sequence[Change], /) -> None:
        """Store entries in this order."""
        self._rows.add_many(changes)

    def batch(self, batch: str, /) -> list[Change]:
        """Return the changes of one verb, in the order they were added."""
        return [CHANGES.fact(row) for row in ChangeRow.objects.filter(batch=batch).order_by("number")]

    def of(self, kind: str, subject_id: str, /) -> list[Change]:
        """Return the changes of one thing, oldest first."""
        rows = ChangeRow.objects.filter(kind=kind, subject_id=subject_id).order_by("number")
        return [CHANGES.fact(row) for row in rows]


class DatabaseUnit:
    """One transaction's collections."""

    def __init__(self) -> None:
        """Open every collection; none of them asks the database yet."""
        self.documents = DocumentRows(DOCUMENTS)
        self.drafts = DraftRows(DRAFTS)
        self.organisations = OrganisationRows(ORGANISATIONS)
        self.people = PersonRows(PEOPLE)
        self.source_records = SourceRecordRows(SOURCE_RECORDS)
        self.doubts = DoubtRows(DOUBTS)
        self.merges = MergeRows(MERGES)
        self.thresholds: Rows[Thresholds, ThresholdsRow] = Rows(THRESHOLDS)
        self.imports = ImportRows(IMPORTS)
        self.agreements = AgreementRows(AGREEMENTS)
        self.commitments = CommitmentRows(COMMITMENTS)
        self.activities = ActivityRows(ACTIVITIES)
        self.needs: ItemRows[Need, NeedRow] = ItemRows(NEEDS)
        self.offers: ItemRows[Offer, OfferRow] = ItemRows(OFFERS)
        self.own_concepts = OwnConceptRows(OWN_CONCEPTS)
        self.matches = MatchRows(MATCHES)
        self.plans = PlanRows(PLANS)
        self.events = EventRows(EVENTS)
        self.registrations = RegistrationRows(REGISTRATIONS)
        self.interpreters = InterpreterRows(INTERPRETERS)
        self.meeting_requests = MeetingRequestRows(MEETING_REQUESTS)
        self.timetables = TimetableRows(TIMETABLES)
        self.meetings = MeetingRows(MEETINGS)
        self.meeting_reports = MeetingReportRows(MEETING_REPORTS)
        self.runs = RunRows(RUNS)
        self.notices = NoticeRows(NOTICES)
        self.found = FoundRows(FOUND)
        self.followers = FollowerRows(FOLLOWERS)
        self.changes = ChangeRows()

    def alone(self) -> None:
        """Wait for the others that write; SQLite let this unit in alone when it opened."""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS])


@contextmanager
def unit() -> Iterator[DatabaseUnit]:
    """Open a transaction; units do not nest (``RuntimeError``)."""
    with translated(), transaction.atomic(durable=True):
        yield DatabaseUnit()
