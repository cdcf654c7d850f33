from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting, RequestState, Timetable, Wish
from nhipcau.programme import claim_place as form
from nhipcau.programme.arguments import AttendeeParts
from nhipcau.programme.claim_place import claim_place
from nhipcau.programme.confirm_claim import confirm_claim
from nhipcau.programme.edit_event import edit_event
from nhipcau.programme.hosting.views import Claimed
from nhipcau.programme.join_registrations import join_registrations
from nhipcau.programme.office import Office
from nhipcau.programme.queries.attends import attends
from nhipcau.programme.queries.registration_list import registration_list
from nhipcau.programme.refuse_meeting import refuse_meeting
from nhipcau.programme.register_for_event import register_for_event
from nhipcau.programme.renew_event_link import renew_event_link
from nhipcau.programme.request_meeting import request_meeting
from nhipcau.programme.undo import undo
from nhipcau.programme.withdraw_registration import withdraw_registration
from tests.programme.hosting.conftest import TABLE
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, ENTERPRISE, MIRAE, NOW, OFFICER, SONGHAN

KOREAN = Actor(id="u-mirae", name="미래", role=Role.ENTERPRISE, organisation_id=MIRAE.id, language="ko")
KIM: AttendeeParts = {"name": "Kim", "languages": ["ko"], "email": "kim@example.com"}


@pytest.fixture
def link(office: Office, running: Event) -> str:
    """Return the secret of the open form."""
    return renew_event_link(office, OFFICER, running.id)


def claimed(office: Office, link: str, name: str = "Hanbit Precision", **parts: Any) -> Claimed:
    return claim_place(office, link, name=name, **{"side": "guest", "attendees": [KIM], **parts})


def test_a_claim_waits_unseen_until_the_office_says_who_it_is(office: Office, running: Event, link: str) -> None:
    claim = claimed(office, link, language="ko")
    assert (claim.registration.state, claim.registration.language) == (RegistrationState.CLAIMED, "ko")
    assert attends(office, claim.secret).comes_as == claim.registration
    assert registration_list(office, ENTERPRISE, running.id).items == ()
    sure = confirm_claim(office, ADVISER, claim.registration.id, organisation_id=MIRAE.id)
    assert (sure.state, sure.organisation_id) == (RegistrationState.REGISTERED, MIRAE.id)
    with pytest.raises(Conflict, match=r"error\.registration-state"):
        confirm_claim(office, ADVISER, sure.id, organisation_id=MIRAE.id)


def test_a_claim_needs_a_name_a_side_and_somebody_who_can_be_reached(office: Office, link: str) -> None:
    with pytest.raises(InvalidFields) as refused:
        claim_place(office, link, name=" ", attendees=[{"name": "Kim", "languages": ["ko"]}], needs=["need-1"])
    assert {name: message.code for name, message in refused.value.fields.items()} == {
        "name": "field.required",
        "side": "field.required",
        "attendees": "field.nobody-reached",
        "needs": "field.item-of-another",
    }
    with pytest.raises(NotFound):
        claimed(office, "guessed")


def test_a_second_press_and_a_script_are_stopped(office: Office, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    claimed(office, link)
    with pytest.raises(Conflict, match=r"error\.claimed-already"):
        claimed(office, link, "HANBIT  precision")
    monkeypatch.setattr(form, "MOST_CLAIMS", 1)
    with pytest.raises(Conflict, match=r"error\.claims-most"):
        claimed(office, link, "Another")


def test_a_firm_that_the_register_does_not_know_is_entered_by_an_officer(
    office: Office, memory: MemoryStore, link: str
) -> None:
    claim = claimed(office, link).registration
    with pytest.raises(NotAllowed):
        confirm_claim(office, ADVISER, claim.id)
    sure = confirm_claim(office, OFFICER, claim.id)
    assert memory.tables.organisations[sure.organisation_id or ""].names[0].text == "Hanbit Precision"


def test_a_firm_that_is_there_is_joined_not_confirmed(office: Office, link: str, guest: Registration) -> None:
    claim = claimed(office, link)
    with pytest.raises(Conflict, match=r"error\.registered-already"):
        confirm_claim(office, OFFICER, claim.registration.id, organisation_id=MIRAE.id)
    kept = join_registrations(office, OFFICER, claim.registration.id, guest.id)
    assert (kept.id, [one.name for one in kept.attendees]) == (guest.id, ["Kim"])
    assert attends(office, claim.secret).comes_as.id == guest.id


def test_who_withdrew_after_a_no_thanks_does_not_come_back_without_it(
    office: Office, link: str, host: Registration, guest: Registration
) -> None:
    refuse_meeting(office, ENTERPRISE, host.id, guest.id)
    withdraw_registration(office, KOREAN, guest.id)
    back = confirm_claim(office, OFFICER, claimed(office, link).registration.id, organisation_id=MIRAE.id)
    assert (back.id, back.state) == (guest.id, RegistrationState.REGISTERED)
    with pytest.raises(Conflict, match=r"error\.meeting-refused"):
        request_meeting(office, KOREAN, back.id, host.id)


@pytest.fixture
def twin(office: Office, memory: MemoryStore, running: Event) -> Registration:
    """Return Mirae once more, as another body."""
    memory.put(replace(SONGHAN, id="org-twin"))
    return register_for_event(office, OFFICER, running.id, "org-twin", side="guest")


def test_a_no_and_a_must_outlive_that_two_become_one(
    office: Office, memory: MemoryStore, running: Event, host: Registration, guest: Registration, twin: Registration
) -> None:
    third = register_for_event(office, OFFICER, running.id, SONGHAN.id, side="host")
    request_meeting(office, ENTERPRISE, host.id, guest.id)
    refuse_meeting(office, OFFICER, twin.id, host.id)
    request_meeting(office, OFFICER, third.id, guest.id, wish="want")
    request_meeting(office, OFFICER, third.id, twin.id, wish="must")
    join_registrations(office, OFFICER, guest.id, twin.id)
    requests = memory.tables.meeting_requests.values()
    kept = {frozenset((one.asker_id, one.asked_id)): one for one in requests}
    no, must = kept[frozenset((host.id, guest.id))], kept[frozenset((third.id, guest.id))]
    assert (no.state, no.refused_by) == (RequestState.REFUSED, guest.id)
    assert (must.state, must.wish) == (RequestState.ASKED, Wish.MUST)


def test_two_questions_that_crossed_are_a_yes(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration, twin: Registration
) -> None:
    request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must")
    request_meeting(office, OFFICER, twin.id, host.id)
    join_registrations(office, OFFICER, guest.id, twin.id)
    (both,) = (one for one in memory.tables.meeting_requests.values() if one.state is RequestState.ACCEPTED)
    assert (both.asker_id, both.asked_id, both.wish, both.answer) == (host.id, guest.id, Wish.MUST, Wish.WANT)


def test_what_was_joined_comes_apart_by_undo(
    office: Office, memory: MemoryStore, running: Event, host: Registration, guest: Registration, twin: Registration
) -> None:
    edit_event(office, OFFICER, running.id, venues=[{**TABLE, "registration_id": twin.id}])
    asked = request_meeting(office, ENTERPRISE, host.id, twin.id)
    join_registrations(office, OFFICER, guest.id, twin.id)
    assert memory.tables.meeting_requests[asked.id].asked_id == guest.id
    assert memory.tables.events[running.id].venues[0].registration_id == guest.id
    undo(office, OFFICER, memory.tables.changes[-1].batch)
    assert memory.tables.meeting_requests[asked.id].asked_id == twin.id
    assert memory.tables.registrations[twin.id].kept_for is None


def test_who_has_meetings_in_a_timetable_is_not_joined_away(
    office: Office, memory: MemoryStore, running: Event, host: Registration, guest: Registration, twin: Registration
) -> None:
    start = running.sessions[0].starts
    memory.put(
        Timetable(id="tim-1", event_id=running.id, number=1, made_at=NOW, made_by="u"),
        Meeting(
            id="mee-1",
            timetable_id="tim-1",
            request_id="req-1",
            slot="s1:1",
            venue="v1",
            starts=start,
            ends=start,
            asker_id=host.id,
            asked_id=twin.id,
        ),
    )
    with pytest.raises(Conflict, match=r"error\.registration-scheduled"):
        join_registrations(office, OFFICER, guest.id, twin.id)
    assert join_registrations(office, OFFICER, twin.id, guest.id).id == twin.id


def test_one_is_not_joined_with_itself_nor_by_others(office: Office, host: Registration, guest: Registration) -> None:
    with pytest.raises(Conflict, match=r"error\.request-own"):
        join_registrations(office, OFFICER, host.id, host.id)
    with pytest.raises(NotAllowed):
        join_registrations(office, ENTERPRISE, host.id, guest.id)
    assert ANPHU.id == host.organisation_id
