"""Questions of the pages of events come in, each goes to its query behind the room's door."""

from __future__ import annotations

from datetime import datetime

from nhipcau.facts.attendance import Interpreter, Notice, Registration
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Run, Timetable
from nhipcau.programme.events.filters import EventFilter, RegistrationFilter, RequestFilter
from nhipcau.programme.events.views import EventCounts, EventRow, RegistrationRow, RequestRow
from nhipcau.programme.filters import Paging
from nhipcau.programme.views import Page
from nhipcau.store.door import translated
from nhipcau.store.queries import events


class DatabaseEventReads:
    """What the pages of events ask; see ``programme.events.ports.EventReads``."""

    @translated()
    def event_list(self, wanted: EventFilter, paging: Paging, /) -> Page[EventRow]:
        """Return events; sorts: starts (first session), title, created."""
        return events.event_list(wanted, paging)

    @translated()
    def event(self, event_id: str, /) -> Event | None:
        """Return one event as it is kept."""
        return events.event(event_id)

    @translated()
    def event_counts(self, event_id: str, /, *, now: datetime) -> EventCounts:
        """Count what hangs on an event."""
        return events.event_counts(event_id, now)

    @translated()
    def registration_list(
        self, wanted: RegistrationFilter, paging: Paging, /, *, now: datetime
    ) -> Page[RegistrationRow]:
        """Return registrations; sorts: name (folded), created, requests."""
        return events.registration_list(wanted, paging, now)

    @translated()
    def registrations(self, event_id: str, /) -> tuple[Registration, ...]:
        """Return all registrations of an event, by id."""
        return events.registrations(event_id)

    @translated()
    def registration(self, registration_id: str, /) -> Registration | None:
        """Return one registration as it is kept."""
        return events.registration(pk=registration_id)

    @translated()
    def registration_by_key(self, key: str, /) -> Registration | None:
        """Return whose page a key opens (as ``Registrations.by_calendar_key``)."""
        return events.registration(calendar_key=key)

    @translated()
    def interpreters(self, event_id: str, /) -> tuple[Interpreter, ...]:
        """Return all interpreters of an event, by id."""
        return events.interpreters(event_id)

    @translated()
    def interpreter(self, interpreter_id: str, /) -> Interpreter | None:
        """Return one interpreter as it is kept."""
        return events.interpreter(pk=interpreter_id)

    @translated()
    def interpreter_by_key(self, key: str, /) -> Interpreter | None:
        """Return whose page a key opens."""
        return events.interpreter(calendar_key=key)

    @translated()
    def event_by_link_key(self, key: str, /) -> Event | None:
        """Return whose form a key opens."""
        return events.event_by_link_key(key)

    @translated()
    def request_list(self, wanted: RequestFilter, paging: Paging, /, *, now: datetime) -> Page[RequestRow]:
        """Return requests; sorts: created, score, asker (folded name), asked."""
        return events.request_list(wanted, paging, now)

    @translated()
    def meeting_requests(self, event_id: str, /) -> tuple[MeetingRequest, ...]:
        """Return all requests of an event, by id."""
        return events.meeting_requests(event_id)

    @translated()
    def requests_of(self, registration_id: str, /) -> tuple[MeetingRequest, ...]:
        """Return the requests in which a registration is a side, by id."""
        return events.requests_of(registration_id)

    @translated()
    def meeting_request(self, request_id: str, /) -> MeetingRequest | None:
        """Return one request as it is kept."""
        return events.meeting_request(request_id)

    @translated()
    def timetables(self, event_id: str, /) -> tuple[Timetable, ...]:
        """Return an event's timetables, the newest first."""
        return events.timetables(event_id)

    @translated()
    def timetable(self, timetable_id: str, /) -> Timetable | None:
        """Return one timetable as it is kept."""
        return events.timetable(timetable_id)

    @translated()
    def meetings(self, timetable_id: str, /) -> tuple[Meeting, ...]:
        """Return a timetable's meetings by (starts, venue, id)."""
        return events.meetings(timetable_id)

    @translated()
    def meetings_of(self, timetable_id: str, registration_id: str, /) -> tuple[Meeting, ...]:
        """Return the meetings of one registration in a timetable by start."""
        return events.meetings_of(timetable_id, registration_id)

    @translated()
    def runs(self, event_id: str, /) -> tuple[Run, ...]:
        """Return an event's runs, the newest first, each without its ``best``."""
        return events.runs(event_id)

    @translated()
    def run(self, run_id: str, /) -> Run | None:
        """Return one run without its ``best``."""
        return events.run(run_id)

    @translated()
    def meeting_reports(self, event_id: str, /) -> tuple[MeetingReport, ...]:
        """Return what was said of an event's meetings, by id."""
        return events.meeting_reports(event_id)

    @translated()
    def notices(self, event_id: str, /) -> tuple[Notice, ...]:
        """Return who is to be told, or was, by id."""
        return events.notices(event_id)
