from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.matching import Fit
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.move_match import move_match
from nhipcau.programme.office import Office
from nhipcau.programme.queries.match_page import match_page
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.queries.offer_matches import offer_matches
from nhipcau.programme.rematch import rematch
from nhipcau.programme.remove_demo import remove_demo
from nhipcau.programme.undo import undo
from nhipcau.programme.unmerge_organisations import unmerge_organisations
from tests.programme.matching.conftest import turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADMINISTRATOR, ADVISER, MIRAE, OFFICER, SONGHAN, match, need


@pytest.fixture(autouse=True)
def _equal_offers(memory: MemoryStore) -> None:
    """Let two bodies offer the very same, and one of them be at a quotation for another need."""
    memory.put(turned_parts("off-9", organisation_id=SONGHAN.id), need("nee-2", title="Máy đột", text="Tìm máy đột"))
    memory.put(at_quotation())


def at_quotation(**parts: object) -> Match:
    return match("mat-2", "nee-2", "off-9", offer_organisation_id=SONGHAN.id, stage=Stage.QUOTATION, **parts)


def signed(office: Office) -> Match:
    return move_match(office, OFFICER, "mat-2", stage=Stage.CONTRACT)


def ranked(office: Office) -> dict[str, Fit]:
    return {row.other.item.id: row.fit for row in need_matches(office, ADVISER, "nee-1").matches}


def told(fit: Fit) -> list[object]:
    return [part.said.params["count"] for part in fit.parts if part.said.code == "match.deals"]


def test_of_two_equal_offers_that_of_the_body_with_contracts_comes_first(office: Office) -> None:
    assert list(ranked(office)) == ["off-1", "off-9"]
    signed(office)
    found = ranked(office)
    assert list(found) == ["off-9", "off-1"]
    assert (told(found["off-9"]), told(found["off-1"])) == ([1], [])
    assert found["off-9"].score > found["off-1"].score
    assert sum(part.points for part in found["off-9"].parts) == found["off-9"].score
    (same,) = [row.fit for row in offer_matches(office, ADVISER, "off-9").matches if row.other.item.id == "nee-1"]
    assert same == found["off-9"]


def test_a_contract_that_is_taken_back_or_declined_is_no_reason_any_more(office: Office, memory: MemoryStore) -> None:
    signed(office)
    undo(office, OFFICER, memory.tables.changes[-1].batch)
    assert list(ranked(office)) == ["off-1", "off-9"]
    signed(office)
    decline_match(office, OFFICER, "mat-2", side="need", reason="price")
    assert list(ranked(office)) == ["off-1", "off-9"]


def test_contracts_for_demonstration_are_no_reason_for_a_real_offer(office: Office, memory: MemoryStore) -> None:
    memory.put(match("mat-8", "nee-1", "off-2", offer_organisation_id=SONGHAN.id, stage=Stage.CONTRACT, demo=True))
    assert list(ranked(office)) == ["off-1", "off-9"]
    memory.put(turned_parts("off-8", organisation_id=SONGHAN.id, demo=True))
    assert memory.reads().market_listings("offer", ["off-8"])["off-8"].deals == 1
    remove_demo(office, ADMINISTRATOR)
    assert list(ranked(office)) == ["off-1", "off-9"]


def test_contracts_go_with_their_body_and_come_back(office: Office) -> None:
    signed(office)
    merge_id = merge_organisations(office, OFFICER, MIRAE.id, SONGHAN.id, despite=True).id
    assert [told(fit) for fit in ranked(office).values()] == [[1], [1]]
    unmerge_organisations(office, OFFICER, merge_id)
    assert {key: told(fit) for key, fit in ranked(office).items()} == {"off-9": [1], "off-1": []}


def test_pairs_are_found_anew_when_a_contract_is_signed(office: Office, memory: MemoryStore) -> None:
    rematch(office)
    (before,) = [one for one in memory.tables.found.values() if one.offer_id == "off-9"]
    signed(replace(office, market_moved=rematch))
    (after,) = [one for one in memory.tables.found.values() if one.offer_id == "off-9"]
    assert after.score > before.score
    assert after.since == before.since


def test_the_page_of_a_match_does_not_praise_it_for_its_own_contract(office: Office, memory: MemoryStore) -> None:
    memory.put(match("mat-3", "nee-1", "off-9", offer_organisation_id=SONGHAN.id, stage=Stage.CONTRACT))
    assert (fit := match_page(office, OFFICER, "mat-3").fit)
    assert told(fit) == []
    signed(office)
    assert (fit := match_page(office, OFFICER, "mat-3").fit)
    assert told(fit) == [1]
