"""What the verbs and pages of events need from a store, as protocols; a part of ``programme.ports``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from nhipcau.facts.attendance import Interpreter, Notice, Registration
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Run, Timetable
from nhipcau.programme.collecting import Collection
from nhipcau.programme.events.filters import EventFilter, RegistrationFilter, RequestFilter
from nhipcau.programme.events.views import EventCounts, EventRow, RegistrationRow, RequestRow
from nhipcau.programme.filters import Paging
from nhipcau.programme.views import Page

T = TypeVar("T")


class OfEvent(Collection[T], Protocol[T]):
    """Things that belong to an event."""

    def of_event(self, event_id: str, /) -> list[T]:
        """Return all of an event, by id."""
        ...


class Events(Collection[Event], Protocol):
    """Events."""

    def of_commitment(self, commitment_id: str, /) -> list[Event]:
        """Return the events under a commitment, by id."""
        ...

    def by_link_key(self, key: str, /) -> Event | None:
        """Return whose form a key (its SHA-256) opens; the empty key opens none."""
        ...


class Registrations(OfEvent[Registration], Protocol):
    """Registrations; at most one of an event, neither withdrawn nor joined into another, names an organisation.

    ``add`` and ``save`` raise ``Conflict("error.already-there")`` for a second one.
    """

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Registration]:
        """Return the registrations of these organisations, by id."""
        ...

    def of_people(self, person_ids: Iterable[str], /) -> list[Registration]:
        """Return the registrations that one of these people comes with, by id."""
        ...

    def by_calendar_key(self, key: str, /) -> Registration | None:
        """Return whose page a key (its SHA-256) opens; the empty key opens none."""
        ...


class Interpreters(OfEvent[Interpreter], Protocol):
    """Interpreters."""

    def of_people(self, person_ids: Iterable[str], /) -> list[Interpreter]:
        """Return the interpreters that are one of these people, by id."""
        ...

    def by_calendar_key(self, key: str, /) -> Interpreter | None:
        """Return whose page a key (its SHA-256) opens; the empty key opens none."""
        ...


class MeetingRequests(OfEvent[MeetingRequest], Protocol):
    """Requests; ``add`` raises ``Conflict("error.already-there")`` for a pair (either way round) that has one."""

    def of_pair(self, one: str, other: str, /) -> MeetingRequest | None:
        """Return the request between two registrations, whichever asked."""
        ...

    def of_registrations(self, registration_ids: Iterable[str], /) -> list[MeetingRequest]:
        """Return the requests in which one of these is a side, by id."""
        ...


class Timetables(OfEvent[Timetable], Protocol):
    """Timetables; ``add`` raises ``Conflict("error.already-there")`` for a number that an event has."""


class Meetings(Collection[Meeting], Protocol):
    """The meetings of timetables; a request stands in a timetable once ("error.already-there")."""

    def of_timetable(self, timetable_id: str, /) -> list[Meeting]:
        """Return a timetable's meetings by (starts, venue, id)."""
        ...

    def of_requests(self, timetable_id: str, request_ids: Iterable[str], /) -> list[Meeting]:
        """Return a timetable's meetings of these requests, by id."""
        ...

    def granting(self, request_id: str, /) -> list[Meeting]:
        """Return the meetings of a request in every timetable, by id."""
        ...


class MeetingReports(OfEvent[MeetingReport], Protocol):
    """What was said of meetings; ``add`` raises ``Conflict("error.already-there")`` for a second of one teller."""

    def of_requests(self, request_ids: Iterable[str], /) -> list[MeetingReport]:
        """Return what was said of these, by id."""
        ...


class Runs(OfEvent[Run], Protocol):
    """Orders to make timetables; no part of the history."""

    def to_work_on(self, silent_since: datetime, /) -> Run | None:
        """Return the oldest run that waits, or that was last alive before a moment and is neither done nor failed."""
        ...


class Notices(OfEvent[Notice], Protocol):
    """Who is to be told; no part of the history."""

    def unsent(self, limit: int, /) -> list[Notice]:
        """Return the oldest unsent notices, those with the fewest attempts first."""
        ...


class EventUnit(Protocol):
    """The collections of events within one unit of work."""

    @property
    def events(self) -> Events:
        """Return the events."""
        ...

    @property
    def registrations(self) -> Registrations:
        """Return the registrations."""
        ...

    @property
    def interpreters(self) -> Interpreters:
        """Return the interpreters."""
        ...

    @property
    def meeting_requests(self) -> MeetingRequests:
        """Return the requests."""
        ...

    @property
    def timetables(self) -> Timetables:
        """Return the timetables."""
        ...

    @property
    def meetings(self) -> Meetings:
        """Return the meetings of timetables."""
        ...

    @property
    def meeting_reports(self) -> MeetingReports:
        """Return what was said of meetings."""
        ...

    @property
    def runs(self) -> Runs:
        """Return the orders to make timetables."""
        ...

    @property
    def notices(self) -> Notices:
        """Return who is to be told."""
        ...


class EventReads(Protocol):
    """Questions of the pages of events; each takes a fixed, small number of queries."""

    def event_list(self, wanted: EventFilter, paging: Paging, /) -> Page[EventRow]:
        """Return events; sorts: starts (first session), title, created."""
        ...

    def event(self, event_id: str, /) -> Event | None:
        """Return one event as it is kept."""
        ...

    def event_counts(self, event_id: str, /, *, now: datetime) -> EventCounts:
        """Count what hangs on an event."""
        ...

    def registration_list(
        self, wanted: RegistrationFilter, paging: Paging, /, *, now: datetime
    ) -> Page[RegistrationRow]:
        """Return registrations; sorts: name (folded), created, requests."""
        ...

    def registrations(self, event_id: str, /) -> tuple[Registration, ...]:
        """Return all registrations of an event, by id."""
        ...

    def registration(self, registration_id: str, /) -> Registration | None:
        """Return one registration as it is kept."""
        ...

    def registration_by_key(self, key: str, /) -> Registration | None:
        """Return whose page a key opens (as ``Registrations.by_calendar_key``)."""
        ...

    def interpreters(self, event_id: str, /) -> tuple[Interpreter, ...]:
        """Return all interpreters of an event, by id."""
        ...

    def interpreter(self, interpreter_id: str, /) -> Interpreter | None:
        """Return one interpreter as it is kept."""
        ...

    def interpreter_by_key(self, key: str, /) -> Interpreter | None:
        """Return whose page a key opens."""
        ...

    def event_by_link_key(self, key: str, /) -> Event | None:
        """Return whose form a key opens."""
        ...

    def request_list(self, wanted: RequestFilter, paging: Paging, /, *, now: datetime) -> Page[RequestRow]:
        """Return requests; sorts: created, score, asker (folded name), asked."""
        ...

    def meeting_requests(self, event_id: str, /) -> tuple[MeetingRequest, ...]:
        """Return all requests of an event, by id."""
        ...

    def requests_of(self, registration_id: str, /) -> tuple[MeetingRequest, ...]:
        """Return the requests in which a registration is a side, by id."""
        ...

    def meeting_request(self, request_id: str, /) -> MeetingRequest | None:
        """Return one request as it is kept."""
        ...

    def timetables(self, event_id: str, /) -> tuple[Timetable, ...]:
        """Return an event's timetables, the newest first."""
        ...

    def timetable(self, timetable_id: str, /) -> Timetable | None:
        """Return one timetable as it is kept."""
        ...

    def meetings(self, timetable_id: str, /) -> tuple[Meeting, ...]:
        """Return a timetable's meetings by (starts, venue, id)."""
        ...

    def meetings_of(self, timetable_id: str, registration_id: str, /) -> tuple[Meeting, ...]:
        """Return the meetings of one registration in a timetable by start."""
        ...

    def runs(self, event_id: str, /) -> tuple[Run, ...]:
        """Return an event's runs, the newest first, each without its ``best``."""
        ...

    def run(self, run_id: str, /) -> Run | None:
        """Return one run without its ``best``."""
        ...

    def meeting_reports(self, event_id: str, /) -> tuple[MeetingReport, ...]:
        """Return what was said of an event's meetings, by id."""
        ...

    def notices(self, event_id: str, /) -> tuple[Notice, ...]:
        """Return who is to be told, or was, by id."""
        ...
