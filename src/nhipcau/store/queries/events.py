"""Questions about events come in; lists, things and counts go out, as they are kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from nhipcau.facts.attendance import Interpreter, Notice, Registration, RegistrationState
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, RequestState, Run, Timetable
from nhipcau.programme.events.filters import EventFilter, RegistrationFilter, RequestFilter
from nhipcau.programme.events.views import EventCounts, RegistrationRow, RequestRow
from nhipcau.programme.events.views import EventRow as EventLine
from nhipcau.programme.filters import Paging
from nhipcau.programme.name_keys import folded
from nhipcau.programme.views import Page
from nhipcau.store import models
from nhipcau.store.queries.paging import Sort, by_moment, by_number, by_text, sliced
from nhipcau.store.rows.event import EVENTS, INTERPRETERS, MEETING_REQUESTS, REGISTRATIONS
from nhipcau.store.rows.timetable import MEETING_REPORTS, MEETINGS, NOTICES, RUNS, TIMETABLES

EVENT_SORTS: Final[dict[str, Sort]] = {
    "starts": by_moment("starts_at"),
    "title": by_text("sort_title"),
    "created": by_moment("created_at"),
}
REGISTRATION_SORTS: Final[dict[str, Sort]] = {
    "name": by_text("sort_name"),
    "created": by_moment("created_at"),
    "requests": by_number("requests"),
}
REQUEST_SORTS: Final[dict[str, Sort]] = {
    "created": by_moment("created_at"),
    "score": by_number("score"),
    "asker": by_text("asker__sort_name"),
    "asked": by_text("asked__sort_name"),
}


def event_list(wanted: EventFilter, paging: Paging) -> Page[EventLine]:
    """Return one page of events, in five queries."""
    asked = Q()
    if wanted.text:
        asked &= Q(sort_title__contains=folded(wanted.text))
    if wanted.state is not None:
        asked &= Q(state=wanted.state)
    if wanted.commitment_id is not None:
        asked &= Q(commitment_id=wanted.commitment_id)
    if wanted.organisation_id is not None:
        mine = models.RegistrationRow.objects.filter(organisation_id=wanted.organisation_id).values("event_id")
        registered = Q(pk__in=mine)
        asked &= registered | Q(state=EventState.OPEN) if wanted.open_or_registered else registered
    rows = models.EventRow.objects.filter(asked).select_related("commitment__agreement")
    found = sliced(rows, paging, EVENT_SORTS)
    ids = [row.pk for row in found.rows]
    registrations = _numbers(models.RegistrationRow.objects.filter(event_id__in=ids, kept_for=None))
    requests = _numbers(models.MeetingRequestRow.objects.filter(event_id__in=ids))
    items = tuple(
        EventLine(
            event=EVENTS.fact(row),
            agreement_id=row.commitment.agreement_id,
            agreement_title=row.commitment.agreement.title,
            registrations=registrations[row.pk],
            requests=requests[row.pk],
        )
        for row in found.rows
    )
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def _numbers(rows: QuerySet[Any]) -> Counter[str]:
    return Counter(dict(rows.order_by().values_list("event_id").annotate(number=Count("pk"))))


def event(event_id: str) -> Event | None:
    """Return one event, in one query."""
    row = models.EventRow.objects.filter(pk=event_id).first()
    return EVENTS.fact(row) if row is not None else None


def event_by_link_key(key: str) -> Event | None:
    """Return whose form a key opens, in one query."""
    row = models.EventRow.objects.filter(link_key=key).first() if key else None
    return EVENTS.fact(row) if row is not None else None


def event_counts(event_id: str, now: datetime) -> EventCounts:
    """Count what hangs on an event, in four queries."""
    standing = models.RegistrationRow.objects.filter(event_id=event_id, kept_for=None)
    registrations: Counter[RegistrationState] = Counter()
    attendees = 0
    for state, body in standing.values_list("state", "body"):
        registrations[RegistrationState(state)] += 1
        if state == RegistrationState.REGISTERED:
            attendees += len(body.get("attendees", ()))
    interpreters = models.InterpreterRow.objects.filter(event_id=event_id).values_list("body", flat=True)
    requests = models.MeetingRequestRow.objects.filter(event_id=event_id).values_list("state", "expires_at")
    return EventCounts(
        registrations=dict(registrations),
        attendees=attendees,
        interpreters=sum(not body.get("withdrawn", False) for body in interpreters),
        requests=dict(Counter(_as_of(state, expires_at, now) for state, expires_at in requests)),
    )


def _as_of(state: str, expires_at: datetime | None, now: datetime) -> RequestState:
    """Return the state of a request now: one that was not answered in time has expired."""
    expired = state == RequestState.ASKED and expires_at is not None and expires_at <= now
    return RequestState.EXPIRED if expired else RequestState(state)


def registration_list(wanted: RegistrationFilter, paging: Paging, now: datetime) -> Page[RegistrationRow]:
    """Return one page of registrations, in four queries."""
    asked = Q(event_id=wanted.event_id, kept_for=None)
    if wanted.text:
        asked &= Q(found_by__contains=folded(wanted.text))
    if wanted.side is not None:
        asked &= Q(side=wanted.side)
    if wanted.state is not None:
        asked &= Q(state=wanted.state)
    if wanted.walk_in is not None:
        asked &= Q(walk_in=wanted.walk_in)
    rows = models.RegistrationRow.objects.filter(asked)
    if paging.sort.removeprefix("-") == "requests":
        rows = rows.annotate(
            requests=Count("asked_set", distinct=True) + Count("asking_set", distinct=True),
        )
    found = sliced(rows, paging, REGISTRATION_SORTS)
    requests = _by_registration([row.pk for row in found.rows], now)
    items = tuple(
        RegistrationRow(registration=REGISTRATIONS.fact(row), requests=dict(requests[row.pk])) for row in found.rows
    )
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def _by_registration(ids: list[str], now: datetime) -> dict[str, Counter[RequestState]]:
    counted: dict[str, Counter[RequestState]] = defaultdict(Counter)
    rows = models.MeetingRequestRow.objects.filter(Q(asker_id__in=ids) | Q(asked_id__in=ids))
    for asker_id, asked_id, state, expires_at in rows.values_list("asker_id", "asked_id", "state", "expires_at"):
        for side in (asker_id, asked_id):
            counted[side][_as_of(state, expires_at, now)] += 1
    return counted


def registrations(event_id: str) -> tuple[Registration, ...]:
    """Return all registrations of an event, in one query."""
    return tuple(map(REGISTRATIONS.fact, models.RegistrationRow.objects.filter(event_id=event_id).order_by("pk")))


def registration(**asked: str) -> Registration | None:
    """Return one registration, in one query; nothing where an empty value is asked for."""
    row = models.RegistrationRow.objects.filter(**asked).first() if all(asked.values()) else None
    return REGISTRATIONS.fact(row) if row is not None else None


def interpreters(event_id: str) -> tuple[Interpreter, ...]:
    """Return all interpreters of an event, in one query."""
    return tuple(map(INTERPRETERS.fact, models.InterpreterRow.objects.filter(event_id=event_id).order_by("pk")))


def interpreter(**asked: str) -> Interpreter | None:
    """Return one interpreter, in one query; nothing where an empty value is asked for."""
    row = models.InterpreterRow.objects.filter(**asked).first() if all(asked.values()) else None
    return INTERPRETERS.fact(row) if row is not None else None


def request_list(wanted: RequestFilter, paging: Paging, now: datetime) -> Page[RequestRow]:
    """Return one page of requests, in three queries."""
    asked = Q(event_id=wanted.event_id)
    if wanted.text:
        text = folded(wanted.text)
        asked &= Q(asker__found_by__contains=text) | Q(asked__found_by__contains=text)
    if wanted.state is not None:
        asked &= _in_state(wanted.state, now)
    if wanted.registration_id is not None:
        asked &= Q(asker_id=wanted.registration_id) | Q(asked_id=wanted.registration_id)
    rows = models.MeetingRequestRow.objects.filter(asked).select_related("asker", "asked")
    found = sliced(rows, paging, REQUEST_SORTS)
    items = tuple(
        RequestRow(request=MEETING_REQUESTS.fact(row), asker_name=row.asker.name, asked_name=row.asked.name)
        for row in found.rows
    )
    return Page(items=items, next_cursor=found.next_cursor, total=found.total)


def _in_state(state: RequestState, now: datetime) -> Q:
    expired = Q(state=RequestState.ASKED, expires_at__lte=now)
    if state is RequestState.EXPIRED:
        return expired
    return Q(state=state) & ~expired


def meeting_requests(event_id: str) -> tuple[MeetingRequest, ...]:
    """Return all requests of an event, in one query."""
    rows = models.MeetingRequestRow.objects.filter(event_id=event_id).order_by("pk")
    return tuple(map(MEETING_REQUESTS.fact, rows))


def requests_of(registration_id: str) -> tuple[MeetingRequest, ...]:
    """Return the requests of one registration, in one query."""
    rows = models.MeetingRequestRow.objects.filter(Q(asker_id=registration_id) | Q(asked_id=registration_id))
    return tuple(map(MEETING_REQUESTS.fact, rows.order_by("pk")))


def meeting_request(request_id: str) -> MeetingRequest | None:
    """Return one request, in one query."""
    row = models.MeetingRequestRow.objects.filter(pk=request_id).first()
    return MEETING_REQUESTS.fact(row) if row is not None else None


def timetables(event_id: str) -> tuple[Timetable, ...]:
    """Return an event's timetables, the newest first, in one query."""
    return tuple(map(TIMETABLES.fact, models.TimetableRow.objects.filter(event_id=event_id).order_by("-number")))


def timetable(timetable_id: str) -> Timetable | None:
    """Return one timetable, in one query."""
    row = models.TimetableRow.objects.filter(pk=timetable_id).first()
    return TIMETABLES.fact(row) if row is not None else None


def meetings(timetable_id: str) -> tuple[Meeting, ...]:
    """Return a timetable's meetings by time and place, in one query."""
    rows = models.MeetingRow.objects.filter(timetable_id=timetable_id)
    return tuple(map(MEETINGS.fact, rows.order_by("starts", "venue", "pk")))


def meetings_of(timetable_id: str, registration_id: str) -> tuple[Meeting, ...]:
    """Return the meetings of one registration in a timetable, in one query."""
    mine = Q(asker_id=registration_id) | Q(asked_id=registration_id)
    rows = models.MeetingRow.objects.filter(mine, timetable_id=timetable_id)
    return tuple(map(MEETINGS.fact, rows.order_by("starts", "venue", "pk")))


def runs(event_id: str) -> tuple[Run, ...]:
    """Return an event's runs, the newest first, without their best, in one query."""
    rows = models.RunRow.objects.filter(event_id=event_id).order_by("-asked_at", "-pk")
    return tuple(_run(row) for row in rows.defer("best"))


def run(run_id: str) -> Run | None:
    """Return one run without its best, in one query."""
    row = models.RunRow.objects.filter(pk=run_id).defer("best").first()
    return _run(row) if row is not None else None


def _run(row: models.RunRow) -> Run:
    row.best = ""
    return RUNS.fact(row)


def meeting_reports(event_id: str) -> tuple[MeetingReport, ...]:
    """Return what was said of an event's meetings, in one query."""
    return tuple(map(MEETING_REPORTS.fact, models.MeetingReportRow.objects.filter(event_id=event_id).order_by("pk")))


def notices(event_id: str) -> tuple[Notice, ...]:
    """Return who is to be told, or was, in one query."""
    return tuple(map(NOTICES.fact, models.NoticeRow.objects.filter(event_id=event_id).order_by("pk")))
