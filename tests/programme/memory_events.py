"""Events and what belongs to them come in; collections in memory that keep what ``programme.events.ports`` promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from typing_extensions import override

from nhipcau.facts.attendance import Interpreter, Notice, Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Run, RunState, Timetable
from tests.programme.memory_collection import MemoryCollection

T = TypeVar("T")


@dataclass
class Once(MemoryCollection[T]):
    """A collection in which something may be there once."""

    def key(self, thing: Any) -> object:
        """What is there once; ``None``: it may be there as often as it likes."""
        raise NotImplementedError

    def _free(self, thing: Any) -> None:
        key = self.key(thing)
        if key is not None and any(self.key(other) == key for other in self.rows.values() if other.id != thing.id):
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)

    @override
    def add(self, thing: Any, /) -> None:
        self._free(thing)
        super().add(thing)

    @override
    def save(self, thing: Any, /) -> T:
        self._free(thing)
        return super().save(thing)

    def of_event(self, event_id: str, /) -> list[T]:
        return self._where(lambda thing: thing.event_id == event_id)

    def _first(self, test: Callable[[Any], bool]) -> T | None:
        return next(iter(self._where(test)), None)


class MemoryEvents(MemoryCollection[Event]):
    def of_commitment(self, commitment_id: str, /) -> list[Event]:
        return self._where(lambda event: event.commitment_id == commitment_id)

    def by_link_key(self, key: str, /) -> Event | None:
        return next(iter(self._where(lambda event: bool(key) and event.link_key == key)), None)


class MemoryRegistrations(Once[Registration]):
    @override
    def key(self, thing: Registration) -> object:
        stands = thing.kept_for is None and thing.state is not RegistrationState.WITHDRAWN
        return (thing.event_id, thing.organisation_id) if stands and thing.organisation_id else None

    def of_organisations(self, organisation_ids: Iterable[str], /) -> list[Registration]:
        wanted = set(organisation_ids)
        return self._where(lambda registration: registration.organisation_id in wanted)

    def of_people(self, person_ids: Iterable[str], /) -> list[Registration]:
        wanted = set(person_ids)
        return self._where(lambda registration: any(one.person_id in wanted for one in registration.attendees))

    def by_calendar_key(self, key: str, /) -> Registration | None:
        return self._first(lambda registration: bool(key) and registration.calendar_key == key)


class MemoryInterpreters(Once[Interpreter]):
    @override
    def key(self, thing: Interpreter) -> object:
        return thing.calendar_key or None

    def of_people(self, person_ids: Iterable[str], /) -> list[Interpreter]:
        wanted = set(person_ids)
        return self._where(lambda interpreter: interpreter.person_id in wanted)

    def by_calendar_key(self, key: str, /) -> Interpreter | None:
        return self._first(lambda interpreter: bool(key) and interpreter.calendar_key == key)


class MemoryMeetingRequests(Once[MeetingRequest]):
    @override
    def key(self, thing: MeetingRequest) -> object:
        return frozenset((thing.asker_id, thing.asked_id))

    def of_pair(self, one: str, other: str, /) -> MeetingRequest | None:
        return self._first(lambda request: {request.asker_id, request.asked_id} == {one, other})

    def of_registrations(self, registration_ids: Iterable[str], /) -> list[MeetingRequest]:
        wanted = set(registration_ids)
        return self._where(lambda request: bool({request.asker_id, request.asked_id} & wanted))


class MemoryTimetables(Once[Timetable]):
    @override
    def key(self, thing: Timetable) -> object:
        return thing.event_id, thing.number


class MemoryMeetings(Once[Meeting]):
    @override
    def key(self, thing: Meeting) -> object:
        return thing.timetable_id, thing.request_id

    def of_timetable(self, timetable_id: str, /) -> list[Meeting]:
        mine = self._where(lambda meeting: meeting.timetable_id == timetable_id)
        return sorted(mine, key=lambda meeting: (meeting.starts, meeting.venue, meeting.id))

    def of_requests(self, timetable_id: str, request_ids: Iterable[str], /) -> list[Meeting]:
        wanted = set(request_ids)
        return self._where(lambda meeting: meeting.timetable_id == timetable_id and meeting.request_id in wanted)

    def granting(self, request_id: str, /) -> list[Meeting]:
        return self._where(lambda meeting: meeting.request_id == request_id)


class MemoryMeetingReports(Once[MeetingReport]):
    @override
    def key(self, thing: MeetingReport) -> object:
        return thing.request_id, thing.by_id

    def of_requests(self, request_ids: Iterable[str], /) -> list[MeetingReport]:
        wanted = set(request_ids)
        return self._where(lambda report: report.request_id in wanted)


class MemoryRuns(Once[Run]):
    @override
    def key(self, thing: Run) -> object:
        return None

    def to_work_on(self, silent_since: datetime, /) -> Run | None:
        def waits(run: Run) -> bool:
            silent = run.alive_at is None or run.alive_at < silent_since
            under_way = run.state in {RunState.RUNNING, RunState.STOPPING}
            return run.state is RunState.WAITING or (under_way and silent)

        return min(self._where(waits), key=lambda run: (run.asked_at, run.id), default=None)


class MemoryNotices(Once[Notice]):
    @override
    def key(self, thing: Notice) -> object:
        return (thing.event_id, thing.recipient_id) if thing.sent_at is None else None

    def unsent(self, limit: int, /) -> list[Notice]:
        waiting = self._where(lambda notice: notice.sent_at is None)
        return sorted(waiting, key=lambda notice: (notice.attempts, notice.created_at, notice.id))[:limit]
