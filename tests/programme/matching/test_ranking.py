from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.errors import NotAllowed, NotFound
from nhipcau.facts.market import ItemState, Offer
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.matching.found import matches_of
from nhipcau.programme.office import Office
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.queries.offer_matches import offer_matches
from nhipcau.programme.withdraw_item import withdraw_item
from tests.programme.matching.conftest import MIRAES, changed, turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, MIRAE, OFFICER, SONGHAN, VIEWER, need


def test_a_need_finds_offers_and_keeps_near_misses_apart(office: Office) -> None:
    found = need_matches(office, ADVISER, "nee-1")
    assert [row.other.item.id for row in found.matches] == ["off-1"]
    assert [row.other.item.id for row in found.near_misses] == ["off-2"]
    (failed,) = [check for check in found.near_misses[0].fit.gaps if check.requirement.must]
    assert failed.requirement.property == "tolerance"
    assert all(sum(part.points for part in row.fit.parts) == row.fit.score for row in found.matches)


def test_an_offer_finds_the_needs_that_find_it(office: Office) -> None:
    found = offer_matches(office, ADVISER, "off-1")
    (row,) = found.matches
    (same,) = need_matches(office, ADVISER, "nee-1").matches
    assert row.fit == same.fit
    assert row.other.item.id == "nee-1"
    near = offer_matches(office, ADVISER, "off-2")
    assert not near.matches
    assert [row.other.item.id for row in near.near_misses] == ["nee-1"]
    assert near.notes[0].code == "match.near-needs-only"


def test_a_change_is_found_at_once(office: Office, memory: MemoryStore) -> None:
    assert len(need_matches(office, ADVISER, "nee-1").matches) == 1
    memory.put(turned_parts("off-3", organisation_id=SONGHAN.id))
    assert {row.other.item.id for row in need_matches(office, ADVISER, "nee-1").matches} == {"off-1", "off-3"}
    withdraw_item(office, OFFICER, Offer, "off-1")
    assert {row.other.item.id for row in need_matches(office, ADVISER, "nee-1").matches} == {"off-3"}


def test_a_draft_finds_offers_before_anybody_finds_it(office: Office, memory: MemoryStore) -> None:
    memory.put(need("nee-2", state=ItemState.DRAFT))
    assert len(need_matches(office, ENTERPRISE, "nee-2").matches) == 1
    assert [row.other.item.id for row in offer_matches(office, ADVISER, "off-1").matches] == ["nee-1"]


def test_neither_own_offers_nor_those_of_the_demo_office_are_found(office: Office, memory: MemoryStore) -> None:
    memory.put(turned_parts("off-3", demo=True), turned_parts("off-4", organisation_id="org-anphu"))
    memory.put(replace(need("nee-2"), organisation_id=MIRAE.id, demo=True))
    assert [row.other.item.id for row in need_matches(office, ADVISER, "nee-1").matches] == ["off-1"]


def test_partners_ask_for_their_own_items_alone(office: Office) -> None:
    assert need_matches(office, ENTERPRISE, "nee-1").may_propose
    with pytest.raises(NotAllowed):
        need_matches(office, MIRAES, "nee-1")
    with pytest.raises(NotAllowed):
        offer_matches(office, ENTERPRISE, "off-1")
    with pytest.raises(NotAllowed):
        need_matches(office, VIEWER, "nee-1")
    with pytest.raises(NotFound):
        need_matches(office, ADVISER, "nee-9")


def test_a_name_behind_a_confidential_offer_is_not_told_by_what_fits(office: Office, memory: MemoryStore) -> None:
    secret = turned_parts(
        "off-1",
        text=f"Viện Gốm sứ Mirae: {turned_parts().text}",
        confidential=True,
        hidden=("Viện Gốm sứ Mirae", "Mirae"),
    )
    changed(memory, secret)
    # Who asks for a name in its own words learns nothing of who has it.
    memory.put(need("nee-2", text=f"{need().text} Viện Gốm sứ Mirae"))
    found = need_matches(office, ENTERPRISE, "nee-2")
    (row,) = found.matches
    assert (row.other.organisation_name, row.other.known) == ("", False)
    assert "Mirae" not in repr(row)
    assert "mirae" not in repr(row)
    assert row.other.item.organisation_id == ""
    assert need_matches(office, ADVISER, "nee-2").matches[0].other.organisation_name


def test_a_pair_on_its_way_is_shown_as_such(office: Office) -> None:
    match = propose_match(office, ENTERPRISE, "nee-1", "off-1")
    (row,) = need_matches(office, ENTERPRISE, "nee-1").matches
    assert (row.match_id, row.stage) == (match.id, match.stage)


def test_what_is_withdrawn_while_the_index_answers_is_not_shown(office: Office, memory: MemoryStore) -> None:
    finder = office.finder
    assert finder is not None
    ranking = finder.for_need(listing_of(need()), top=5)
    changed(memory, turned_parts(state=ItemState.WITHDRAWN, published_at=None))
    rows = memory.reads().need_page("nee-1", today=office.clock.today())
    assert rows is not None
    found = matches_of(office, ENTERPRISE, "need", rows.row, ranking, 5)
    assert [row.other.item.id for row in (*found.matches, *found.near_misses)] == ["off-2"]
