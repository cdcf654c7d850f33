"""Matches under what happens around them: merges and the demo office."""

from __future__ import annotations

from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.office import Office
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.remove_demo import remove_demo
from nhipcau.programme.unmerge_organisations import unmerge_organisations
from tests.programme.matching.conftest import turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import MIRAE, OFFICER, match, need

TWIN = Organisation(id="org-twin", names=(Name("Mirae Ceramics", "en", "official"),), country="KR")


def test_a_match_moves_with_a_merged_organisation_and_comes_back_at_parting(
    office: Office, memory: MemoryStore
) -> None:
    memory.put(TWIN, turned_parts("off-7", organisation_id=TWIN.id))
    memory.put(match("mat-1"), match("mat-2", offer_id="off-7", offer_organisation_id=TWIN.id))
    merged = merge_organisations(office, OFFICER, MIRAE.id, TWIN.id, despite=True)
    assert {one.offer_organisation_id for one in memory.tables.matches.values()} == {MIRAE.id}
    assert len(match_list(office, OFFICER, organisation_id=MIRAE.id).items) == 2
    unmerge_organisations(office, OFFICER, merged.id)
    assert memory.tables.matches["mat-2"].offer_organisation_id == TWIN.id
    assert memory.tables.matches["mat-1"].offer_organisation_id == MIRAE.id


def test_matches_of_the_demo_office_go_with_it(office: Office, memory: MemoryStore) -> None:
    memory.put(need("nee-8", demo=True), turned_parts("off-8", demo=True), match("mat-8", "nee-8", "off-8", demo=True))
    memory.put(match("mat-1"))
    assert remove_demo(office, OFFICER).counts["match"] == 1
    assert list(memory.tables.matches) == ["mat-1"]
