from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import Registration, RegistrationState, Window
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.event import Event
from nhipcau.programme.add_interpreter import add_interpreter
from nhipcau.programme.arguments import AttendeeParts
from nhipcau.programme.edit_event import edit_event
from nhipcau.programme.edit_interpreter import edit_interpreter
from nhipcau.programme.edit_registration import edit_registration
from nhipcau.programme.office import Office
from nhipcau.programme.register_for_event import register_for_event
from nhipcau.programme.renew_own_address import renew_own_address
from nhipcau.programme.withdraw_interpreter import withdraw_interpreter
from nhipcau.programme.withdraw_registration import withdraw_registration
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, ENTERPRISE, MIRAE, OFFICER, SONGHAN, STRANGER, VIEWER, need

HOA: AttendeeParts = {"name": "Nguyễn Thị Hòa", "languages": ["vi", "EN"], "email": "hoa@anphu.example"}


def kept(office: Office, registration_id: str) -> Registration:
    found = office.store.reads().registration(registration_id)
    assert found is not None
    return found


def mistakes(office: Office, registration: Registration, **parts: Any) -> dict[str, str]:
    with pytest.raises(InvalidFields) as refused:
        edit_registration(office, OFFICER, registration.id, **parts)
    return {name: message.code for name, message in refused.value.fields.items()}


def test_a_firm_registers_itself_and_no_other(office: Office, running: Event) -> None:
    mine = register_for_event(office, ENTERPRISE, running.id, ANPHU.id, side="host", attendees=[HOA], splits="true")
    assert mine.name == "Công ty TNHH An Phú"
    assert (mine.attendees[0].key, mine.attendees[0].languages, mine.splits) == ("a1", ("vi", "en"), True)
    with pytest.raises(NotAllowed):
        register_for_event(office, ENTERPRISE, running.id, MIRAE.id, side="guest")
    with pytest.raises(NotAllowed):
        register_for_event(office, VIEWER, running.id, MIRAE.id, side="guest")
    assert register_for_event(office, ADVISER, running.id, MIRAE.id, side="guest").side.value == "guest"


def test_before_it_is_open_the_office_alone_registers(office: Office, planned: Event) -> None:
    with pytest.raises(NotFound):
        register_for_event(office, ENTERPRISE, planned.id, ANPHU.id, side="host")
    assert register_for_event(office, OFFICER, planned.id, ANPHU.id, side="host").organisation_id == ANPHU.id


def test_a_firm_is_registered_once(office: Office, running: Event, host: Registration) -> None:
    with pytest.raises(Conflict, match=r"error\.registered-already"):
        register_for_event(office, OFFICER, running.id, ANPHU.id, side="host")


def test_who_comes_when_it_is_full_waits_and_moves_up(office: Office, running: Event, host: Registration) -> None:
    edit_event(office, OFFICER, running.id, most_organisations=1)
    waiting = register_for_event(office, OFFICER, running.id, MIRAE.id, side="guest")
    at_the_door = register_for_event(office, OFFICER, running.id, SONGHAN.id, walk_in=True, side="host")
    assert (waiting.state, at_the_door.state) == (RegistrationState.WAITING, RegistrationState.REGISTERED)
    withdraw_registration(office, ENTERPRISE, host.id)
    assert kept(office, waiting.id).state is RegistrationState.REGISTERED


def test_who_withdrew_comes_back_as_what_it_was(office: Office, running: Event, host: Registration) -> None:
    edit_registration(office, ENTERPRISE, host.id, attendees=[HOA])
    withdraw_registration(office, ENTERPRISE, host.id)
    with pytest.raises(Conflict, match=r"error\.registration-state"):
        withdraw_registration(office, ENTERPRISE, host.id)
    back = register_for_event(office, ENTERPRISE, running.id, ANPHU.id)
    assert (back.id, back.state, len(back.attendees)) == (host.id, RegistrationState.REGISTERED, 1)


def test_each_changes_its_own_registration(office: Office, host: Registration, guest: Registration) -> None:
    visitor = Actor(id="visitor", name="", role=Role.ENTERPRISE, attends=guest.id)
    assert edit_registration(office, visitor, guest.id, zone="Asia/Seoul").zone == "Asia/Seoul"
    for actor, theirs in ((visitor, host), (ENTERPRISE, guest), (STRANGER, host)):
        with pytest.raises(NotFound):
            edit_registration(office, actor, theirs.id, note="x")


def test_a_visitor_types_times_by_the_clock_at_home(office: Office, guest: Registration) -> None:
    late: AttendeeParts = {
        **HOA,
        "windows": [("2026-03-10 11:00", "2026-03-10 12:30")],
        "arrives": "2026-03-09 20:00",
    }
    changed = edit_registration(office, OFFICER, guest.id, zone="Asia/Seoul", attendees=[late])
    person = changed.attendees[0]
    ends = datetime(2026, 3, 10, 3, 30, tzinfo=UTC)
    assert person.windows == (Window(starts=datetime(2026, 3, 10, 2, 0, tzinfo=UTC), ends=ends),)
    assert person.arrives == datetime(2026, 3, 9, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("parts", "name", "code"),
    [
        ({"attendees": [{"name": "Hòa"}]}, "attendees.1.languages", "field.required"),
        ({"attendees": [{**HOA, "languages": ["viet"]}]}, "attendees.1.languages", "field.language-malformed"),
        ({"attendees": [{**HOA, "email": "hoa"}]}, "attendees.1.email", "field.mail-address"),
        ({"attendees": [{**HOA, "key": "a"}, {**HOA, "key": "a"}]}, "attendees.2.key", "field.key-taken"),
        ({"attendees": [{**HOA, "person_id": "per-x"}]}, "attendees.1.person_id", "field.person-unknown"),
        ({"attendees": [HOA] * 31}, "attendees", "field.too-many"),
        ({"least_meetings": 5, "most_meetings": 2}, "most_meetings", "field.most-below-least"),
        ({"side": "left"}, "side", "field.code-unknown"),
        ({"needs": ["need-of-nobody"]}, "needs", "field.item-of-another"),
        ({"state": "registered"}, "state", "field.unknown"),
    ],
)
def test_a_mistake_in_a_registration_is_named(
    office: Office, host: Registration, parts: dict[str, Any], name: str, code: str
) -> None:
    assert mistakes(office, host, **parts)[name] == code


def test_a_firm_brings_needs_of_its_own(office: Office, memory: MemoryStore, host: Registration) -> None:
    memory.put(need("need-1", organisation_id=ANPHU.id), need("need-2", organisation_id=MIRAE.id))
    assert edit_registration(office, ENTERPRISE, host.id, needs=["need-1", "need-1"]).needs == ("need-1",)
    assert mistakes(office, host, needs=["need-2"]) == {"needs": "field.item-of-another"}


def test_who_may_see_contacts_gets_the_own_address_which_is_kept_as_fingerprint(
    office: Office, host: Registration
) -> None:
    secret = renew_own_address(office, ENTERPRISE, host.id)
    assert len(kept(office, host.id).calendar_key) == 64
    assert secret not in kept(office, host.id).calendar_key
    with pytest.raises(NotFound):
        renew_own_address(office, STRANGER, host.id)
    with pytest.raises(NotAllowed):
        renew_own_address(office, VIEWER, host.id)


def test_an_interpreter_has_pairs_hours_a_cost_and_whom_not_to_serve(
    office: Office, running: Event, host: Registration
) -> None:
    kim = add_interpreter(
        office,
        OFFICER,
        running.id,
        name="Kim Min-ji",
        pairs=[("ko", "vi"), ("vi", "ko"), ("ko", "en")],
        cost="45.5",
        currency="usd",
        apart_from=[host.id],
        windows=[("2026-03-10 09:00", "2026-03-10 10:00")],
    )
    assert kim.pairs == (("ko", "vi"), ("ko", "en"))
    assert (kim.cost, kim.currency, kim.apart_from) == (Decimal("45.5"), "USD", (host.id,))
    assert edit_interpreter(office, OFFICER, kim.id, most_minutes=60).most_minutes == 60
    assert renew_own_address(office, OFFICER, kim.id)
    gone = withdraw_interpreter(office, OFFICER, kim.id)
    assert gone.withdrawn
    with pytest.raises(Conflict, match=r"error\.interpreter-withdrawn"):
        withdraw_interpreter(office, OFFICER, kim.id)


def test_mistakes_of_an_interpreter_are_named_at_once(office: Office, running: Event) -> None:
    with pytest.raises(InvalidFields) as refused:
        add_interpreter(
            office,
            OFFICER,
            running.id,
            pairs=[("ko", "ko")],
            cost="-1",
            rest_minutes="",
            apart_from=["reg-x"],
            email="kim",
        )
    assert {name: message.code for name, message in refused.value.fields.items()} == {
        "name": "field.required",
        "pairs.1": "field.language-pair",
        "pairs": "field.required",
        "cost": "field.number-malformed",
        "currency": "field.required",
        "rest_minutes": "field.required",
        "apart_from": "field.registration-unknown",
        "email": "field.mail-address",
    }


def test_a_demo_firm_at_a_real_event_is_real(office: Office, memory: MemoryStore, running: Event) -> None:
    memory.put(replace(ANPHU, id="org-demo", demo=True))
    register_for_event(office, OFFICER, running.id, "org-demo", side="host")
    assert not memory.tables.organisations["org-demo"].demo
