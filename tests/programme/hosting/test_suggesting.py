from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nhipcau.compute.market.finder import MarketFinder
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.attendance import Registration
from nhipcau.facts.errors import NotAllowed, NotFound, Unavailable
from nhipcau.facts.meeting import RequestState
from nhipcau.programme.edit_registration import edit_registration
from nhipcau.programme.office import Office
from nhipcau.programme.queries.event_suggestions import event_suggestions
from nhipcau.programme.refuse_meeting import refuse_meeting
from nhipcau.programme.request_meeting import request_meeting
from nhipcau.programme.withdraw_registration import withdraw_registration
from tests.programme.fakes import memory_office
from tests.programme.matching.conftest import changed, turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ENTERPRISE, MIRAE, OFFICER, SONGHAN, STRANGER, VIEWER, need

KOREAN = Actor(id="u-mirae", name="미래", role=Role.ENTERPRISE, organisation_id=MIRAE.id, language="ko")


@pytest.fixture
def office(memory: MemoryStore, tmp_path: Path) -> Office:
    """Return an office that finds what fits."""
    plain = memory_office(memory)
    return replace(plain, finder=MarketFinder(tmp_path, memory.reads, plain.clock.today))


@pytest.fixture(autouse=True)
def market(memory: MemoryStore, bodies: None) -> None:
    """Put a need of An Phú and offers of Mirae and of one who does not come on the market."""
    memory.put(need(), turned_parts(), turned_parts("off-2", organisation_id=SONGHAN.id))


def test_those_who_come_and_fit_are_suggested_with_reasons(
    office: Office, host: Registration, guest: Registration
) -> None:
    (one,) = event_suggestions(office, ENTERPRISE, host.id)
    assert (one.registration.id, one.request, one.reasons[0].mine) == (guest.id, None, "nee-1")
    assert one.score == one.reasons[0].fit.score > 0
    (back,) = event_suggestions(office, KOREAN, guest.id)
    assert back.registration.id == host.id


def test_what_is_brought_goes_before_what_else_a_firm_has(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    memory.put(need("nee-2", title="Tìm thầy dạy tiếng Hàn", text="Cần giáo viên tiếng Hàn cho 20 công nhân."))
    edit_registration(office, ENTERPRISE, host.id, needs=["nee-2"])
    assert event_suggestions(office, ENTERPRISE, host.id) == ()


def test_a_no_of_either_side_is_not_suggested_and_a_question_is_shown(
    office: Office, host: Registration, guest: Registration
) -> None:
    asked = request_meeting(office, ENTERPRISE, host.id, guest.id)
    (one,) = event_suggestions(office, KOREAN, guest.id)
    assert one.request is not None
    assert (one.request.id, one.request.state) == (asked.id, RequestState.ASKED)
    refuse_meeting(office, KOREAN, guest.id, host.id)
    assert event_suggestions(office, ENTERPRISE, host.id) == ()


def test_what_is_kept_in_confidence_names_nobody(
    office: Office, memory: MemoryStore, host: Registration, guest: Registration
) -> None:
    changed(memory, turned_parts(confidential=True))
    assert event_suggestions(office, ENTERPRISE, host.id) == ()
    assert len(event_suggestions(office, OFFICER, host.id)) == 1


def test_who_withdrew_is_not_suggested_and_others_do_not_ask(
    office: Office, host: Registration, guest: Registration
) -> None:
    with pytest.raises(NotFound):
        event_suggestions(office, STRANGER, host.id)
    with pytest.raises(NotAllowed):
        event_suggestions(office, VIEWER, host.id)
    withdraw_registration(office, KOREAN, guest.id)
    assert event_suggestions(office, ENTERPRISE, host.id) == ()


def test_without_an_index_it_is_said(office: Office, host: Registration) -> None:
    with pytest.raises(Unavailable):
        event_suggestions(replace(office, finder=None), ENTERPRISE, host.id)
