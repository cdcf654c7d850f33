from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Side
from nhipcau.facts.errors import NotFound
from nhipcau.facts.market import ItemState
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.office import Office
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.desk import desk_section
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.queries.match_page import match_page
from tests.programme.matching.conftest import MIRAES, changed, turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, ENTERPRISE, MIRAE, NOW, OFFICER, SONGHAN, STRANGER, need

TELLING = ("Mirae", "mirae", "미래", "Kim Min-jun", "org-mirae")


@pytest.fixture
def _secret(memory: MemoryStore) -> None:
    text = f"Viện Gốm sứ Mirae. {turned_parts().text}"
    changed(memory, turned_parts(text=text, confidential=True, hidden=("Viện Gốm sứ Mirae", "Mirae")))


@pytest.mark.usefixtures("_secret")
def test_until_both_agreed_nothing_of_a_match_tells_who_the_other_is(office: Office) -> None:
    match = propose_match(office, ADVISER, "nee-1", "off-1", note="Kim Min-jun (Mirae) đã hỏi qua điện thoại")
    accept_match(office, ENTERPRISE, match.id, side="need", note="Cần mẫu trước")
    page = match_page(office, ENTERPRISE, match.id)
    seen = (page, match_list(office, ENTERPRISE).items, desk_section(office, ENTERPRISE, "matches-idle-30-days"))
    for word in TELLING:
        assert word not in repr(seen)
    assert page.contacts == ()
    assert page.row.match.steps[-1].note == "Cần mẫu trước"
    # The other side sees the open need's name, as everybody does, and no contact either.
    other = match_page(office, MIRAES, match.id)
    assert other.row.need.organisation_name == ANPHU.names[0].text
    assert other.contacts == ()
    assert "Cần mẫu trước" not in repr(other)


@pytest.mark.usefixtures("_secret")
def test_once_both_agreed_each_knows_the_other(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1", note="Xin chào")
    accept_match(office, MIRAES, match.id, side="offer", note="반갑습니다")
    page = match_page(office, ENTERPRISE, match.id)
    assert page.row.offer.known
    assert page.row.offer.organisation_name
    assert "Mirae" in page.row.offer.item.text
    assert {contact.organisation_id for contact in page.contacts} == {ANPHU.id, MIRAE.id}
    assert [step.note for step in page.row.match.steps] == ["Xin chào", "반갑습니다"]


@pytest.mark.usefixtures("_secret")
def test_a_no_before_that_tells_its_reason_and_nothing_else(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    decline_match(office, MIRAES, match.id, side="offer", reason="capacity", note="Mirae đã kín đơn hàng")
    page = match_page(office, ENTERPRISE, match.id)
    for word in TELLING:
        assert word not in repr(page)
    assert page.row.match.declined_reason == "capacity"
    assert match_page(office, OFFICER, match.id).row.match.declined_note == "Mirae đã kín đơn hàng"


def test_officers_see_contacts_at_once(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    assert len(match_page(office, OFFICER, match.id).contacts) == 2
    assert len(match_page(office, ADVISER, match.id).contacts) == 2


def test_a_match_of_others_does_not_exist_for_a_partner(office: Office, memory: MemoryStore) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    songhans = Actor(id="10", name="Sông", role=Role.ENTERPRISE, organisation_id=SONGHAN.id)
    for person in (songhans, STRANGER, Actor(id="11", name="Ai", role=Role.ENTERPRISE)):
        assert match_list(office, person).items == ()
        with pytest.raises(NotFound):
            match_page(office, person, match.id)
    changed(memory, need("nee-1", state=ItemState.WITHDRAWN))
    assert match_page(office, MIRAES, match.id).row.need.item.title


def test_a_page_says_how_the_two_fit_and_what_may_be_done(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    page = match_page(office, MIRAES, match.id)
    assert page.fit is not None
    assert page.fit.score == match.score
    assert page.speaks_for == ("offer",)
    assert page.row.waiting_for == ("offer",)
    assert match_page(office, OFFICER, match.id).speaks_for == ("need", "offer")
    assert match_page(office, ADVISER, match.id).changes == 1
    assert page.changes == 0


@pytest.mark.parametrize("state", [ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.WITHDRAWN])
def test_what_is_written_anew_is_not_read_through_a_match_before_an_adviser_saw_it(
    office: Office, memory: MemoryStore, state: ItemState
) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    anew = replace(turned_parts(), title="신제품 X9", text="신제품 X9는 아직 비밀입니다.")
    changed(memory, replace(anew, state=state, sent_at=NOW + timedelta(days=1), published_at=NOW))
    agreed = replace(match, accepted_by=(Side.NEED, Side.OFFER))
    for _ in ("before", "after"):
        assert "X9" not in repr((match_page(office, ENTERPRISE, match.id), match_list(office, ENTERPRISE).items))
        assert "X9" in repr(match_page(office, MIRAES, match.id))
        assert "X9" in repr(match_page(office, ADVISER, match.id))
        with memory.unit() as unit:
            agreed = unit.matches.save(agreed)


@pytest.mark.parametrize("state", [ItemState.CLOSED, ItemState.WITHDRAWN])
def test_what_left_the_market_is_read_as_it_was(office: Office, memory: MemoryStore, state: ItemState) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    changed(memory, turned_parts(state=state, published_at=NOW))
    assert match_page(office, ENTERPRISE, match.id).row.offer.item.text == turned_parts().text
