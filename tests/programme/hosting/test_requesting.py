from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import Registration
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import RefusalReason, RequestState, Wish
from nhipcau.programme.answer_request import answer_request
from nhipcau.programme.hosting.requesting import state_at
from nhipcau.programme.office import Office
from nhipcau.programme.refuse_meeting import refuse_meeting
from nhipcau.programme.register_for_event import register_for_event
from nhipcau.programme.request_meeting import request_meeting
from nhipcau.programme.undo import undo
from nhipcau.programme.withdraw_registration import withdraw_registration
from nhipcau.programme.withdraw_request import withdraw_request
from tests.programme.fakes import StillClock
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ENTERPRISE, MIRAE, NOW, OFFICER, OTHER_OFFICER, SONGHAN, STRANGER, need, offer

KOREAN = Actor(id="u-mirae", name="미래", role=Role.ENTERPRISE, organisation_id=MIRAE.id, language="ko")


def later(office: Office, hours: float) -> None:
    cast("StillClock", office.clock).moment = NOW + timedelta(hours=hours)


def test_one_asks_and_the_other_accepts(office: Office, host: Registration, guest: Registration) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must", note="Khuôn ép")
    assert (asked.state, asked.wish, asked.expires_at) == (RequestState.ASKED, Wish.MUST, NOW + timedelta(hours=72))
    yes = answer_request(office, KOREAN, asked.id, accept="true", wish="want")
    assert (yes.state, yes.answer, yes.answered_at) == (RequestState.ACCEPTED, Wish.WANT, NOW)


def test_two_who_ask_each_other_have_one_accepted_request(
    office: Office, host: Registration, guest: Registration
) -> None:
    first = request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must")
    both = request_meeting(office, KOREAN, guest.id, host.id, wish="want")
    assert (both.id, both.state, both.wish, both.answer) == (first.id, RequestState.ACCEPTED, Wish.MUST, Wish.WANT)
    assert request_meeting(office, KOREAN, guest.id, host.id, wish="must").answer is Wish.MUST


def test_asked_again_the_wish_changes_and_nothing_else(office: Office, host: Registration, guest: Registration) -> None:
    first = request_meeting(office, ENTERPRISE, host.id, guest.id)
    again = request_meeting(office, ENTERPRISE, host.id, guest.id, wish="must")
    assert (again.id, again.wish, again.state) == (first.id, Wish.MUST, RequestState.ASKED)


def test_nobody_asks_or_answers_for_others(office: Office, host: Registration, guest: Registration) -> None:
    with pytest.raises(NotFound):
        request_meeting(office, ENTERPRISE, guest.id, host.id)
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    with pytest.raises(NotAllowed):
        answer_request(office, ENTERPRISE, asked.id, accept=True)
    with pytest.raises(NotFound):
        answer_request(office, STRANGER, asked.id, accept=True)
    with pytest.raises(NotAllowed):
        withdraw_request(office, KOREAN, asked.id)


def test_a_no_needs_a_reason_and_holds(office: Office, host: Registration, guest: Registration) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    with pytest.raises(InvalidFields):
        answer_request(office, KOREAN, asked.id, accept=False)
    said = answer_request(office, KOREAN, asked.id, accept=False, reason="not-my-trade")
    assert (said.state, said.reason, said.refused_by) == (
        RequestState.DECLINED,
        RefusalReason.NOT_MY_TRADE,
        guest.id,
    )
    for actor in (ENTERPRISE, OFFICER):
        with pytest.raises(Conflict, match=r"error\.meeting-refused"):
            request_meeting(office, actor, host.id, guest.id)


def test_who_was_declined_cannot_get_around_it_by_a_no_of_its_own(
    office: Office, host: Registration, guest: Registration
) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    answer_request(office, KOREAN, asked.id, accept=False, reason="full")
    assert refuse_meeting(office, ENTERPRISE, host.id, guest.id).refused_by == guest.id
    with pytest.raises(Conflict, match=r"error\.meeting-refused"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)


def test_no_thanks_is_said_unasked_and_taken_back_by_who_said_it_alone(
    office: Office, host: Registration, guest: Registration
) -> None:
    said = refuse_meeting(office, KOREAN, guest.id, host.id, reason="competitor")
    assert said.state is RequestState.REFUSED
    with pytest.raises(Conflict, match=r"error\.meeting-refused"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)
    with pytest.raises(Conflict, match=r"error\.meeting-refused"):
        request_meeting(office, OFFICER, guest.id, host.id)
    back = request_meeting(office, KOREAN, guest.id, host.id)
    assert (back.id, back.state, back.asker_id, back.refused_by) == (said.id, RequestState.ASKED, guest.id, None)


def test_no_thanks_comes_after_a_yes_too(office: Office, host: Registration, guest: Registration) -> None:
    request_meeting(office, ENTERPRISE, host.id, guest.id)
    request_meeting(office, KOREAN, guest.id, host.id)
    assert refuse_meeting(office, ENTERPRISE, host.id, guest.id).state is RequestState.REFUSED


def test_the_office_does_not_undo_the_no_of_a_side(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    refuse_meeting(office, KOREAN, guest.id, host.id)
    with pytest.raises(Conflict, match=r"error\.undo-moved"):
        undo(office, OFFICER, memory.tables.changes[-1].batch)


def test_what_an_officer_said_for_a_side_that_officer_takes_back(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    refuse_meeting(office, OFFICER, guest.id, host.id)
    with pytest.raises(Conflict, match=r"error\.meeting-refused"):
        request_meeting(office, OTHER_OFFICER, guest.id, host.id)
    undo(office, OFFICER, memory.tables.changes[-1].batch)
    assert memory.tables.meeting_requests == {}


def test_an_unanswered_request_expires_and_may_be_asked_anew(
    office: Office, host: Registration, guest: Registration
) -> None:
    first = request_meeting(office, ENTERPRISE, host.id, guest.id)
    later(office, 72)
    assert state_at(first, office.clock.now()) is RequestState.EXPIRED
    with pytest.raises(Conflict, match=r"error\.request-state"):
        answer_request(office, KOREAN, first.id, accept=True)
    anew = request_meeting(office, KOREAN, guest.id, host.id)
    assert (anew.id, anew.asker_id, anew.state) == (first.id, guest.id, RequestState.ASKED)
    assert anew.expires_at == NOW + timedelta(hours=144)


def test_no_request_waits_past_the_close(
    office: Office, running: Event, host: Registration, guest: Registration
) -> None:
    later(office, 6 * 24)
    assert request_meeting(office, ENTERPRISE, host.id, guest.id).expires_at == running.requests_close


def test_after_closing_the_desk_alone_enters(office: Office, host: Registration, guest: Registration) -> None:
    later(office, 8 * 24)
    with pytest.raises(Conflict, match=r"error\.requests-closed"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)
    asked = request_meeting(office, OFFICER, host.id, guest.id)
    assert answer_request(office, OFFICER, asked.id, accept=True).state is RequestState.ACCEPTED


def test_before_opening_nobody_asks(
    office: Office, memory: MemoryStore, running: Event, host: Registration, guest: Registration
) -> None:
    memory.tables.events[running.id] = replace(running, requests_open=NOW + timedelta(hours=1))
    with pytest.raises(Conflict, match=r"error\.requests-not-open"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)


def test_a_script_that_asks_everybody_is_stopped(
    office: Office, memory: MemoryStore, running: Event, host: Registration, guest: Registration
) -> None:
    for number in range(2):
        memory.put(replace(SONGHAN, id=f"org-{number}"))
        one = register_for_event(office, OFFICER, running.id, f"org-{number}", side="guest")
        request_meeting(office, ENTERPRISE, host.id, one.id)
    with pytest.raises(Conflict, match=r"error\.requests-most"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)
    assert request_meeting(office, KOREAN, guest.id, host.id).state is RequestState.ASKED


def test_who_does_not_come_is_not_met(office: Office, host: Registration, guest: Registration) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    withdraw_registration(office, KOREAN, guest.id)
    found = office.store.reads().meeting_request(asked.id)
    assert found is not None
    assert found.state is RequestState.WITHDRAWN
    with pytest.raises(Conflict, match=r"error\.not-there"):
        request_meeting(office, ENTERPRISE, host.id, guest.id)
    with pytest.raises(Conflict, match=r"error\.request-own"):
        request_meeting(office, ENTERPRISE, host.id, host.id)
    with pytest.raises(NotFound):
        request_meeting(office, ENTERPRISE, host.id, "reg-elsewhere")


def test_an_asker_withdraws_and_asks_again(office: Office, host: Registration, guest: Registration) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    assert withdraw_request(office, ENTERPRISE, asked.id).state is RequestState.WITHDRAWN
    with pytest.raises(Conflict, match=r"error\.request-state"):
        withdraw_request(office, ENTERPRISE, asked.id)
    assert request_meeting(office, ENTERPRISE, host.id, guest.id).state is RequestState.ASKED


def test_a_request_names_a_need_of_one_side_and_an_offer_of_the_other(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    memory.put(need("need-1", organisation_id="org-anphu"), offer("offer-1", organisation_id=MIRAE.id))
    memory.put(offer("offer-2", organisation_id="org-anphu"), offer("offer-3", organisation_id=SONGHAN.id))
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id, need_id="need-1", offer_id="offer-1")
    assert (asked.need_id, asked.offer_id) == ("need-1", "offer-1")
    for strange in ("offer-2", "offer-3"):
        with pytest.raises(InvalidFields):
            request_meeting(office, ENTERPRISE, host.id, guest.id, need_id="need-1", offer_id=strange)
