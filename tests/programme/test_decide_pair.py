from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.errors import Conflict, InvalidFields, MergedInto, NotAllowed, NotFound
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.facts.record import Band, Pair
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.office import Office
from nhipcau.programme.placing.doubts import MOST_WAITING, propose
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.queries.review_pair import review_pair
from nhipcau.programme.queries.review_queue import review_counts, review_queue
from nhipcau.programme.undo import undo
from nhipcau.programme.unmerge_organisations import unmerge_organisation
from nhipcau.programme.work import work
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ENTERPRISE,
    OFFICER,
    OTHER_OFFICER,
    SONGHAN,
    STRANGER,
    VIEWER,
    agreement,
    doubt,
    source_record,
)


def body(key: str, name: str) -> Organisation:
    return Organisation(id=key, names=(Name(name, "vi", "official"),), country="KR")


PARK = body("org-a", "Công viên Công nghệ Chungbuk")
PARK_TOO = body("org-b", "Chungbuk Technopark")
PARK_THREE = body("org-c", "Chungbuk Techno Park")
FAR = body("org-z", "Chungnam Technopark")


def pair(left: str, right: str, score: float = 0.9) -> Pair:
    return Pair(left=left, right=right, score=score, band=Band.REVIEW)


def proposed(office: Office, *pairs: Pair) -> list[tuple[str, str]]:
    with work(office, OFFICER, "relink") as opened:
        return [(doubt.left, doubt.right) for doubt in propose(opened, pairs, origin="full-run")]


def state_of(memory: MemoryStore, doubt_id: str) -> DoubtState:
    return memory.tables.doubts[doubt_id].state


@pytest.fixture
def filled(memory: MemoryStore) -> MemoryStore:
    memory.put(PARK, PARK_TOO, PARK_THREE, FAR, SONGHAN)
    return memory


@pytest.mark.usefixtures("filled")
def test_a_pair_is_proposed_once_whichever_way_round(office: Office) -> None:
    assert proposed(office, pair("org-b", "org-a"), pair("org-a", "org-b", 0.8)) == [("org-a", "org-b")]
    assert proposed(office, pair("org-a", "org-b")) == []


def test_a_score_that_moved_is_brought_up_to_date(office: Office, filled: MemoryStore) -> None:
    proposed(office, pair("org-a", "org-b", 0.6))
    proposed(office, pair("org-a", "org-b", 0.8))
    assert [doubt.score for doubt in filled.tables.doubts.values()] == [0.8]


@pytest.mark.usefixtures("filled")
def test_nobody_is_asked_about_what_is_not_there_or_itself(office: Office) -> None:
    assert proposed(office, pair("org-a", "nothing"), pair("org-a", "org-a")) == []


def test_different_is_remembered_for_good(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-z"))
    assert decide_pair(office, OFFICER, "dbt-1", "different").doubt.state is DoubtState.DIFFERENT
    assert proposed(office, pair("org-a", "org-z", 0.99)) == []


def test_different_holds_for_what_either_is_merged_into(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-z"), doubt("dbt-2", "org-b", "org-z"))
    decide_pair(office, OFFICER, "dbt-1", "different")
    merge_organisations(office, OFFICER, "org-b", "org-a", despite=True)
    assert state_of(filled, "dbt-2") is DoubtState.MOOT
    assert proposed(office, pair("org-b", "org-z", 0.99)) == []
    with pytest.raises(Conflict, match=r"error\.merge-vetoed"):
        merge_organisations(office, OFFICER, "org-b", "org-z")
    unmerge_organisation(office, OFFICER, "org-a")
    assert state_of(filled, "dbt-2") is DoubtState.OPEN


def test_one_that_was_merged_away_is_asked_about_no_more(office: Office, filled: MemoryStore) -> None:
    merge_organisations(office, OFFICER, "org-a", "org-b", despite=True)
    assert proposed(office, pair("org-b", "org-c")) == []
    assert [body.id for body in filled.tables.organisations.values() if body.merged_into] == ["org-b"]


def test_a_name_of_a_thousand_bodies_makes_no_thousand_questions(office: Office, memory: MemoryStore) -> None:
    bodies = [body(f"org-{number:04}", "Minh Phát") for number in range(MOST_WAITING + 5)]
    memory.put(*bodies)
    assert len(proposed(office, *(pair(bodies[0].id, other.id) for other in bodies[1:]))) == MOST_WAITING


def test_what_settles_most_comes_first(office: Office, filled: MemoryStore) -> None:
    filled.put(agreement("agr-1", PARK_THREE, SONGHAN), source_record("src-1", PARK_THREE))
    proposed(office, pair("org-a", "org-b", 0.95), pair("org-b", "org-c", 0.6), pair("org-c", "org-z", 0.7))
    assert [(row.doubt.left, row.doubt.right) for row in review_queue(office, OFFICER).items] == [
        ("org-b", "org-c"),
        ("org-c", "org-z"),
        ("org-a", "org-b"),
    ]


def test_same_merges_into_the_side_on_which_more_hangs(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"), agreement("agr-1", PARK_TOO, SONGHAN))
    decided = decide_pair(office, OFFICER, "dbt-1", "same")
    assert decided.merge is not None
    assert (decided.merge.kept, decided.merge.gone) == ("org-b", "org-a")
    assert decided.doubt.state is DoubtState.SAME
    assert filled.tables.changes[-1].verb == "decide-same"


def test_same_merges_into_the_side_that_the_officer_names(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"), agreement("agr-1", PARK_TOO, SONGHAN))
    decided = decide_pair(office, OFFICER, "dbt-1", "same", keep="org-a")
    assert decided.merge is not None
    assert decided.merge.kept == "org-a"


def test_the_last_decision_is_undone(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"))
    for said in ("same", "different", "later"):
        undo(office, OFFICER, decide_pair(office, OFFICER, "dbt-1", said).batch)
        assert filled.tables.doubts["dbt-1"].state is DoubtState.OPEN
        assert filled.tables.organisations["org-b"].merged_into is None


def test_later_comes_last_and_can_still_be_decided(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b", score=0.9), doubt("dbt-2", "org-b", "org-c", score=0.8))
    decide_pair(office, OFFICER, "dbt-1", "later")
    assert review_pair(office, OFFICER, "dbt-2").view.next_id == "dbt-1"
    assert [row.doubt.id for row in review_queue(office, OFFICER).items] == ["dbt-2"]
    assert [row.doubt.id for row in review_queue(office, OFFICER, state="later").items] == ["dbt-1"]
    assert decide_pair(office, OFFICER, "dbt-1", "different").doubt.state is DoubtState.DIFFERENT


def test_the_second_of_two_officers_learns_who_decided(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"))
    decide_pair(office, OFFICER, "dbt-1", "same")
    with pytest.raises(Conflict) as late:
        decide_pair(office, OTHER_OFFICER, "dbt-1", "same")
    assert (late.value.code, late.value.message.params["by"]) == ("error.pair-already-decided", OFFICER.name)


def test_a_pair_that_changed_since_it_was_seen_is_not_decided(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"))
    with pytest.raises(Conflict, match=r"error\.changed-meanwhile"):
        decide_pair(office, OFFICER, "dbt-1", "same", version=9)


def test_a_word_that_is_no_decision_is_refused(office: Office, filled: MemoryStore) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"))
    with pytest.raises(InvalidFields):
        decide_pair(office, OFFICER, "dbt-1", "perhaps")


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE, STRANGER, VIEWER])
def test_nobody_else_learns_of_pairs(office: Office, filled: MemoryStore, actor: object) -> None:
    filled.put(doubt("dbt-1", "org-a", "org-b"))
    for ask in (
        lambda: review_queue(office, actor),  # type: ignore[arg-type]  # an actor
        lambda: review_counts(office, actor),  # type: ignore[arg-type]
        lambda: review_pair(office, actor, "dbt-1"),  # type: ignore[arg-type]
        lambda: decide_pair(office, actor, "dbt-1", "same"),  # type: ignore[arg-type]
        lambda: decide_pair(office, actor, "nothing", "same"),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_an_old_address_leads_to_the_one_that_stands(office: Office, filled: MemoryStore) -> None:
    filled.put(agreement("agr-1", PARK_TOO, SONGHAN))
    merge_organisations(office, OFFICER, "org-b", "org-a", despite=True)
    merge_organisations(office, OFFICER, "org-c", "org-b", despite=True)
    with pytest.raises(MergedInto) as old:
        organisation_page(office, OFFICER, "org-a")
    assert old.value.into == "org-c"
    with pytest.raises(NotFound) as hidden:
        organisation_page(office, STRANGER, "org-a")
    assert not isinstance(hidden.value, MergedInto)


def test_the_page_of_a_pair_tells_what_agrees_and_what_differs(office: Office, filled: MemoryStore) -> None:
    filled.tables.organisations["org-b"] = replace(PARK_TOO, phone="043 1", founded=2003)
    filled.put(doubt("dbt-1", "org-a", "org-b"), source_record("src-1", PARK, phone="043 1", founded=2004))
    page = review_pair(office, OFFICER, "dbt-1")
    found = {row.field: row.agree for row in page.compared}
    assert found == {
        "name": "alike",
        "identifier:VN-MST": "unknown",
        "country": "agrees",
        "phone": "agrees",
        "address": "unknown",
        "founded": "differs",
        "people": "unknown",
    }
    assert page.view.waiting == 1
    with pytest.raises(NotFound):
        review_pair(office, OFFICER, "nothing")
