from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.market import ItemState, Need, Offer
from nhipcau.programme.close_item import close_item
from nhipcau.programme.office import Office
from nhipcau.programme.queries.desk import desk
from nhipcau.programme.remove_demo import remove_demo
from nhipcau.programme.renew_item import renew_item
from nhipcau.programme.review_item import publish_item, return_item
from nhipcau.programme.send_for_review import send_for_review
from nhipcau.programme.undo import undo
from nhipcau.programme.withdraw_item import withdraw_item
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ENTERPRISE,
    NOW,
    OFFICER,
    SONGHAN,
    STRANGER,
    TODAY,
    VIEWER,
    need,
    offer,
    own_concept,
)

OVER = TODAY - timedelta(days=1)


def test_a_draft_goes_to_review_and_on_the_market(office: Office, memory: MemoryStore) -> None:
    memory.put(need(state=ItemState.DRAFT, returned="Ghi rõ dung sai", reviewed_by="", published_at=None))
    sent = send_for_review(office, ENTERPRISE, Need, "nee-1", version=1)
    assert (sent.state, sent.sent_at, sent.returned) == (ItemState.IN_REVIEW, NOW, "")
    shown = publish_item(office, ADVISER, Need, "nee-1", version=2)
    assert (shown.state, shown.published_at, shown.reviewed_by) == (ItemState.PUBLISHED, NOW, "Hải")


def test_an_adviser_gives_it_back_with_a_sentence(office: Office, memory: MemoryStore) -> None:
    memory.put(offer(state=ItemState.IN_REVIEW, created_by=ENTERPRISE.id))
    with pytest.raises(InvalidFields):
        return_item(office, ADVISER, Offer, "off-1", sentence=" ")
    back = return_item(office, ADVISER, Offer, "off-1", sentence="TRL mấy?", version=1)
    assert (back.state, back.returned, back.reviewed_by) == (ItemState.DRAFT, "TRL mấy?", "Hải")


def test_nobody_but_officers_publishes_what_is_their_own(office: Office, memory: MemoryStore) -> None:
    memory.put(offer(state=ItemState.IN_REVIEW, created_by=ADVISER.id))
    with pytest.raises(NotAllowed):
        publish_item(office, ADVISER, Offer, "off-1")
    with pytest.raises(NotAllowed):
        return_item(office, ADVISER, Offer, "off-1", sentence="?")
    memory.put(offer("off-2", state=ItemState.DRAFT, created_by=OFFICER.id))
    assert publish_item(office, OFFICER, Offer, "off-2").state is ItemState.PUBLISHED


def test_advisers_publish_nothing_that_was_not_sent(office: Office, memory: MemoryStore) -> None:
    memory.put(need(state=ItemState.DRAFT))
    with pytest.raises(Conflict, match="item-state"):
        publish_item(office, ADVISER, Need, "nee-1")


@pytest.mark.parametrize("actor", [ENTERPRISE, VIEWER, STRANGER])
def test_only_the_office_reviews(office: Office, memory: MemoryStore, actor: Any) -> None:
    memory.put(need(state=ItemState.IN_REVIEW))
    with pytest.raises(NotAllowed):
        publish_item(office, actor, Need, "nee-1")


def test_what_is_over_gets_another_term(office: Office, memory: MemoryStore) -> None:
    memory.put(need(expires_on=OVER), offer(expires_on=OVER), need("nee-2", expires_on=TODAY + timedelta(days=900)))
    assert renew_item(office, ENTERPRISE, Need, "nee-1").expires_on == TODAY + timedelta(days=180)
    assert renew_item(office, ADVISER, Offer, "off-1").expires_on == TODAY + timedelta(days=365)
    assert renew_item(office, ENTERPRISE, Need, "nee-2").expires_on == TODAY + timedelta(days=900)


def test_what_was_withdrawn_or_closed_comes_back_by_a_review(office: Office, memory: MemoryStore) -> None:
    memory.put(need(expires_on=OVER), offer())
    assert withdraw_item(office, ENTERPRISE, Need, "nee-1").state is ItemState.WITHDRAWN
    assert close_item(office, OFFICER, Offer, "off-1").state is ItemState.CLOSED
    sent = send_for_review(office, ENTERPRISE, Need, "nee-1")
    assert (sent.state, sent.expires_on) == (ItemState.IN_REVIEW, TODAY + timedelta(days=180))
    assert send_for_review(office, OFFICER, Offer, "off-1").state is ItemState.IN_REVIEW


VERBS: list[tuple[Callable[..., Any], set[ItemState]]] = [
    (send_for_review, {ItemState.DRAFT, ItemState.WITHDRAWN, ItemState.CLOSED}),
    (publish_item, {ItemState.DRAFT, ItemState.IN_REVIEW}),
    (renew_item, {ItemState.PUBLISHED, ItemState.EXPIRED}),
    (withdraw_item, {ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.PUBLISHED, ItemState.EXPIRED}),
    (close_item, {ItemState.PUBLISHED, ItemState.EXPIRED}),
]


@pytest.mark.parametrize(("verb", "states"), VERBS)
@pytest.mark.parametrize("state", ItemState)
def test_each_step_is_open_from_some_states_alone(
    office: Office, memory: MemoryStore, verb: Callable[..., Any], states: set[ItemState], state: ItemState
) -> None:
    kept = ItemState.PUBLISHED if state is ItemState.EXPIRED else state
    memory.put(need(state=kept, expires_on=OVER if state is ItemState.EXPIRED else TODAY))
    if state in states:
        assert verb(office, OFFICER, Need, "nee-1").version == 2
        return
    with pytest.raises(Conflict, match="item-state") as told:
        verb(office, OFFICER, Need, "nee-1")
    assert told.value.message.params == {"state": state}


@pytest.mark.parametrize("verb", [send_for_review, renew_item, withdraw_item, close_item])
def test_nobody_moves_what_is_anothers(office: Office, memory: MemoryStore, verb: Callable[..., Any]) -> None:
    memory.put(need(), need("nee-2", state=ItemState.DRAFT))
    with pytest.raises(NotAllowed):
        verb(office, VIEWER, Need, "nee-1")
    with pytest.raises(NotAllowed):
        verb(office, STRANGER, Need, "nee-1")
    with pytest.raises(NotFound):
        verb(office, STRANGER, Need, "nee-2")
    with pytest.raises(NotFound):
        verb(office, OFFICER, Offer, "nee-1")


def test_the_second_of_two_who_move_it_is_told(office: Office, memory: MemoryStore) -> None:
    memory.put(need())
    withdraw_item(office, OFFICER, Need, "nee-1", version=1)
    with pytest.raises(Conflict, match="changed-meanwhile"):
        close_item(office, ADVISER, Need, "nee-1", version=1)


def test_the_desk_asks_each_role_for_its_part(office: Office, memory: MemoryStore) -> None:
    soon = TODAY + timedelta(days=30)
    memory.put(
        need(expires_on=soon),
        need("nee-2", SONGHAN, expires_on=TODAY),
        offer(state=ItemState.IN_REVIEW, created_by=ADVISER.id),
    )

    def waiting(actor: Any) -> dict[str, list[str]]:
        found = desk(office, actor).sections
        return {one.code: [item.id for item in one.items] for one in found if one.code.startswith("market")}

    assert waiting(OFFICER) == {"market-to-review": ["off-1"], "market-expiring": ["nee-2", "nee-1"]}
    assert waiting(ADVISER) == {"market-to-review": [], "market-expiring": ["nee-2", "nee-1"]}
    assert waiting(ENTERPRISE) == {"market-expiring": ["nee-1"]}
    assert waiting(VIEWER) == {}


def test_the_demo_market_goes_with_the_demo_office(office: Office, memory: MemoryStore) -> None:
    memory.put(need(demo=True), offer(), own_concept(demo=True))
    removed = remove_demo(office, OFFICER)
    assert (removed.counts["need"], removed.counts["offer"], removed.counts["own-concept"]) == (1, 0, 1)
    assert (list(memory.tables.needs), list(memory.tables.offers)) == ([], ["off-1"])
    undo(office, OFFICER, removed.batch)
    assert replace(memory.tables.needs["nee-1"], version=1) == need(demo=True)
