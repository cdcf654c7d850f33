"""Events and what belongs to them come in within one unit of work, are kept, and come out again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, Q
from typing_extensions import override

from nhipcau.facts.attendance import Interpreter, Notice, Registration
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Run, RunState, Timetable
from nhipcau.store.collection import Rows
from nhipcau.store.models import (
    EventRow,
    InterpreterRow,
    MeetingReportRow,
    MeetingRequestRow,
    MeetingRow,
    NoticeRow,
    RegistrationRow,
    RunRow,
    TimetableRow,
)

Fact = TypeVar("Fact")
Row = TypeVar("Row", bound=Model)
UNDER_WAY = (RunState.RUNNING, RunState.STOPPING)


class OfEventRows(Rows[Fact, Row]):
    """Things that belong to an event."""

    def of_event(self, event_id: str, /) -> list[Fact]:
        """Return all of an event."""
        return self._listed(event_id=event_id)


class EventRows(Rows[Event, EventRow]):
    """Events."""

    def of_commitment(self, commitment_id: str, /) -> list[Event]:
        """Return the events under a commitment."""
        return self._listed(commitment_id=commitment_id)

    def by_link_key(self, key: str, /) -> Event | None:
        """Return whose form a key opens."""
        return next(iter(self._listed(link_key=key)), None) if key else None


class RegistrationRows(OfEventRows[Registration, RegistrationRow]):
    """Registrations."""

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Registration]:
        """Return the registrations of these organisations."""
        return self._listed(organisation_id__in=list(organisation_ids))

    def of_people(self, person_ids: Iterable[str], /) -> list[Registration]:
        """Return the registrations that one of these people comes with."""
        named = [Q(people__contains=f"|{person_id}|") for person_id in person_ids]
        return self._facts(self._rows().filter(reduce(or_, named)).order_by("pk")) if named else []

    @override
    def save(self, thing: Registration, /) -> Registration:
        """Store a changed registration; one may come to name an organisation that stands at the event already."""
        try:
            # A savepoint: the unit stays usable when the organisation is taken.
            with transaction.atomic():
                return super().save(thing)
        except IntegrityError as taken:
            raise Conflict("error.already-there", kind="registration", id=thing.id) from taken

    def by_calendar_key(self, key: str, /) -> Registration | None:
        """Return whose page a key opens."""
        return next(iter(self._listed(calendar_key=key)), None) if key else None


class InterpreterRows(OfEventRows[Interpreter, InterpreterRow]):
    """Interpreters."""

    def of_people(self, person_ids: Iterable[str], /) -> list[Interpreter]:
        """Return the interpreters that are one of these people."""
        return self._listed(person_id__in=list(person_ids))

    def by_calendar_key(self, key: str, /) -> Interpreter | None:
        """Return whose page a key opens."""
        return next(iter(self._listed(calendar_key=key)), None) if key else None


class MeetingRequestRows(OfEventRows[MeetingRequest, MeetingRequestRow]):
    """Requests."""

    def of_pair(self, one: str, other: str, /) -> MeetingRequest | None:
        """Return the request between two registrations."""
        lower, higher = sorted((one, other))
        return next(iter(self._listed(lower=lower, higher=higher)), None)

    def of_registrations(self, registration_ids: Iterable[str], /) -> list[MeetingRequest]:
        """Return the requests in which one of these is a side."""
        ids = list(registration_ids)
        return self._facts(self._rows().filter(Q(asker_id__in=ids) | Q(asked_id__in=ids)).order_by("pk"))


class TimetableRows(OfEventRows[Timetable, TimetableRow]):
    """Timetables."""


class MeetingRows(Rows[Meeting, MeetingRow]):
    """The meetings of timetables."""

    def of_timetable(self, timetable_id: str, /) -> list[Meeting]:
        """Return a timetable's meetings by time and place."""
        return self._facts(self._rows().filter(timetable_id=timetable_id).order_by("starts", "venue", "pk"))

    def of_requests(self, timetable_id: str, request_ids: Iterable[str], /) -> list[Meeting]:
        """Return a timetable's meetings of these requests."""
        return self._listed(timetable_id=timetable_id, request_id__in=list(request_ids))

    def granting(self, request_id: str, /) -> list[Meeting]:
        """Return the meetings of a request in every timetable."""
        return self._listed(request_id=request_id)


class MeetingReportRows(OfEventRows[MeetingReport, MeetingReportRow]):
    """What was said of meetings."""

    def of_requests(self, request_ids: Iterable[str], /) -> list[MeetingReport]:
        """Return what was said of these."""
        return self._listed(request_id__in=list(request_ids))


class RunRows(OfEventRows[Run, RunRow]):
    """Orders to make timetables."""

    def to_work_on(self, silent_since: datetime, /) -> Run | None:
        """Return the oldest run that waits or fell silent."""
        silent = Q(state__in=UNDER_WAY) & (Q(alive_at=None) | Q(alive_at__lt=silent_since))
        rows = self._rows().filter(Q(state=RunState.WAITING) | silent).order_by("asked_at", "pk")
        return next(iter(self._facts(rows[:1])), None)


class NoticeRows(OfEventRows[Notice, NoticeRow]):
    """Who is to be told."""

    def unsent(self, limit: int, /) -> list[Notice]:
        """Return the oldest unsent notices, those with the fewest attempts first."""
        return self._facts(self._rows().filter(sent_at=None).order_by("attempts", "created_at", "pk")[:limit])
