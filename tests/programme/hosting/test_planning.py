from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import Meeting, Timetable
from nhipcau.programme.arguments import SessionParts
from nhipcau.programme.cancel_event import cancel_event
from nhipcau.programme.edit_event import edit_event
from nhipcau.programme.finish_event import finish_event
from nhipcau.programme.office import Office
from nhipcau.programme.open_event import open_event
from nhipcau.programme.plan_event import plan_event
from nhipcau.programme.renew_event_link import renew_event_link
from tests.programme.hosting.conftest import MORNING, TABLE
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, NOW, OFFICER


def mistakes(office: Office, **parts: Any) -> dict[str, str]:
    whole = {"title": "Kết nối", "zone": "Asia/Ho_Chi_Minh", **parts}
    with pytest.raises(InvalidFields) as refused:
        plan_event(office, OFFICER, "com-1", **whole)
    return {name: message.code for name, message in refused.value.fields.items()}


def test_times_are_typed_by_the_clock_of_the_event_and_kept_in_utc(planned: Event) -> None:
    session = planned.sessions[0]
    assert (session.key, planned.venues[0].key) == ("s1", "v1")
    assert session.starts == datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
    assert planned.requests_close == datetime(2026, 3, 8, 11, 0, tzinfo=UTC)
    assert planned.state is EventState.DRAFT


def test_an_event_needs_a_title_a_known_zone_and_its_commitment(office: Office, bodies: None) -> None:
    assert mistakes(office, title=" ", zone="Hanoi") == {"title": "field.required", "zone": "field.zone-unknown"}
    with pytest.raises(NotFound):
        plan_event(office, OFFICER, "com-none", title="x", zone="UTC")


@pytest.mark.parametrize(
    ("changed", "name", "code"),
    [
        ({"starts": "12:00"}, "ends", "field.ends-before-start"),
        ({"starts": "quarter past"}, "starts", "field.time-malformed"),
        ({"slot_minutes": 150}, "slot_minutes", "field.session-without-slot"),
        ({"slot_minutes": 4}, "slot_minutes", "field.number-between"),
        ({"pauses": [("08:00", "09:30")]}, "pauses", "field.pause-outside"),
        ({"pauses": [("09:10", "09:40"), ("09:30", "10:00")]}, "pauses", "field.pauses-overlap"),
        ({"kinds": ["tent"]}, "kinds", "field.code-unknown"),
        ({"length": 3}, "length", "field.unknown"),
    ],
)
def test_a_mistake_in_a_session_is_named_in_its_row(
    office: Office, bodies: None, changed: dict[str, Any], name: str, code: str
) -> None:
    assert mistakes(office, sessions=[{**MORNING, **changed}])[f"sessions.1.{name}"] == code


def test_sessions_side_by_side_need_other_kinds_of_place(office: Office, bodies: None) -> None:
    visits: SessionParts = {**MORNING, "slot_minutes": 60, "kinds": ["factory"]}
    assert mistakes(office, sessions=[MORNING, visits]) == {"sessions": "field.sessions-overlap"}
    tables: SessionParts = {**MORNING, "kinds": ["table"]}
    made = plan_event(office, OFFICER, "com-1", title="x", zone="UTC", sessions=[tables, visits])
    assert len(made.sessions) == 2


def test_hours_that_a_clock_skips_or_shows_twice_are_refused(office: Office, bodies: None) -> None:
    skipped = mistakes(office, zone="Europe/Berlin", sessions=[{**MORNING, "on": "2026-03-29", "starts": "02:30"}])
    assert skipped == {"sessions.1.starts": "field.time-skipped"}
    assert mistakes(office, zone="Europe/Berlin", requests_close="25/10/2026 02:30") == {
        "requests_close": "field.time-twice"
    }
    made = plan_event(
        office, OFFICER, "com-1", title="x", zone="Europe/Berlin", requests_close="2026-10-25T02:30+01:00"
    )
    assert made.requests_close == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_event_has_measure(office: Office, bodies: None) -> None:
    days = [{**MORNING, "on": f"2026-03-{day:02}"} for day in range(1, 17)]
    assert mistakes(office, sessions=days) == {"sessions": "field.days-most"}
    short = [{**MORNING, "starts": f"{hour:02}:00", "ends": f"{hour:02}:59", "slot_minutes": 5} for hour in range(23)]
    many = [{**row, "on": day} for day in ("2026-03-01", "2026-03-02") for row in short]
    assert mistakes(office, sessions=many) == {"sessions": "field.slots-most"}
    assert mistakes(office, venues=[TABLE] * 501) == {"venues": "field.too-many"}


def test_a_table_names_sessions_and_registrations_that_are_there(office: Office, bodies: None) -> None:
    found = mistakes(office, sessions=[MORNING], venues=[{**TABLE, "sessions": ["s9"], "registration_id": "reg-x"}])
    assert found == {
        "venues.1.sessions": "field.code-unknown",
        "venues.1.registration_id": "field.registration-unknown",
    }


def test_requests_close_after_they_open(office: Office, bodies: None) -> None:
    found = mistakes(office, requests_open="2026-03-09 08:00", requests_close="2026-03-08 08:00")
    assert found == {"requests_close": "field.ends-before-start"}


def test_an_event_opens_once_there_is_a_time_and_a_place(office: Office, planned: Event) -> None:
    bare = plan_event(office, OFFICER, "com-1", title="x", zone="UTC")
    with pytest.raises(Conflict, match=r"error\.event-unfinished"):
        open_event(office, OFFICER, bare.id)
    assert open_event(office, OFFICER, planned.id).state is EventState.OPEN
    with pytest.raises(Conflict, match=r"error\.event-state"):
        open_event(office, OFFICER, planned.id)
    assert finish_event(office, OFFICER, planned.id).state is EventState.FINISHED
    with pytest.raises(Conflict, match=r"error\.event-state"):
        cancel_event(office, OFFICER, planned.id)
    with pytest.raises(Conflict, match=r"error\.event-state"):
        edit_event(office, OFFICER, planned.id, title="y")


def test_officers_plan_and_nobody_else(office: Office, planned: Event) -> None:
    for actor in (ADVISER, ENTERPRISE):
        with pytest.raises(NotAllowed):
            edit_event(office, actor, planned.id, title="y")


def test_two_officers_editing_at_once_do_not_overwrite_one_another(office: Office, planned: Event) -> None:
    edit_event(office, OFFICER, planned.id, version=planned.version, place="Đà Nẵng")
    with pytest.raises(Conflict, match=r"error\.changed-meanwhile"):
        edit_event(office, OFFICER, planned.id, version=planned.version, place="Huế")


def test_a_slot_or_a_table_with_a_meeting_does_not_go(office: Office, memory: MemoryStore, planned: Event) -> None:
    slot = planned.sessions[0]
    memory.put(
        Timetable(id="tim-1", event_id=planned.id, number=3, made_at=NOW, made_by="u"),
        Meeting(
            id="mee-1",
            timetable_id="tim-1",
            request_id="req-1",
            slot="s1:1",
            venue="v1",
            starts=slot.starts,
            ends=datetime(2026, 3, 10, 2, 30, tzinfo=UTC),
            asker_id="reg-1",
            asked_id="reg-2",
        ),
    )
    longer = edit_event(office, OFFICER, planned.id, sessions=[{**MORNING, "ends": "12:00"}])
    assert longer.sessions[0].ends == datetime(2026, 3, 10, 5, 0, tzinfo=UTC)
    for parts in ({"sessions": [{**MORNING, "starts": "09:15"}]}, {"venues": [{**TABLE, "key": "v2"}]}):
        with pytest.raises(Conflict, match=r"error\.event-meetings"):
            edit_event(office, OFFICER, planned.id, **parts)  # type: ignore[arg-type]  # parts of an event


def test_the_address_of_the_form_is_kept_as_its_fingerprint_alone(office: Office, planned: Event) -> None:
    first, second = renew_event_link(office, OFFICER, planned.id), renew_event_link(office, OFFICER, planned.id)
    kept = office.store.reads().event(planned.id)
    assert kept is not None
    assert first != second
    assert second not in kept.link_key
    assert len(kept.link_key) == 64
