"""A grid shows every meeting of its session where it is held and for everybody who sits in it, and no other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from nhipcau.facts.event import Event, Session, SessionKind, Venue, VenueKind
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.events.grid import people_grid, room_grid

NINE = datetime(2027, 3, 4, 2, 0, tzinfo=UTC)


def session(key: str, starts: datetime, *kinds: VenueKind) -> Session:
    ends = starts + timedelta(hours=1)
    return Session(key=key, kind=SessionKind.MORNING, starts=starts, ends=ends, slot_minutes=30, kinds=kinds)


EVENT = Event(
    id="e",
    commitment_id="c",
    title="Gặp gỡ",
    zone="Asia/Ho_Chi_Minh",
    created_at=NINE,
    created_by="u",
    sessions=(session("am", NINE, VenueKind.TABLE), session("web", NINE + timedelta(hours=8))),
    venues=(
        Venue(key="w", kind=VenueKind.ONLINE, name="Phòng trực tuyến", sessions=("web",)),
        Venue(key="t2", kind=VenueKind.TABLE, name="Bàn 2"),
        Venue(key="t1", kind=VenueKind.TABLE, name="Bàn 1", seats=2),
    ),
)


def meeting(request: str, slot: str, venue: str, asked: str = "b", interpreters: tuple[str, ...] = ()) -> Meeting:
    return Meeting(
        id=f"m-{request}",
        timetable_id="t",
        request_id=request,
        slot=slot,
        venue=venue,
        starts=NINE,
        ends=NINE,
        asker_id="a",
        asked_id=asked,
        interpreter_ids=interpreters,
    )


def test_rooms_that_are_open_in_the_session_stand_in_the_events_order() -> None:
    grid = room_grid(EVENT, "am", ())
    assert [row.id for row in grid.rows] == ["t2", "t1"]
    assert [slot.key for slot in grid.slots] == ["am:1", "am:2"]


def test_meetings_of_other_sessions_are_left_out() -> None:
    grid = room_grid(EVENT, "am", (meeting("r1", "am:2", "t1"), meeting("r2", "web:1", "w")))
    assert {place: [one.request_id for one in of] for place, of in grid.cells.items()} == {("t1", "am:2"): ["r1"]}


def test_a_room_with_two_seats_holds_two_meetings_in_a_slot() -> None:
    grid = room_grid(EVENT, "am", (meeting("r1", "am:1", "t1"), meeting("r2", "am:1", "t1", asked="c")))
    assert [one.request_id for one in grid.cells["t1", "am:1"]] == ["r1", "r2"]


def test_a_meeting_in_a_room_that_is_closed_then_is_shown_nevertheless() -> None:
    grid = room_grid(EVENT, "am", (meeting("r1", "am:1", "w"),))
    assert [row.id for row in grid.rows] == ["t2", "t1", "w"]


def test_a_meeting_stands_with_both_sides_and_each_of_its_interpreters() -> None:
    held = meeting("r1", "am:1", "t1", interpreters=("i1", "i2"))
    grid = people_grid(EVENT, "am", (held,), {"a": "An", "b": "Bình", "c": "Chi"}, {"i1": "Lan", "i2": "Hà"})
    assert {row for row, _ in grid.cells} == {"a", "b", "i1", "i2"}


def test_registrations_stand_by_name_before_interpreters_by_name() -> None:
    grid = people_grid(EVENT, "am", (), {"a": "bình", "b": "An"}, {"i1": "Lan", "i2": "Hà"})
    assert [(row.kind, row.id) for row in grid.rows] == [
        ("registration", "b"),
        ("registration", "a"),
        ("interpreter", "i2"),
        ("interpreter", "i1"),
    ]
