from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import Registration
from nhipcau.facts.errors import InvalidFields, NotAllowed, NotFound
from nhipcau.facts.event import Event
from nhipcau.facts.market import ItemState
from nhipcau.facts.meeting import RequestState
from nhipcau.programme.add_interpreter import add_interpreter
from nhipcau.programme.answer_request import answer_request
from nhipcau.programme.arguments import AttendeeParts
from nhipcau.programme.edit_registration import edit_registration
from nhipcau.programme.office import Office
from nhipcau.programme.queries.attends import attends
from nhipcau.programme.queries.event_form import event_form
from nhipcau.programme.queries.event_list import event_list
from nhipcau.programme.queries.event_page import event_page
from nhipcau.programme.queries.interpreter_list import interpreter_list
from nhipcau.programme.queries.own_page import own_page
from nhipcau.programme.queries.registration_list import registration_list
from nhipcau.programme.queries.registration_page import registration_page
from nhipcau.programme.queries.request_list import request_list
from nhipcau.programme.refuse_meeting import refuse_meeting
from nhipcau.programme.renew_event_link import renew_event_link
from nhipcau.programme.renew_own_address import renew_own_address
from nhipcau.programme.request_meeting import request_meeting
from nhipcau.programme.withdraw_registration import withdraw_registration
from tests.programme.fakes import StillClock
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    ENTERPRISE,
    MIRAE,
    NOW,
    OFFICER,
    STRANGER,
    VIEWER,
    offer,
)

KOREAN = Actor(id="u-mirae", name="미래", role=Role.ENTERPRISE, organisation_id=MIRAE.id, language="ko")
KIM: AttendeeParts = {"name": "Kim", "languages": ["ko"], "email": "kim@mirae.example", "phone": "02-1"}


def test_an_event_is_listed_for_enterprises_once_it_is_open(office: Office, planned: Event) -> None:
    assert [row.event.id for row in event_list(office, VIEWER).items] == [planned.id]
    assert event_list(office, STRANGER).items == ()
    with pytest.raises(NotFound):
        event_page(office, STRANGER, planned.id)
    with pytest.raises(InvalidFields):
        event_list(office, VIEWER, sort="colour")


def test_the_page_of_an_event_says_what_one_comes_as_and_may(
    office: Office, running: Event, host: Registration
) -> None:
    mine, theirs = event_page(office, ENTERPRISE, running.id), event_page(office, OFFICER, running.id)
    assert (len(mine.slots), mine.takes_requests, mine.own, mine.counts) == (4, True, (host,), None)
    assert mine.may == frozenset()
    assert "event.desk" in theirs.may
    assert theirs.counts is not None


def test_others_see_who_comes_without_contacts_or_what_is_their_own_business(
    office: Office, running: Event, host: Registration, guest: Registration
) -> None:
    edit_registration(office, OFFICER, guest.id, attendees=[KIM], note="chỉ buổi sáng", zone="Asia/Seoul")
    request_meeting(office, ENTERPRISE, host.id, guest.id)
    rows = {row.registration.id: row for row in registration_list(office, ENTERPRISE, running.id).items}
    seen = rows[guest.id].registration
    assert (seen.name, seen.note, seen.zone, rows[guest.id].requests) == (guest.name, "", "", {})
    assert [(one.name, one.email, one.phone, one.languages) for one in seen.attendees] == [("", "", "", ("ko",))]
    assert rows[host.id].requests == {RequestState.ASKED: 1}
    viewed = {row.registration.id: row.registration for row in registration_list(office, VIEWER, running.id).items}
    assert viewed[guest.id].attendees[0].email == ""
    helped = {row.registration.id: row.registration for row in registration_list(office, ADVISER, running.id).items}
    assert helped[guest.id].attendees[0].email == "kim@mirae.example"
    with pytest.raises(InvalidFields):
        registration_list(office, ENTERPRISE, running.id, sort="requests")


def test_who_is_not_sure_to_come_is_not_told_of(office: Office, running: Event, guest: Registration) -> None:
    withdraw_registration(office, KOREAN, guest.id)
    assert registration_list(office, ENTERPRISE, running.id, state="withdrawn").items == ()
    with pytest.raises(NotFound):
        registration_page(office, ENTERPRISE, guest.id)
    assert registration_page(office, KOREAN, guest.id).registration.id == guest.id


def test_what_a_firm_brings_in_confidence_is_not_shown_beside_its_name(
    office: Office, memory: MemoryStore, running: Event, guest: Registration
) -> None:
    told = offer("offer-1", organisation_id=MIRAE.id, state=ItemState.PUBLISHED)
    memory.put(told, replace(told, id="offer-2", confidential=True))
    edit_registration(office, OFFICER, guest.id, offers=["offer-1", "offer-2"])
    assert [row.item.id for row in registration_page(office, ENTERPRISE, guest.id).offers] == ["offer-1"]
    assert len(registration_page(office, KOREAN, guest.id).offers) == 2


def test_an_offer_in_confidence_cannot_be_found_out_by_asking(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    memory.put(offer("offer-2", organisation_id=MIRAE.id, state=ItemState.PUBLISHED, confidential=True))
    with pytest.raises(InvalidFields):
        request_meeting(office, ENTERPRISE, host.id, guest.id, offer_id="offer-2")


def test_a_side_is_not_told_of_a_no_thanks(
    office: Office, running: Event, host: Registration, guest: Registration
) -> None:
    refuse_meeting(office, KOREAN, guest.id, host.id, reason="competitor")
    assert request_list(office, ENTERPRISE, running.id).items == ()
    assert len(request_list(office, KOREAN, running.id).items) == 1
    assert request_list(office, OFFICER, running.id).items[0].request.state is RequestState.REFUSED


def test_who_asked_and_was_told_no_thanks_reads_a_no_without_a_reason(
    office: Office, running: Event, host: Registration, guest: Registration
) -> None:
    request_meeting(office, ENTERPRISE, host.id, guest.id)
    refuse_meeting(office, KOREAN, guest.id, host.id, reason="competitor")
    told = request_list(office, ENTERPRISE, running.id, state="declined").items[0].request
    assert (told.state, told.reason) == (RequestState.DECLINED, None)


def test_a_side_sees_its_own_requests_alone_as_they_stand_now(
    office: Office, running: Event, host: Registration, guest: Registration
) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    assert request_list(office, STRANGER, running.id, registration_id=host.id).items == ()
    with pytest.raises(NotAllowed):
        request_list(office, VIEWER, running.id)
    cast("StillClock", office.clock).moment = NOW + timedelta(hours=73)
    assert request_list(office, KOREAN, running.id).items[0].request.state is RequestState.EXPIRED
    assert request_list(office, OFFICER, running.id, state="expired").items[0].request.id == asked.id


def test_a_secret_address_opens_the_own_page_and_nothing_else(
    office: Office, host: Registration, guest: Registration
) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must")
    secret = renew_own_address(office, OFFICER, guest.id)
    page = own_page(office, secret)
    assert page.registration is not None
    assert [row.request.id for row in page.registration.requests] == [asked.id]
    visitor = page.attending.actor
    assert answer_request(office, visitor, asked.id, accept=True).state is RequestState.ACCEPTED
    assert registration_page(office, visitor, host.id).requests == ()
    renew_own_address(office, visitor, guest.id)
    for nothing in (secret, "", "guessed"):
        with pytest.raises(NotFound):
            attends(office, nothing)


def test_a_joined_registration_leads_to_the_one_that_was_kept(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    secret = renew_own_address(office, OFFICER, guest.id)
    memory.tables.registrations[guest.id] = replace(memory.tables.registrations[guest.id], kept_for=host.id)
    assert attends(office, secret).comes_as.id == host.id


def test_an_interpreter_has_an_own_page_too(office: Office, running: Event) -> None:
    kim = add_interpreter(office, OFFICER, running.id, name="Kim", pairs=[("ko", "vi")])
    page = own_page(office, renew_own_address(office, OFFICER, kim.id))
    assert (page.attending.comes_as.id, page.registration, page.takes_requests) == (kim.id, None, False)
    assert [one.id for one in interpreter_list(office, ADVISER, running.id)] == [kim.id]
    with pytest.raises(NotAllowed):
        interpreter_list(office, VIEWER, running.id)


def test_the_open_form_opens_while_the_event_is_open(office: Office, planned: Event) -> None:
    secret = renew_event_link(office, OFFICER, planned.id)
    with pytest.raises(NotFound):
        event_form(office, secret)


def test_the_form_says_nothing_of_its_own_secret(office: Office, running: Event) -> None:
    actor, event = event_form(office, renew_event_link(office, OFFICER, running.id))
    assert (actor.attends, event.id, event.link_key) == ("", running.id, "")


def test_the_office_is_warned_of_more_musts_than_meetings(
    office: Office, running: Event, host: Registration, guest: Registration
) -> None:
    edit_registration(office, OFFICER, host.id, most_meetings=0)
    request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must")
    warnings = event_page(office, OFFICER, running.id).warnings
    assert [(one.code, one.params["count"], one.params["most"]) for one in warnings] == [("event.too-many-musts", 1, 0)]
    assert registration_page(office, ENTERPRISE, host.id).warnings == warnings


def test_a_firm_that_comes_twice_under_two_spellings_is_pointed_out(
    office: Office, memory: MemoryStore, running: Event, host: Registration
) -> None:
    memory.put(replace(host, id="reg-form", name="CÔNG TY TNHH  An Phú", organisation_id=None, version=1))
    found = event_page(office, OFFICER, running.id).alike
    assert {(one.one, one.other) for one in found} == {tuple(sorted((host.id, "reg-form")))}
    assert event_page(office, ENTERPRISE, running.id).alike == ()
    assert ANPHU.names[0].text == host.name
