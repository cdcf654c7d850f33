from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from nhipcau.facts.attendance import Attendee, Interpreter, Notice, Presence, PresenceKind, Registration, Window
from nhipcau.facts.attendance import RegistrationState as Stands
from nhipcau.facts.deal import Money
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventSide, EventState, Pause, Session, SessionKind, Venue, VenueKind
from nhipcau.facts.meeting import (
    Meeting,
    MeetingReport,
    MeetingRequest,
    NextStep,
    Outcome,
    RequestState,
    Run,
    RunState,
    Timetable,
    Ungranted,
    Wish,
)
from nhipcau.facts.scheduling import Aim, Level, Limit, OneMore
from nhipcau.programme.events.filters import EventFilter, RegistrationFilter, RequestFilter
from nhipcau.programme.filters import Paging
from nhipcau.programme.ports import Store
from tests.programme.samples import ANPHU, MIRAE, NOW, OFFICER, SONGHAN, TODAY, agreement, commitment

HOUR = timedelta(hours=1)
SESSION = Session(
    key="s1",
    kind=SessionKind.MORNING,
    starts=NOW + 2 * HOUR,
    ends=NOW + 5 * HOUR,
    slot_minutes=20,
    pauses=(Pause(starts=NOW + 3 * HOUR, ends=NOW + 4 * HOUR),),
    kinds=(VenueKind.TABLE,),
)


def event(key: str = "eve-1", **parts: object) -> Event:
    made = Event(
        id=key,
        commitment_id="com-1",
        title="Hội chợ kết nối",
        zone="Asia/Ho_Chi_Minh",
        other_zone="Asia/Seoul",
        created_at=NOW,
        created_by=OFFICER.id,
        sessions=(SESSION,),
        venues=(Venue(key="t1", kind=VenueKind.TABLE, name="Bàn 1", sessions=("s1",)),),
        requests_close=NOW + HOUR,
        link_key="k" * 64,
        state=EventState.OPEN,
    )
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of an event


def registration(key: str = "reg-1", **parts: object) -> Registration:
    person = Attendee(
        key="a1",
        name="Nguyễn Thị Hòa",
        languages=("vi", "en"),
        person_id="per-hoa",
        windows=(Window(starts=NOW, ends=NOW + HOUR),),
    )
    made = Registration(
        id=key,
        event_id="eve-1",
        name="Cơ khí An Phú",
        side=EventSide.HOST,
        created_at=NOW,
        created_by=OFFICER.id,
        organisation_id=ANPHU.id,
        attendees=(person,),
        presences=(Presence(kind=PresenceKind.LATE, starts=NOW, noted_at=NOW, noted_by="desk", ends=NOW + HOUR),),
        calendar_key="r" * 64,
    )
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of a registration


KOREAN = registration("reg-2", name="미래정밀", organisation_id=MIRAE.id, side=EventSide.GUEST, calendar_key="")
INTERPRETER = Interpreter(
    id="int-1",
    event_id="eve-1",
    name="Kim Min-ji",
    pairs=(("ko", "vi"), ("en", "ko")),
    created_at=NOW,
    created_by=OFFICER.id,
    cost=Decimal("45.50"),
    currency="USD",
    person_id="per-kim",
    calendar_key="i" * 64,
)
REQUEST = MeetingRequest(
    id="req-1",
    event_id="eve-1",
    asker_id="reg-1",
    asked_id="reg-2",
    created_at=NOW,
    created_by=OFFICER.id,
    wish=Wish.MUST,
    expires_at=NOW + HOUR,
    score=70,
    concepts=("moulding",),
)
TIMETABLE = Timetable(
    id="tim-1",
    event_id="eve-1",
    number=1,
    made_at=NOW,
    made_by=OFFICER.id,
    aims=(Aim(level=Level.WANTS, value=3, bound=2),),
    ungranted=(Ungranted(request_id="req-9", limit=Limit.INTERPRETERS, languages=("ko", "vi")),),
    one_more=(OneMore(limit=Limit.INTERPRETERS, grants=4, languages=("ko", "vi")),),
)
MEETING = Meeting(
    id="mee-1",
    timetable_id="tim-1",
    request_id="req-1",
    slot="s1:1",
    venue="t1",
    starts=NOW + 2 * HOUR,
    ends=NOW + 2 * HOUR + timedelta(minutes=20),
    asker_id="reg-1",
    asked_id="reg-2",
    interpreter_ids=("int-1",),
)
RUN = Run(id="run-1", event_id="eve-1", asked_at=NOW, asked_by=OFFICER.id, best='[["req-1","s1:1"]]')
REPORT = MeetingReport(
    id="rep-1",
    event_id="eve-1",
    request_id="req-1",
    by_id="reg-1",
    outcome=Outcome.HELD,
    reported_at=NOW,
    reported_by="reg-1",
    next_step=NextStep.SAMPLE,
    discussed=Money(amount=Decimal("12000.00"), currency="USD", on=TODAY),
)
NOTICE = Notice(id="not-1", event_id="eve-1", recipient_id="reg-1", created_at=NOW)


def fill(store: Store) -> None:
    """Keep one of each kind."""
    with store.unit() as unit:
        unit.organisations.add_many([ANPHU, MIRAE, SONGHAN])
        unit.agreements.add(agreement())
        unit.commitments.add(commitment())
        unit.events.add(event())
        unit.registrations.add_many([registration(), KOREAN])
        unit.interpreters.add(INTERPRETER)
        unit.meeting_requests.add(REQUEST)
        unit.timetables.add(TIMETABLE)
        unit.meetings.add_many([MEETING])
        unit.runs.add(RUN)
        unit.meeting_reports.add(REPORT)
        unit.notices.add(NOTICE)


def kept_of_events(store: Store) -> list[object]:
    """Return one of each kind as it is kept."""
    with store.unit() as unit:
        return [
            unit.events.of_commitment("com-1"),
            unit.registrations.of_event("eve-1"),
            unit.interpreters.of_event("eve-1"),
            unit.meeting_requests.of_event("eve-1"),
            unit.timetables.of_event("eve-1"),
            unit.meetings.of_timetable("tim-1"),
            unit.runs.of_event("eve-1"),
            unit.meeting_reports.of_event("eve-1"),
            unit.notices.of_event("eve-1"),
        ]


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def test_gives_everything_back_as_it_was(filled: Store) -> None:
    reads = filled.reads()
    assert reads.event("eve-1") == event()
    assert reads.registrations("eve-1") == (registration(), KOREAN)
    assert reads.registration("reg-2") == KOREAN
    assert reads.interpreters("eve-1") == (INTERPRETER,)
    assert reads.interpreter("int-1") == INTERPRETER
    assert reads.meeting_request("req-1") == REQUEST
    assert reads.meeting_requests("eve-1") == reads.requests_of("reg-2") == (REQUEST,)
    assert reads.timetable("tim-1") == TIMETABLE
    assert reads.timetables("eve-1") == (TIMETABLE,)
    assert reads.meetings("tim-1") == reads.meetings_of("tim-1", "reg-2") == (MEETING,)
    assert reads.meeting_reports("eve-1") == (REPORT,)
    assert reads.notices("eve-1") == (NOTICE,)
    for nothing in (reads.event("nobody"), reads.registration("nobody"), reads.timetable("nobody")):
        assert nothing is None


def test_reads_a_run_without_its_best_and_works_on_it_with_it(filled: Store) -> None:
    assert filled.reads().run("run-1") == replace(RUN, best="")
    assert filled.reads().runs("eve-1") == (replace(RUN, best=""),)
    with filled.unit() as unit:
        assert unit.runs.to_work_on(NOW) == RUN
        running = unit.runs.save(replace(RUN, state=RunState.RUNNING, alive_at=NOW))
        assert unit.runs.to_work_on(NOW) is None
        assert unit.runs.to_work_on(NOW + HOUR) == running
        unit.runs.save(replace(running, state=RunState.FINISHED))
        assert unit.runs.to_work_on(NOW + HOUR) is None


def test_a_secret_opens_what_it_belongs_to_and_the_empty_one_nothing(filled: Store) -> None:
    reads = filled.reads()
    assert reads.event_by_link_key("k" * 64) == event()
    assert reads.registration_by_key("r" * 64) == registration()
    assert reads.interpreter_by_key("i" * 64) == INTERPRETER
    for nothing in (reads.event_by_link_key(""), reads.registration_by_key(""), reads.interpreter_by_key("")):
        assert nothing is None
    with filled.unit() as unit:
        assert unit.events.by_link_key("k" * 64) == event()
        assert unit.registrations.by_calendar_key("r" * 64) == registration()
        assert unit.interpreters.by_calendar_key("i" * 64) == INTERPRETER
        for nothing in (unit.events.by_link_key(""), unit.registrations.by_calendar_key("")):
            assert nothing is None


def test_what_may_be_there_once_is_there_once(filled: Store) -> None:
    with filled.unit() as unit:
        with pytest.raises(Conflict, match="already-there"):
            unit.registrations.add(registration("reg-3", calendar_key=""))
        with pytest.raises(Conflict, match="already-there"):
            unit.meeting_requests.add(replace(REQUEST, id="req-2", asker_id="reg-2", asked_id="reg-1"))
        with pytest.raises(Conflict, match="already-there"):
            unit.timetables.add(replace(TIMETABLE, id="tim-2"))
        with pytest.raises(Conflict, match="already-there"):
            unit.meetings.add(replace(MEETING, id="mee-2"))
        with pytest.raises(Conflict, match="already-there"):
            unit.meeting_reports.add(replace(REPORT, id="rep-2"))
        with pytest.raises(Conflict, match="already-there"):
            unit.notices.add(replace(NOTICE, id="not-2"))
        stranger = registration("reg-6", organisation_id=None, calendar_key="", state=Stands.CLAIMED)
        unit.registrations.add(stranger)
        with pytest.raises(Conflict, match="already-there"):
            unit.registrations.save(replace(stranger, organisation_id=ANPHU.id))
        assert unit.registrations.get("reg-6") == stranger
        unit.registrations.add(registration("reg-4", calendar_key="", state=Stands.WITHDRAWN))
        unit.registrations.add(registration("reg-5", calendar_key="", kept_for="reg-1"))
        unit.notices.save(replace(NOTICE, sent_at=NOW))
        unit.notices.add(replace(NOTICE, id="not-2"))
        assert [notice.id for notice in unit.notices.unsent(9)] == ["not-2"]


def test_finds_what_belongs_together(filled: Store) -> None:
    with filled.unit() as unit:
        assert unit.events.of_commitment("com-1") == [event()]
        assert unit.registrations.of_organisations([MIRAE.id]) == [KOREAN]
        assert unit.registrations.of_people(["per-hoa", "nobody"]) == [registration(), KOREAN]
        assert unit.interpreters.of_people(["per-kim"]) == [INTERPRETER]
        assert not [*unit.registrations.of_people([]), *unit.registrations.of_people(["per"])]
        assert not unit.interpreters.of_people(["per"])
        assert unit.registrations.of_event("eve-1") == [registration(), KOREAN]
        assert unit.meeting_requests.of_pair("reg-2", "reg-1") == REQUEST
        assert unit.meeting_requests.of_registrations(["reg-1"]) == [REQUEST]
        assert unit.meetings.of_timetable("tim-1") == unit.meetings.of_requests("tim-1", ["req-1"]) == [MEETING]
        assert unit.meetings.granting("req-1") == [MEETING]
        assert unit.meeting_reports.of_requests(["req-1"]) == [REPORT]
        assert unit.organisations.burdens([SONGHAN.id, MIRAE.id]) == {SONGHAN.id: 1, MIRAE.id: 2}


def test_notices_who_was_faster(filled: Store) -> None:
    with filled.unit() as unit:
        assert unit.events.save(event(timetable_id="tim-1")).version == 2
        with pytest.raises(Conflict, match="changed-meanwhile"):
            unit.events.save(event(timetable_id="tim-2"))


def test_counts_as_of_a_moment(filled: Store) -> None:
    counts = filled.reads().event_counts("eve-1", now=NOW)
    assert counts.registrations == {Stands.REGISTERED: 2}
    assert (counts.attendees, counts.interpreters) == (2, 1)
    assert counts.requests == {RequestState.ASKED: 1}
    assert filled.reads().event_counts("eve-1", now=NOW + HOUR).requests == {RequestState.EXPIRED: 1}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EventFilter(), ["eve-2", "eve-1"]),
        (EventFilter(text="KẾT nối"), ["eve-1"]),
        (EventFilter(state=EventState.DRAFT), ["eve-2"]),
        (EventFilter(commitment_id="com-9"), []),
        (EventFilter(organisation_id=ANPHU.id), ["eve-1"]),
        (EventFilter(organisation_id="nobody"), []),
        (EventFilter(organisation_id="nobody", open_or_registered=True), ["eve-1"]),
    ],
)
def test_lists_events(filled: Store, wanted: EventFilter, expected: list[str]) -> None:
    later = event("eve-2", title="상담회", link_key="", state=EventState.DRAFT, created_at=NOW + HOUR)
    with filled.unit() as unit:
        unit.events.add(later)
    found = filled.reads().event_list(wanted, Paging(sort="-created"))
    assert [row.event.id for row in found.items] == expected
    for row in found.items:
        if row.event.id == "eve-1":
            assert (row.registrations, row.requests, row.agreement_title) == (2, 1, agreement().title)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (RegistrationFilter(event_id="eve-1"), ["reg-1", "reg-2"]),
        (RegistrationFilter(event_id="eve-1", text="an phú"), ["reg-1"]),
        (RegistrationFilter(event_id="eve-1", text="hoà"), ["reg-1", "reg-2"]),
        (RegistrationFilter(event_id="eve-1", side=EventSide.GUEST), ["reg-2"]),
        (RegistrationFilter(event_id="eve-1", state=Stands.WAITING), []),
        (RegistrationFilter(event_id="eve-1", walk_in=True), []),
        (RegistrationFilter(event_id="eve-9"), []),
    ],
)
@pytest.mark.parametrize("sort", ["name", "created", "requests"])
def test_lists_registrations(filled: Store, wanted: RegistrationFilter, expected: list[str], sort: str) -> None:
    found = filled.reads().registration_list(wanted, Paging(sort=sort), now=NOW)
    assert sorted(row.registration.id for row in found.items) == expected
    assert all(row.requests == {RequestState.ASKED: 1} for row in found.items)


@pytest.mark.parametrize(
    ("wanted", "later", "expected"),
    [
        (RequestFilter(event_id="eve-1"), False, ["req-1"]),
        (RequestFilter(event_id="eve-1", state=RequestState.ASKED), False, ["req-1"]),
        (RequestFilter(event_id="eve-1", state=RequestState.ASKED), True, []),
        (RequestFilter(event_id="eve-1", state=RequestState.EXPIRED), True, ["req-1"]),
        (RequestFilter(event_id="eve-1", registration_id="reg-2"), False, ["req-1"]),
        (RequestFilter(event_id="eve-1", registration_id="reg-9"), False, []),
        (RequestFilter(event_id="eve-1", text="미래"), False, ["req-1"]),
        (RequestFilter(event_id="eve-1", text="xyz"), False, []),
    ],
)
def test_lists_requests(filled: Store, wanted: RequestFilter, later: bool, expected: list[str]) -> None:
    now = NOW + HOUR if later else NOW
    for sort in ("created", "-score", "asker", "asked"):
        found = filled.reads().request_list(wanted, Paging(sort=sort), now=now)
        assert [row.request.id for row in found.items] == expected
        assert all((row.asker_name, row.asked_name) == ("Cơ khí An Phú", "미래정밀") for row in found.items)


def test_keeps_many_meetings_in_the_order_of_time_and_place(filled: Store) -> None:
    requests = [replace(REQUEST, id=f"r{n:05}", asker_id=f"a{n:05}", asked_id="reg-2") for n in range(300)]
    askers = [
        registration(one.asker_id, organisation_id=None, calendar_key="", name=f"Firm {n}")
        for n, one in enumerate(requests)
    ]
    meetings = [
        replace(MEETING, id=f"m{n:05}", request_id=one.id, asker_id=one.asker_id, starts=NOW - n * HOUR)
        for n, one in enumerate(requests)
    ]
    with filled.unit() as unit:
        unit.registrations.add_many(askers)
        unit.meeting_requests.add_many(requests)
        unit.meetings.add_many(meetings)
    found = filled.reads().meetings("tim-1")
    assert [meeting.id for meeting in found] == [*(meeting.id for meeting in reversed(meetings)), "mee-1"]
