from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import DeclineReason, Side, Stage
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.market import ItemKind, Offer
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.move_match import move_match
from nhipcau.programme.office import Office
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.desk import desk_section
from nhipcau.programme.queries.match_funnel import match_funnel
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.queries.match_page import match_page
from nhipcau.programme.reopen_match import reopen_match
from nhipcau.programme.review_item import publish_item
from nhipcau.programme.undo import undo
from nhipcau.programme.value_match import value_match
from nhipcau.programme.withdraw_item import withdraw_item
from tests.programme.matching.conftest import MIRAES, turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, NOW, OFFICER, SONGHAN, VIEWER

SONGHANS = Actor(id="10", name="Trần Văn Sông", role=Role.ENTERPRISE, organisation_id=SONGHAN.id)


def agreed(office: Office) -> str:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    return accept_match(office, MIRAES, match.id, side="offer").id


def test_who_proposes_for_its_own_side_has_said_yes(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1", note="Cần mẫu trước")
    assert (match.stage, match.accepted_by) == (Stage.ACCEPTED_BY_ONE, (Side.NEED,))
    assert match.score > 0
    both = accept_match(office, MIRAES, match.id, side="offer", version=match.version)
    assert (both.stage, both.accepted_by) == (Stage.ACCEPTED, (Side.NEED, Side.OFFER))
    assert [step.stage for step in both.steps] == [Stage.ACCEPTED_BY_ONE, Stage.ACCEPTED]


def test_the_office_proposes_for_nobody_and_accepts_on_behalf(office: Office) -> None:
    match = propose_match(office, ADVISER, "nee-1", "off-1")
    assert (match.stage, match.accepted_by) == (Stage.PROPOSED, ())
    one = accept_match(office, OFFICER, match.id, side="need", note="Đồng ý qua điện thoại")
    assert one.stage is Stage.ACCEPTED_BY_ONE
    assert one.steps[-1].for_side
    assert one.steps[-1].side is Side.NEED
    assert accept_match(office, ENTERPRISE, match.id, side="need") == one


def test_nobody_speaks_for_another_side(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    with pytest.raises(NotAllowed):
        accept_match(office, ENTERPRISE, match.id, side="offer")
    with pytest.raises(NotFound):
        accept_match(office, SONGHANS, match.id, side="offer")
    with pytest.raises(NotAllowed):
        accept_match(office, VIEWER, match.id, side="offer")
    with pytest.raises(NotAllowed):
        propose_match(office, SONGHANS, "nee-1", "off-1")
    with pytest.raises(InvalidFields):
        accept_match(office, MIRAES, match.id, side="both")


def test_one_pair_has_one_match(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    with pytest.raises(Conflict, match="match-exists") as twice:
        propose_match(office, OFFICER, "nee-1", "off-1")
    assert twice.value.message.params["id"] == match.id


def test_what_cannot_be_a_pair_is_refused(office: Office, memory: MemoryStore) -> None:
    memory.put(
        turned_parts("off-3", organisation_id="org-anphu"),
        turned_parts("off-4", kind=ItemKind.TRAINING),
        turned_parts("off-5", demo=True),
    )
    for offer, code in (("off-3", "match-own"), ("off-4", "match-kind"), ("off-5", "demo-mixed")):
        with pytest.raises(Conflict, match=code):
            propose_match(office, OFFICER, "nee-1", offer)


def test_an_item_withdrawn_meanwhile_is_said_so_and_its_match_still_shown(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    withdraw_item(office, OFFICER, Offer, "off-1")
    with pytest.raises(Conflict, match="item-left") as left:
        accept_match(office, MIRAES, match.id, side="offer")
    assert left.value.message.params == {"state": "withdrawn", "side": "offer"}
    page = match_page(office, ENTERPRISE, match.id)
    assert page.row.offer.item.title
    assert page.fit is None


def test_who_proposes_what_has_left_is_told_so_and_of_what_never_was_there_nothing(office: Office) -> None:
    withdraw_item(office, OFFICER, Offer, "off-1")
    with pytest.raises(Conflict, match="item-left"):
        propose_match(office, ENTERPRISE, "nee-1", "off-1")
    draft = post_offer(office, OFFICER, MIRAES.organisation_id or "", kind="product", text=turned_parts().text)
    with pytest.raises(NotFound):
        propose_match(office, ENTERPRISE, "nee-1", draft.id)


def test_nobody_is_introduced_before_both_accepted(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    with pytest.raises(Conflict, match="match-state"):
        move_match(office, OFFICER, match.id, stage="introduced")
    assert match_page(office, OFFICER, match.id).moves == ()
    accept_match(office, MIRAES, match.id, side="offer")
    assert move_match(office, MIRAES, match.id, stage="introduced").stage is Stage.INTRODUCED


def test_a_match_moves_forward_and_sideways_and_never_back(office: Office) -> None:
    key = agreed(office)
    for stage in ("meeting", "quotation", "sample", "quotation", "contract", "repeat-order", "repeat-order"):
        assert stage in match_page(office, OFFICER, key).moves
        move_match(office, OFFICER, key, stage=stage)
    for stage in ("contract", "introduced", "proposed", "accepted", "declined"):
        with pytest.raises(Conflict, match="match-state"):
            move_match(office, OFFICER, key, stage=stage)
    # A later stage says nothing of an earlier one that nobody recorded.
    funnel = match_funnel(office, OFFICER)
    assert funnel.now == {Stage.REPEAT_ORDER: 1}
    assert Stage.INTRODUCED not in funnel.reached
    assert funnel.reached[Stage.QUOTATION] == 1


def test_of_two_who_move_one_match_the_second_is_told(office: Office) -> None:
    key = agreed(office)
    seen = match_page(office, OFFICER, key).row.match.version
    move_match(office, ADVISER, key, stage="introduced", version=seen)
    with pytest.raises(Conflict, match="changed-meanwhile"):
        move_match(office, OFFICER, key, stage="meeting", version=seen)


def test_a_no_is_never_overridden_and_taken_back_by_its_own_side_alone(office: Office) -> None:
    match = propose_match(office, ADVISER, "nee-1", "off-1")
    no = decline_match(office, MIRAES, match.id, side="offer", reason="capacity", note="올해는 어렵습니다.")
    assert (no.stage, no.declined_by, no.declined_reason) == (Stage.DECLINED, Side.OFFER, DeclineReason.CAPACITY)
    for person in (OFFICER, ENTERPRISE):
        with pytest.raises(Conflict, match="match-declined"):
            propose_match(office, person, "nee-1", "off-1")
        with pytest.raises(NotAllowed, match="match-declined"):
            reopen_match(office, person, match.id)
        assert "match.reopen" not in match_page(office, person, match.id).may
    with pytest.raises(Conflict, match="match-declined"):
        accept_match(office, OFFICER, match.id, side="offer")
    with pytest.raises(Conflict, match="match-declined"):
        move_match(office, OFFICER, match.id, stage="introduced")
    again = reopen_match(office, MIRAES, match.id)
    assert (again.stage, again.accepted_by, again.declined_by) == (Stage.ACCEPTED_BY_ONE, (Side.OFFER,), None)


def test_undo_does_not_take_back_the_no_of_a_side(office: Office, memory: MemoryStore) -> None:
    match = propose_match(office, ADVISER, "nee-1", "off-1")
    decline_match(office, MIRAES, match.id, side="offer", reason="price")
    with pytest.raises(Conflict, match="undo-moved"):
        undo(office, OFFICER, memory.tables.changes[-1].batch)


def test_the_office_takes_back_a_no_that_it_had_said_for_a_side(office: Office) -> None:
    match = propose_match(office, ADVISER, "nee-1", "off-1")
    decline_match(office, OFFICER, match.id, side="need", reason="no-answer")
    assert reopen_match(office, OFFICER, match.id).accepted_by == (Side.NEED,)


def test_another_reason_asks_for_a_note(office: Office) -> None:
    match = propose_match(office, ADVISER, "nee-1", "off-1")
    for reason in ("other", "", "weather"):
        with pytest.raises(InvalidFields):
            decline_match(office, MIRAES, match.id, side="offer", reason=reason)


def test_undo_takes_back_a_move(office: Office, memory: MemoryStore) -> None:
    key = agreed(office)
    move_match(office, OFFICER, key, stage="introduced")
    undo(office, OFFICER, memory.tables.changes[-1].batch)
    assert memory.tables.matches[key].stage is Stage.ACCEPTED


def test_what_was_posted_is_not_undone_under_a_match(office: Office, memory: MemoryStore) -> None:
    mine = post_offer(office, OFFICER, SONGHAN.id, kind="product", text=turned_parts().text)
    batch = memory.tables.changes[-1].batch
    publish_item(office, OFFICER, Offer, mine.id)
    propose_match(office, OFFICER, "nee-1", mine.id)
    with pytest.raises(Conflict, match="undo-moved"):
        undo(office, OFFICER, batch)


def test_three_values_stand_apart_and_are_summed_by_currency_alone(office: Office, memory: MemoryStore) -> None:
    memory.put(turned_parts("off-3"))
    first, second = agreed(office), propose_match(office, ADVISER, "nee-1", "off-3").id
    value_match(office, OFFICER, first, discussed={"amount": "1.200.000.000", "currency": "vnd"})
    value_match(office, OFFICER, first, contract={"amount": Decimal("45000.5"), "currency": "USD", "on": "2026-02-01"})
    value_match(office, OFFICER, second, discussed={"amount": "300000000", "currency": "VND"})
    totals = match_funnel(office, OFFICER).totals
    assert [(one.kind, one.currency, one.amount, one.matches) for one in totals] == [
        ("discussed", "VND", Decimal(1_500_000_000), 2),
        ("contract", "USD", Decimal("45000.50"), 1),
    ]
    assert value_match(office, OFFICER, first, discussed=None).discussed is None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"amount": "-5", "currency": "VND"}, "contract.amount"),
        ({"amount": "nhiều", "currency": "VND"}, "contract.amount"),
        ({"amount": "5"}, "contract.currency"),
        ({"amount": "5", "currency": "đồng"}, "contract.currency"),
        ({"amount": "5", "currency": "VND", "on": "2030-01-01"}, "contract.on"),
    ],
)
def test_an_amount_that_cannot_be_is_refused(office: Office, typed: dict[str, str], field: str) -> None:
    key = agreed(office)
    with pytest.raises(InvalidFields) as mistakes:
        value_match(office, OFFICER, key, contract=typed)  # type: ignore[arg-type]  # as a form has it
    assert field in mistakes.value.fields


def test_lists_of_matches_show_what_is_asked_for(office: Office, memory: MemoryStore) -> None:
    memory.put(turned_parts("off-3", organisation_id=SONGHAN.id))
    first, second = agreed(office), propose_match(office, ADVISER, "nee-1", "off-3").id

    def ids(person: Actor, **wanted: Any) -> set[str]:
        return {row.match.id for row in match_list(office, person, **wanted).items}

    assert ids(OFFICER) == ids(ENTERPRISE) == {first, second}
    assert ids(MIRAES) == {first}
    assert ids(OFFICER, stage="proposed") == ids(ENTERPRISE, waiting="mine") == {second}
    assert ids(OFFICER, organisation_id=SONGHAN.id) == ids(ADVISER, mine="true") == {second}
    assert ids(OFFICER, mine="true") == set()
    assert ids(OFFICER, idle="true") == set()
    office.clock.moment = NOW + timedelta(days=31)  # type: ignore[attr-defined]  # the clock of the tests
    assert ids(OFFICER, idle="true") == {first, second}
    assert match_list(office, OFFICER).items[0].idle_days == 31
    with pytest.raises(NotAllowed):
        match_list(office, VIEWER)


def test_the_desk_tells_what_waits_for_an_answer_and_what_rests(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")

    def waiting(person: Actor, code: str) -> list[str]:
        return [item.id for item in desk_section(office, person, code).items]

    assert waiting(MIRAES, "matches-to-answer") == waiting(OFFICER, "matches-to-answer") == [match.id]
    assert waiting(ENTERPRISE, "matches-to-answer") == waiting(MIRAES, "matches-idle-30-days") == []
    office.clock.moment = NOW + timedelta(days=31)  # type: ignore[attr-defined]  # the clock of the tests
    assert waiting(MIRAES, "matches-idle-30-days") == waiting(OFFICER, "matches-idle-30-days") == [match.id]
    assert waiting(SONGHANS, "matches-idle-30-days") == []
