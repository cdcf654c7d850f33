from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import RequestState
from nhipcau.programme.add_interpreter import add_interpreter
from nhipcau.programme.arguments import AttendeeParts
from nhipcau.programme.claim_place import claim_place
from nhipcau.programme.confirm_claim import confirm_claim
from nhipcau.programme.join_registrations import join_registrations
from nhipcau.programme.office import Office
from nhipcau.programme.open_event import open_event
from nhipcau.programme.plan_event import plan_event
from nhipcau.programme.ports import Store
from nhipcau.programme.queries.event_list import event_list
from nhipcau.programme.queries.event_page import event_page
from nhipcau.programme.queries.own_page import own_page
from nhipcau.programme.queries.registration_list import registration_list
from nhipcau.programme.queries.request_list import request_list
from nhipcau.programme.refuse_meeting import refuse_meeting
from nhipcau.programme.register_for_event import register_for_event
from nhipcau.programme.renew_event_link import renew_event_link
from nhipcau.programme.request_meeting import request_meeting
from nhipcau.programme.undo import undo
from nhipcau.programme.work import collection_of
from tests.programme.fakes import memory_office
from tests.programme.hosting.conftest import MORNING, TABLE
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, ENTERPRISE, MIRAE, OFFICER, SONGHAN, agreement, commitment

KOREAN = Actor(id="u-mirae", name="미래", role=Role.ENTERPRISE, organisation_id=MIRAE.id, language="ko")


@pytest.fixture
def office(store: Store) -> Office:
    """Return an office of either store, with three bodies and a commitment."""
    with store.unit() as unit:
        for thing in (ANPHU, SONGHAN, MIRAE, agreement(), commitment()):
            collection_of(unit, thing).add(thing)
    return replace(memory_office(MemoryStore()), store=store)


@pytest.fixture
def running(office: Office) -> Event:
    """Return an open event."""
    made = plan_event(office, OFFICER, "com-1", title="Kết nối", zone="UTC", sessions=[MORNING], venues=[TABLE])
    return open_event(office, OFFICER, made.id)


def test_an_event_is_set_up_and_asked_for_in_every_store(office: Office, running: Event) -> None:
    host = register_for_event(office, ENTERPRISE, running.id, ANPHU.id, side="host")
    guest = register_for_event(office, OFFICER, running.id, MIRAE.id, side="guest")
    add_interpreter(office, OFFICER, running.id, name="Kim", pairs=[("ko", "vi")], apart_from=[host.id])
    request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must")
    both = request_meeting(office, KOREAN, guest.id, host.id)
    assert both.state is RequestState.ACCEPTED
    page = event_page(office, OFFICER, running.id)
    assert page.counts is not None
    assert (page.counts.interpreters, page.counts.requests) == (1, {RequestState.ACCEPTED: 1})
    assert [row.event.id for row in event_list(office, ENTERPRISE).items] == [running.id]
    assert len(registration_list(office, ENTERPRISE, running.id, search="미래").items) == 1
    refuse_meeting(office, KOREAN, guest.id, host.id)
    with pytest.raises(Conflict, match=r"error\.meeting-refused"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)
    assert request_list(office, OFFICER, running.id, state="refused").total == 1


def test_a_claim_is_joined_and_comes_apart_in_every_store(office: Office, running: Event) -> None:
    guest = register_for_event(office, OFFICER, running.id, MIRAE.id, side="guest")
    kim: AttendeeParts = {"name": "Kim", "languages": ["ko"], "phone": "02-1"}
    link = renew_event_link(office, OFFICER, running.id)
    claim = claim_place(office, link, name="Mirae", side="guest", attendees=[kim])
    with pytest.raises(Conflict, match=r"error\.registered-already"):
        confirm_claim(office, OFFICER, claim.registration.id, organisation_id=MIRAE.id)
    host = register_for_event(office, OFFICER, running.id, ANPHU.id, side="host")
    join_registrations(office, OFFICER, guest.id, claim.registration.id)
    with office.store.unit() as unit:
        joined = unit.changes.of("registration", claim.registration.id)[-1].batch
    assert own_page(office, claim.secret).attending.comes_as.id == guest.id
    undo(office, OFFICER, joined)
    assert own_page(office, claim.secret).attending.comes_as.id == claim.registration.id
    sure = confirm_claim(office, OFFICER, claim.registration.id, organisation_id=SONGHAN.id)
    assert (sure.state, host.state) == (RegistrationState.REGISTERED, RegistrationState.REGISTERED)
