"""Nothing comes in; the empty tables of a store in memory go out."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.attendance import Interpreter, Notice, Registration
from nhipcau.facts.change import Change
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Follower, Found, Match
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft
from nhipcau.facts.event import Event
from nhipcau.facts.market import Need, Offer, OwnConcept
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Run, Timetable
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.organisation_import import Import, ImportRow
from nhipcau.facts.plan import Plan
from nhipcau.facts.resolving import Doubt, Merge, Thresholds
from nhipcau.programme.views import FoundStamp, Reader


@dataclass
class Tables:
    """Every kind of thing by id, and the history."""

    documents: dict[str, Document] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    source_records: dict[str, SourceRecord] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    merges: dict[str, Merge] = field(default_factory=dict)
    thresholds: dict[str, Thresholds] = field(default_factory=dict)
    imports: dict[str, Import] = field(default_factory=dict)
    import_rows: dict[str, dict[int, ImportRow]] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    needs: dict[str, Need] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    own_concepts: dict[str, OwnConcept] = field(default_factory=dict)
    matches: dict[str, Match] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    registrations: dict[str, Registration] = field(default_factory=dict)
    interpreters: dict[str, Interpreter] = field(default_factory=dict)
    meeting_requests: dict[str, MeetingRequest] = field(default_factory=dict)
    timetables: dict[str, Timetable] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    meeting_reports: dict[str, MeetingReport] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)
    followers: dict[str, Follower] = field(default_factory=dict)
    readers: dict[str, Reader] = field(default_factory=dict)
    found_stamp: dict[str, FoundStamp] = field(default_factory=dict)
    market: dict[str, int] = field(default_factory=dict)
    stamps: dict[str, tuple[str, int, bool]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def copy(self) -> Tables:
        """Return tables that can be changed without touching these."""
        return Tables(
            **{item.name: type(rows)(rows) for item in fields(self) if (rows := getattr(self, item.name)) is not None}
        )
