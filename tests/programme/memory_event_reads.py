"""The tables of a store in memory come in; the answers that ``programme.events.ports.EventReads`` promises go out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from nhipcau.facts.attendance import Interpreter, Notice, Registration, RegistrationState
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, RequestState, Run, Timetable
from nhipcau.programme.events.filters import EventFilter, RegistrationFilter, RequestFilter
from nhipcau.programme.events.views import EventCounts, EventRow, RegistrationRow, RequestRow
from nhipcau.programme.filters import Paging
from nhipcau.programme.name_keys import folded
from nhipcau.programme.views import Page
from tests.programme.memory_paging import page
from tests.programme.memory_tables import Tables


def _now(request: MeetingRequest, now: datetime) -> RequestState:
    late = request.expires_at is not None and request.expires_at <= now
    return RequestState.EXPIRED if request.state is RequestState.ASKED and late else request.state


def _starts(row: EventRow) -> datetime | None:
    return min((session.starts for session in row.event.sessions), default=None)


def _named(registration: Registration, text: str) -> bool:
    names = (registration.name, *(attendee.name for attendee in registration.attendees))
    return any(folded(text) in folded(name) for name in names)


@dataclass
class MemoryEventReads:
    tables: Tables

    def event_list(self, wanted: EventFilter, paging: Paging, /) -> Page[EventRow]:
        mine = {
            one.event_id for one in self.tables.registrations.values() if one.organisation_id == wanted.organisation_id
        }
        rows = [
            self._event_row(event)
            for event in self.tables.events.values()
            if folded(wanted.text) in folded(event.title)
            and wanted.state in (None, event.state)
            and wanted.commitment_id in (None, event.commitment_id)
            and (
                wanted.organisation_id is None
                or event.id in mine
                or (wanted.open_or_registered and event.state is EventState.OPEN)
            )
        ]
        sorts = {
            "starts": _starts,
            "title": lambda row: folded(row.event.title),
            "created": lambda row: row.event.created_at,
        }
        return page(rows, paging, sorts, lambda row: row.event.id)

    def _event_row(self, event: Event) -> EventRow:
        agreement = self.tables.agreements[self.tables.commitments[event.commitment_id].agreement_id]
        return EventRow(
            event=event,
            agreement_id=agreement.id,
            agreement_title=agreement.title,
            registrations=len(self._at_event(event.id)),
            requests=len(self.meeting_requests(event.id)),
        )

    def _at_event(self, event_id: str) -> list[Registration]:
        return [one for one in self.registrations(event_id) if one.kept_for is None]

    def event(self, event_id: str, /) -> Event | None:
        return self.tables.events.get(event_id)

    def event_counts(self, event_id: str, /, *, now: datetime) -> EventCounts:
        standing = self._at_event(event_id)
        here = [one for one in standing if one.state is RegistrationState.REGISTERED]
        return EventCounts(
            registrations=dict(Counter(one.state for one in standing)),
            attendees=sum(len(one.attendees) for one in here),
            interpreters=sum(not one.withdrawn for one in self.interpreters(event_id)),
            requests=dict(Counter(_now(one, now) for one in self.meeting_requests(event_id))),
        )

    def registration_list(
        self, wanted: RegistrationFilter, paging: Paging, /, *, now: datetime
    ) -> Page[RegistrationRow]:
        rows = [
            RegistrationRow(
                registration=one, requests=dict(Counter(_now(asked, now) for asked in self.requests_of(one.id)))
            )
            for one in self._at_event(wanted.event_id)
            if _named(one, wanted.text)
            and wanted.side in (None, one.side)
            and wanted.state in (None, one.state)
            and wanted.walk_in in (None, one.walk_in)
        ]
        sorts = {
            "name": lambda row: folded(row.registration.name),
            "created": lambda row: row.registration.created_at,
            "requests": lambda row: sum(row.requests.values()),
        }
        return page(rows, paging, sorts, lambda row: row.registration.id)

    def registrations(self, event_id: str, /) -> tuple[Registration, ...]:
        return tuple(one for _, one in sorted(self.tables.registrations.items()) if one.event_id == event_id)

    def registration(self, registration_id: str, /) -> Registration | None:
        return self.tables.registrations.get(registration_id)

    def registration_by_key(self, key: str, /) -> Registration | None:
        return next((one for one in self.tables.registrations.values() if key and one.calendar_key == key), None)

    def interpreters(self, event_id: str, /) -> tuple[Interpreter, ...]:
        return tuple(one for _, one in sorted(self.tables.interpreters.items()) if one.event_id == event_id)

    def interpreter(self, interpreter_id: str, /) -> Interpreter | None:
        return self.tables.interpreters.get(interpreter_id)

    def interpreter_by_key(self, key: str, /) -> Interpreter | None:
        return next((one for one in self.tables.interpreters.values() if key and one.calendar_key == key), None)

    def event_by_link_key(self, key: str, /) -> Event | None:
        return next((one for one in self.tables.events.values() if key and one.link_key == key), None)

    def request_list(self, wanted: RequestFilter, paging: Paging, /, *, now: datetime) -> Page[RequestRow]:
        known = self.tables.registrations
        rows = [
            RequestRow(request=one, asker_name=known[one.asker_id].name, asked_name=known[one.asked_id].name)
            for one in self.meeting_requests(wanted.event_id)
            if wanted.state in (None, _now(one, now))
            and wanted.registration_id in (None, one.asker_id, one.asked_id)
            and any(_named(known[side], wanted.text) for side in (one.asker_id, one.asked_id))
        ]
        sorts = {
            "created": lambda row: row.request.created_at,
            "score": lambda row: row.request.score,
            "asker": lambda row: folded(row.asker_name),
            "asked": lambda row: folded(row.asked_name),
        }
        return page(rows, paging, sorts, lambda row: row.request.id)

    def meeting_requests(self, event_id: str, /) -> tuple[MeetingRequest, ...]:
        return tuple(one for _, one in sorted(self.tables.meeting_requests.items()) if one.event_id == event_id)

    def requests_of(self, registration_id: str, /) -> tuple[MeetingRequest, ...]:
        every = sorted(self.tables.meeting_requests.items())
        return tuple(one for _, one in every if registration_id in {one.asker_id, one.asked_id})

    def meeting_request(self, request_id: str, /) -> MeetingRequest | None:
        return self.tables.meeting_requests.get(request_id)

    def timetables(self, event_id: str, /) -> tuple[Timetable, ...]:
        mine = (one for one in self.tables.timetables.values() if one.event_id == event_id)
        return tuple(sorted(mine, key=lambda one: -one.number))

    def timetable(self, timetable_id: str, /) -> Timetable | None:
        return self.tables.timetables.get(timetable_id)

    def meetings(self, timetable_id: str, /) -> tuple[Meeting, ...]:
        mine = (one for one in self.tables.meetings.values() if one.timetable_id == timetable_id)
        return tuple(sorted(mine, key=lambda one: (one.starts, one.venue, one.id)))

    def meetings_of(self, timetable_id: str, registration_id: str, /) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings(timetable_id) if registration_id in {one.asker_id, one.asked_id})

    def runs(self, event_id: str, /) -> tuple[Run, ...]:
        mine = (replace(one, best="") for one in self.tables.runs.values() if one.event_id == event_id)
        return tuple(sorted(mine, key=lambda one: (one.asked_at, one.id), reverse=True))

    def run(self, run_id: str, /) -> Run | None:
        found = self.tables.runs.get(run_id)
        return replace(found, best="") if found is not None else None

    def meeting_reports(self, event_id: str, /) -> tuple[MeetingReport, ...]:
        return tuple(one for _, one in sorted(self.tables.meeting_reports.items()) if one.event_id == event_id)

    def notices(self, event_id: str, /) -> tuple[Notice, ...]:
        return tuple(one for _, one in sorted(self.tables.notices.items()) if one.event_id == event_id)
