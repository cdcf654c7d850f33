"""What is counted of the market: who may ask, what a count never tells, and which gaps stand first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from nhipcau.facts.deal import Found
from nhipcau.facts.errors import NotAllowed
from nhipcau.facts.market import Attribute, Comparison, Coverage, ItemKind, Requirement
from nhipcau.programme.office import Office
from nhipcau.programme.queries.market_coverage import market_coverage
from nhipcau.programme.queries.market_openings import market_openings
from nhipcau.programme.queries.market_supply import market_supply
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, ENTERPRISE, MIRAE, NOW, OFFICER, SONGHAN, VIEWER, need, offer

IATF = Requirement(property="certificate", comparison=Comparison.HAS, value="IATF 16949")
TOLERANCE = Requirement(property="tolerance", comparison=Comparison.AT_MOST, value=Decimal("0.01"), unit="mm")
FAR = Requirement(property="distance_from", comparison=Comparison.AT_MOST, value=Decimal(60), unit="km")


def near(key: str, need_id: str, offer_id: str, *unmet: str) -> Found:
    return Found(id=key, need_id=need_id, offer_id=offer_id, score=300, near=True, since=NOW, unmet=unmet)


@pytest.fixture(autouse=True)
def _market(memory: MemoryStore) -> None:
    """Store two needs for the same certificate, a third for another, and offers that fail on them."""
    memory.put(ANPHU, SONGHAN, MIRAE)
    secret = {"confidential": True, "title": "Song Hàn tìm xưởng", "hidden": ("Song Hàn",)}
    memory.put(
        need(requirements=(IATF, TOLERANCE), found=("machining",)),
        need("nee-2", SONGHAN, requirements=(IATF,), found=("machining", "forging"), **secret),
        need("nee-3", SONGHAN, requirements=(FAR,), place="VN-39"),
        need("nee-4", requirements=(FAR,), place="VN-HP"),
        offer(found=("turning",), place="KR-48"),
        offer("off-2", MIRAE, kind=ItemKind.PRODUCT, found=("turning", "plating"), place="VN-HP"),
    )
    with memory.unit() as unit:
        unit.found.add_many(
            [
                near("f1", "nee-1", "off-1", "certificate"),
                near("f2", "nee-1", "off-2", "certificate", "tolerance"),
                near("f3", "nee-2", "off-2", "certificate"),
                near("f4", "nee-3", "off-1", "distance_from"),
                near("f5", "nee-4", "off-1", "distance_from"),
            ]
        )


def test_a_concept_is_met_by_something_narrower(office: Office) -> None:
    rows = {row.concept: row for row in market_coverage(office, VIEWER)}
    assert rows["forging"].coverage is Coverage.NEEDED
    assert rows["plating"].coverage is Coverage.OFFERED
    assert (rows["machining"].needs, rows["machining"].offers) == (2, 0)
    assert rows["machining"].coverage is Coverage.BOTH
    assert rows["turning"].coverage is Coverage.BOTH


def test_concepts_are_named_as_the_reader_speaks(office: Office) -> None:
    names = {
        language: {row.name for row in market_coverage(office, replace(VIEWER, language=language))}
        for language in ("vi", "ko")
    }
    assert names["vi"] != names["ko"]


def test_supply_counts_offers_for_everybody(office: Office) -> None:
    assert [(row.place, row.total) for row in market_supply(office, ENTERPRISE)] == [("KR-48", 1), ("VN-HP", 1)]


def test_the_gap_that_alone_opens_the_most_stands_first(office: Office) -> None:
    first = market_openings(office, OFFICER)[0]
    assert (first.asked, first.alone, first.pairs, first.offers) == (IATF, 2, 3, 2)
    assert [row.item.id for row in first.needs] == ["nee-1", "nee-2"]


def test_equal_distances_from_two_places_are_two_gaps(office: Office) -> None:
    found = {row.place: row.alone for row in market_openings(office, OFFICER) if row.asked == FAR}
    assert found == {"VN-39": 1, "VN-HP": 1}


def test_an_enterprise_sees_gaps_around_its_own_items_and_no_confidential_name(office: Office) -> None:
    rows = market_openings(office, ENTERPRISE)
    own = {MIRAE.id: {"nee-1", "nee-2", "nee-3", "nee-4"}, ANPHU.id: {"nee-1", "nee-4"}}
    assert {row.item.id for one in rows for row in one.needs} <= own[ENTERPRISE.organisation_id or ""]
    said = " ".join(f"{row.item.title} {row.organisation_name}" for one in rows for row in one.needs)
    assert "Song Hàn" not in said.replace(SONGHAN.names[0].text, "")


def test_who_may_not_rank_pairs_sees_no_gaps(office: Office) -> None:
    with pytest.raises(NotAllowed):
        market_openings(office, VIEWER)


def test_of_two_certificates_only_the_missing_one_is_a_gap(office: Office, memory: MemoryStore) -> None:
    iso = Requirement(property="certificate", comparison=Comparison.HAS, value="ISO 13485")
    denied = Attribute(property="certificate", value="ISO 13485", denied=True)
    memory.put(
        need("nee-5", requirements=(IATF, iso)),
        offer("off-5", attributes=(Attribute(property="certificate", value="IATF 16949"), denied)),
    )
    with memory.unit() as unit:
        unit.found.add(near("f6", "nee-5", "off-5", "certificate"))
    found = {row.asked.value: (row.alone, row.pairs) for row in market_openings(office, OFFICER)}
    assert found["ISO 13485"] == (1, 1)
    assert found["IATF 16949"] == (2, 3)
