"""Nothing but the wish comes in; who has not answered a meeting request at half time is written to, once each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Unavailable
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import MeetingRequest, RequestState
from nhipcau.programme.events.filters import EventFilter
from nhipcau.programme.filters import Paging
from nhipcau.programme.hosting.requesting import state_at
from nhipcau.programme.office import Office
from nhipcau.programme.views import DigestsSent, Letter

_PAGE: Final = 50

Writer: TypeAlias = Callable[[Event, Registration, tuple[MeetingRequest, ...]], Letter]


def remind_of_requests(office: Office, write: Writer) -> DigestsSent:
    """Send the letters that are due; ``write`` puts what waits into words of the reader's language.

    Called twice it sends nothing twice. A letter that cannot be sent is due again the next time, and keeps no other
    one back; ``quiet`` are those who left no address.
    """
    if office.mailer is None:
        raise Unavailable("error.mail-failed")
    became: Counter[str] = Counter()
    for event in _open_events(office):
        for asked, waiting in _due(office, event):
            became[_told(office, write, event, asked, waiting)] += 1
    return DigestsSent(sent=became["sent"], quiet=became["quiet"], failed=became["failed"])


def _open_events(office: Office) -> Iterator[Event]:
    cursor: str | None = None
    while True:
        paging = Paging(sort="created", cursor=cursor, limit=_PAGE)
        page = office.store.reads().event_list(EventFilter(state=EventState.OPEN), paging)
        yield from (row.event for row in page.items)
        cursor = page.next_cursor
        if cursor is None:
            return


def _due(office: Office, event: Event) -> list[tuple[Registration, tuple[MeetingRequest, ...]]]:
    """Return who is asked, with the requests that wait for them and are past half of their time."""
    reads, now = office.store.reads(), office.clock.now()
    of: dict[str, list[MeetingRequest]] = {}
    for request in reads.meeting_requests(event.id):
        if (
            request.reminded_at is None
            and state_at(request, now) is RequestState.ASKED
            and _is_late(event, request, now)
        ):
            of.setdefault(request.asked_id, []).append(request)
    there = {one.id: one for one in reads.registrations(event.id)}
    return [
        (there[key], tuple(waiting))
        for key, waiting in sorted(of.items())
        if there[key].state is RegistrationState.REGISTERED
    ]


def _is_late(event: Event, request: MeetingRequest, now: datetime) -> bool:
    if request.expires_at is None:
        return False
    whole = min(timedelta(hours=event.answer_hours), request.expires_at - request.created_at)
    return now >= request.expires_at - whole / 2


def _told(office: Office, write: Writer, event: Event, asked: Registration, waiting: tuple[MeetingRequest, ...]) -> str:
    """Write to one side; that it was reminded is kept before the next one's turn."""
    address = next((one.email for one in asked.attendees if one.email), "")
    if not address:
        return "quiet"
    try:
        if office.mailer is not None:
            office.mailer.send(address, write(event, asked, waiting))
    except Unavailable:
        return "failed"
    at = office.clock.now()
    with office.store.unit() as unit:
        unit.alone()
        for known in unit.meeting_requests.get_many([one.id for one in waiting]).values():
            if known.state is RequestState.ASKED:
                unit.meeting_requests.save(replace(known, reminded_at=at))
    return "sent"
