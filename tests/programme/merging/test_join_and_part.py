from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from nhipcau.facts.errors import Conflict, NotAllowed
from nhipcau.facts.organisation import Identifier, Name, Post
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.office import Office
from nhipcau.programme.undo import undo
from nhipcau.programme.unmerge_organisations import unmerge_organisation, unmerge_organisations
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    DIRECTOR,
    ENTERPRISE,
    OFFICER,
    OTHER_OFFICER,
    SONGHAN,
    VIEWER,
    agreement,
    concrete,
    document,
    doubt,
    evidence,
    merge,
    need,
    offer,
    source_record,
)

KEPT = replace(
    ANPHU,
    id="org-kept",
    names=(Name("Viện Kỹ thuật Gốm Hàn Quốc", "vi", "official"), Name("KICET", "und", "acronym")),
    country="KR",
)
GONE = replace(
    KEPT,
    id="org-gone",
    names=(Name("한국세라믹기술원", "ko", "official"), Name("KICET", "und", "acronym")),
    identifiers=(Identifier("KR-BRN", "1138203676"),),
    address="Jinju",
    founded=2000,
)
THIRD = replace(KEPT, id="org-third", names=(Name("Korea Institute of Ceramic Engineering", "en", "official"),))


def tables_without_versions(memory: MemoryStore) -> dict[str, object]:
    """Return what stands in the register, without versions, merges, doubts and weights."""
    kinds = ("organisations", "people", "agreements", "commitments", "source_records", "needs", "offers")
    return {
        kind: {key: replace(thing, version=1) for key, thing in getattr(memory.tables, kind).items()} for kind in kinds
    }


def fill(memory: MemoryStore) -> None:
    memory.put(
        KEPT,
        GONE,
        THIRD,
        SONGHAN,
        replace(SONGHAN, id="org-branch", parent_id="org-gone"),
        replace(DIRECTOR, organisation_id="org-gone", posts=(Post(organisation_id="org-gone", title="Viện trưởng"),)),
        document(),
        agreement(
            "agr-gone",
            GONE,
            SONGHAN,
            evidence=(evidence("party:org-gone"), replace(evidence("party:org-songhan"), id="ev-2")),
        ),
        agreement("agr-kept", KEPT, SONGHAN),
        concrete("com-1", "agr-gone", owner_id="org-gone"),
        source_record("src-gone", GONE),
        source_record("src-kept", KEPT),
        need("nee-gone", GONE),
        need("nee-kept", KEPT),
        offer("off-gone", GONE, confidential=True, hidden=("세라믹",)),
        doubt("dbt-pair", "org-kept", "org-gone"),
        doubt("dbt-third", "org-gone", "org-third"),
    )


def joined(office: Office, kept: str = "org-kept", gone: str = "org-gone") -> str:
    return merge_organisations(office, OFFICER, kept, gone, despite=True).id


def test_everything_hangs_on_the_one_that_is_kept(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office)
    tables = memory.tables
    assert {party.organisation_id for party in tables.agreements["agr-gone"].parties} == {"org-kept", "org-songhan"}
    assert [item.subject for item in tables.agreements["agr-gone"].evidence] == ["party:org-kept", "party:org-songhan"]
    assert tables.commitments["com-1"].owner_id == "org-kept"
    assert tables.people[DIRECTOR.id].organisation_id == "org-kept"
    assert tables.people[DIRECTOR.id].posts[0].organisation_id == "org-kept"
    assert tables.organisations["org-branch"].parent_id == "org-kept"
    assert tables.source_records["src-gone"].organisation_id == "org-kept"
    assert {item.organisation_id for item in tables.needs.values()} == {"org-kept"}
    assert {item.organisation_id for item in tables.offers.values()} == {"org-kept"}


def test_the_one_that_goes_stays_as_an_address(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office)
    assert memory.tables.organisations["org-gone"] == replace(GONE, merged_into="org-kept", version=2)


def test_the_one_that_is_kept_learns_names_and_what_it_did_not_know(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office)
    kept = memory.tables.organisations["org-kept"]
    assert [name.text for name in kept.names] == ["Viện Kỹ thuật Gốm Hàn Quốc", "KICET", "한국세라믹기술원"]
    assert (kept.identifiers, kept.address, kept.founded) == (GONE.identifiers, "Jinju", 2000)


def test_a_value_that_it_had_is_not_overwritten(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    memory.tables.organisations["org-kept"] = replace(KEPT, address="Seoul", version=3)
    joined(office)
    assert memory.tables.organisations["org-kept"].address == "Seoul"


def test_parting_puts_everything_back(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    before = tables_without_versions(memory)
    parted = unmerge_organisations(office, OFFICER, joined(office))
    assert tables_without_versions(memory) == before
    assert parted.stayed == 0
    assert parted.returned == {
        "agreement": 1,
        "commitment": 1,
        "need": 1,
        "offer": 1,
        "organisation": 1,
        "person": 1,
        "source-record": 1,
    }


def test_what_came_later_stays_with_the_one_that_was_kept(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    merge_id = joined(office)
    memory.put(agreement("agr-later", KEPT, SONGHAN), source_record("src-later", KEPT, address="Jinju"))
    unmerge_organisations(office, OFFICER, merge_id)
    assert memory.tables.agreements["agr-later"].parties[0].organisation_id == "org-kept"
    # A source of its own says the address by now: it was no longer known from the other alone.
    assert memory.tables.organisations["org-kept"].address == "Jinju"
    assert memory.tables.organisations["org-kept"].founded is None


def test_what_moved_on_since_is_left_where_it_is(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    merge_id = joined(office)
    memory.tables.commitments["com-1"] = replace(memory.tables.commitments["com-1"], owner_id="org-songhan")
    parted = unmerge_organisations(office, OFFICER, merge_id)
    assert memory.tables.commitments["com-1"].owner_id == "org-songhan"
    assert parted.stayed == 1


@pytest.mark.parametrize("order", list(permutations([0, 1])))
def test_a_chain_comes_apart_in_any_order(office: Office, memory: MemoryStore, order: tuple[int, ...]) -> None:
    fill(memory)
    before = tables_without_versions(memory)
    merges = [joined(office, "org-kept", "org-gone"), joined(office, "org-third", "org-kept")]
    assert memory.tables.agreements["agr-gone"].parties[0].organisation_id == "org-third"
    for place in order:
        unmerge_organisations(office, OFFICER, merges[place])
    assert tables_without_versions(memory) == before


def test_parting_the_middle_of_a_chain_takes_along_what_was_merged_into_it(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office, "org-kept", "org-gone")
    unmerge_organisations(office, OFFICER, joined(office, "org-third", "org-kept"))
    assert memory.tables.organisations["org-gone"].merged_into == "org-kept"
    assert memory.tables.agreements["agr-gone"].parties[0].organisation_id == "org-kept"
    assert len(memory.tables.organisations["org-third"].names) == 1


def test_parting_the_first_of_a_chain_leaves_the_rest_merged(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    first = joined(office, "org-kept", "org-gone")
    joined(office, "org-third", "org-kept")
    unmerge_organisations(office, OFFICER, first)
    tables = memory.tables
    assert tables.organisations["org-kept"].merged_into == "org-third"
    assert tables.agreements["agr-gone"].parties[0].organisation_id == "org-gone"
    assert tables.agreements["agr-kept"].parties[0].organisation_id == "org-third"
    assert "한국세라믹기술원" not in [name.text for name in tables.organisations["org-third"].names]
    assert tables.organisations["org-third"].identifiers == ()


def test_a_body_merged_into_its_own_branch_makes_no_circle(office: Office, memory: MemoryStore) -> None:
    top, middle = replace(GONE, id="org-top"), replace(KEPT, id="org-middle", parent_id="org-top")
    memory.put(top, middle, replace(THIRD, id="org-low", parent_id="org-middle"))
    merge_id = joined(office, "org-low", "org-top")
    bodies = memory.tables.organisations
    assert (bodies["org-low"].parent_id, bodies["org-middle"].parent_id) == ("org-middle", None)
    unmerge_organisations(office, OFFICER, merge_id)
    bodies = memory.tables.organisations
    assert (bodies["org-low"].parent_id, bodies["org-middle"].parent_id) == ("org-middle", "org-top")


@pytest.mark.parametrize("order", list(permutations([0, 1])))
def test_a_branch_has_its_first_parent_again_whatever_is_parted_first(
    office: Office, memory: MemoryStore, order: tuple[int, ...]
) -> None:
    memory.put(GONE, KEPT, replace(THIRD, parent_id="org-gone"))
    merges = [joined(office, "org-kept", "org-gone"), joined(office, "org-third", "org-kept")]
    assert memory.tables.organisations["org-third"].parent_id is None
    for place in order:
        unmerge_organisations(office, OFFICER, merges[place])
    assert memory.tables.organisations["org-third"].parent_id == "org-gone"


def test_a_branch_follows_its_parent_where_that_was_merged_anew(office: Office, memory: MemoryStore) -> None:
    memory.put(GONE, KEPT, SONGHAN, replace(THIRD, parent_id="org-gone"))
    first, second = joined(office, "org-kept", "org-gone"), joined(office, "org-third", "org-kept")
    unmerge_organisations(office, OFFICER, first)
    joined(office, "org-songhan", "org-gone")
    unmerge_organisations(office, OFFICER, second)
    assert memory.tables.organisations["org-third"].parent_id == "org-songhan"


def test_a_branch_into_which_its_first_parent_was_merged_is_not_put_below_itself(
    office: Office, memory: MemoryStore
) -> None:
    memory.put(GONE, KEPT, replace(THIRD, parent_id="org-gone"))
    first, second = joined(office, "org-kept", "org-gone"), joined(office, "org-third", "org-kept")
    unmerge_organisations(office, OFFICER, first)
    joined(office, "org-third", "org-gone")
    unmerge_organisations(office, OFFICER, second)
    assert memory.tables.organisations["org-third"].parent_id is None


def test_what_moved_up_goes_back_though_the_body_above_was_merged_since(office: Office, memory: MemoryStore) -> None:
    top, gone = replace(SONGHAN, id="org-top"), replace(GONE, parent_id="org-top")
    memory.put(top, gone, KEPT, replace(THIRD, parent_id="org-gone"))
    merge_id, above = joined(office, "org-third", "org-gone"), joined(office, "org-kept", "org-top")
    assert memory.tables.organisations["org-third"].parent_id == "org-kept"
    unmerge_organisations(office, OFFICER, merge_id)
    assert memory.tables.organisations["org-third"].parent_id == "org-gone"
    unmerge_organisations(office, OFFICER, above)
    bodies = memory.tables.organisations
    assert (bodies["org-third"].parent_id, bodies["org-gone"].parent_id) == ("org-gone", "org-top")


def test_the_pair_is_answered_and_other_pairs_follow(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office)
    doubts = memory.tables.doubts
    assert doubts["dbt-pair"].state is DoubtState.SAME
    assert (doubts["dbt-third"].left, doubts["dbt-third"].right) == ("org-kept", "org-third")


def test_a_pair_that_would_stand_twice_is_asked_once_and_opens_again(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    memory.put(doubt("dbt-twin", "org-kept", "org-third"))
    merge_id = joined(office)
    assert memory.tables.doubts["dbt-third"].state is DoubtState.MOOT
    assert memory.tables.doubts["dbt-twin"].state is DoubtState.OPEN
    unmerge_organisations(office, OFFICER, merge_id)
    third = memory.tables.doubts["dbt-third"]
    assert (third.state, third.left, third.right) == (DoubtState.OPEN, "org-gone", "org-third")


def test_parted_ones_are_told_apart_for_good(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    unmerge_organisations(office, OFFICER, joined(office))
    assert memory.tables.doubts["dbt-pair"].state is DoubtState.DIFFERENT
    with pytest.raises(Conflict) as refused:
        merge_organisations(office, OFFICER, "org-kept", "org-gone")
    assert refused.value.code == "error.merge-vetoed"
    assert [veto.code for veto in refused.value.message.params["vetoes"]] == ["veto.decided"]  # type: ignore[attr-defined]  # messages


def test_conflicting_identifiers_need_an_explicit_word(office: Office, memory: MemoryStore) -> None:
    other = replace(GONE, id="org-other", identifiers=(Identifier("KR-BRN", "2208162517"),))
    memory.put(GONE, other)
    with pytest.raises(Conflict) as refused:
        merge_organisations(office, OFFICER, "org-gone", "org-other")
    assert "veto.identifier" in [veto.code for veto in refused.value.message.params["vetoes"]]  # type: ignore[attr-defined]  # messages
    made = merge_organisations(office, OFFICER, "org-gone", "org-other", despite=True)
    assert made.despite
    assert memory.tables.organisations["org-gone"].identifiers == GONE.identifiers


def test_the_second_of_two_officers_learns_that_it_is_done(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office)
    with pytest.raises(Conflict) as late:
        merge_organisations(office, OTHER_OFFICER, "org-kept", "org-gone")
    assert late.value.code == "error.already-merged"
    assert late.value.message.params["name"] == "Viện Kỹ thuật Gốm Hàn Quốc"
    with pytest.raises(Conflict, match=r"error\.already-merged"):
        merge_organisations(office, OTHER_OFFICER, "org-gone", "org-kept")


def test_a_body_that_changed_since_it_was_seen_is_not_merged(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    with pytest.raises(Conflict, match=r"error\.changed-meanwhile"):
        merge_organisations(office, OFFICER, "org-kept", "org-third", gone_version=7)
    assert memory.tables.organisations["org-third"].merged_into is None


def test_nothing_is_merged_with_itself(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    with pytest.raises(Conflict, match=r"error\.merge-with-itself"):
        joined(office, "org-kept", "org-kept")


def test_a_merge_is_taken_back_once(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    merge_id = joined(office)
    unmerge_organisation(office, OFFICER, "org-gone")
    with pytest.raises(Conflict, match=r"error\.not-merged"):
        unmerge_organisations(office, OFFICER, merge_id)


def test_a_merge_right_after_it_is_undone_like_any_verb(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    before = tables_without_versions(memory)
    joined(office)
    undo(office, OFFICER, memory.tables.changes[-1].batch)
    assert tables_without_versions(memory) == before
    assert memory.tables.doubts["dbt-pair"].state is DoubtState.OPEN
    assert memory.tables.merges == {}


def test_a_merge_on_which_others_built_is_not_undone_but_taken_back(office: Office, memory: MemoryStore) -> None:
    fill(memory)
    joined(office)
    batch = memory.tables.changes[-1].batch
    memory.tables.organisations["org-kept"] = replace(memory.tables.organisations["org-kept"], phone="1")
    with pytest.raises(Conflict, match=r"error\.undo-moved"):
        undo(office, OFFICER, batch)
    assert memory.tables.organisations["org-gone"].merged_into == "org-kept"


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE, VIEWER])
def test_only_officers_merge_and_part(office: Office, memory: MemoryStore, actor: object) -> None:
    fill(memory)
    memory.put(merge())
    with pytest.raises(NotAllowed):
        merge_organisations(office, actor, "org-kept", "org-gone")  # type: ignore[arg-type]  # an actor
    with pytest.raises(NotAllowed):
        unmerge_organisations(office, actor, "mrg-1")  # type: ignore[arg-type]  # an actor


def test_a_real_body_makes_a_demo_one_real(office: Office, memory: MemoryStore) -> None:
    memory.put(replace(KEPT, demo=True), GONE)
    joined(office)
    assert not memory.tables.organisations["org-kept"].demo


def test_kind_is_learned_where_none_was_known(office: Office, memory: MemoryStore) -> None:
    memory.put(replace(KEPT, kind=None), GONE)
    joined(office)
    assert memory.tables.organisations["org-kept"].kind == GONE.kind
