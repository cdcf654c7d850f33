from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict, InvalidFields, MergedInto, NotAllowed, NotFound
from nhipcau.facts.organisation import Name, Person, Post
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.edit_person import edit_person
from nhipcau.programme.merge_people import merge_people
from nhipcau.programme.office import Office
from nhipcau.programme.queries.person_page import person_page
from nhipcau.programme.queries.review_queue import review_queue
from nhipcau.programme.registering.people import people_of
from nhipcau.programme.relink_people import relink_people
from nhipcau.programme.undo import undo
from nhipcau.programme.unmerge_person import unmerge_person
from nhipcau.programme.work import work
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, DIRECTOR, ENTERPRISE, MIRAE, OFFICER, SONGHAN, VIEWER, agreement, signatory

HANGUL = Person(id="per-ho", names=(Name("호반담", "ko", "official"),))
LATIN = Person(id="per-lee", names=(Name("Lee Deukwoon", "en", "official"),), organisation_id="org-mirae")


@pytest.fixture(autouse=True)
def register(memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, DIRECTOR, HANGUL, LATIN)
    memory.put(agreement("agr-1", SONGHAN, MIRAE, people=(signatory(), replace(signatory(HANGUL), name="호반담"))))


def pairs(office: Office) -> list[tuple[str, str]]:
    rows = review_queue(office, OFFICER, "person").items
    return [(row.doubt.left, row.doubt.right) for row in rows]


def test_a_run_proposes_and_merges_nobody(office: Office) -> None:
    done = relink_people(office, OFFICER)
    assert (done.people, done.proposed) == (3, 1)
    assert pairs(office) == [("per-dam", "per-ho")]
    assert relink_people(office, OFFICER).proposed == 0
    assert person_page(office, OFFICER, "per-ho").doubts[0].doubt.kind == "person"


def test_a_new_name_at_a_signing_is_proposed_with_whom_it_may_be(office: Office) -> None:
    with work(office, OFFICER, "test") as opened:
        heard = [{"name": "이득운", "org": "Viện Gốm sứ Mirae"}]
        (stranger,) = people_of(opened, heard, [MIRAE], language="ko", demo=False)
    assert pairs(office) == [tuple(sorted((stranger.id, "per-lee")))]


def test_a_decision_is_remembered_for_good(office: Office) -> None:
    relink_people(office, OFFICER)
    doubt = review_queue(office, OFFICER, "person").items[0].doubt
    decide_pair(office, OFFICER, doubt.id, "different", version=doubt.version)
    assert relink_people(office, OFFICER).proposed == 0
    assert pairs(office) == []
    with pytest.raises(Conflict, match=r"error\.merge-vetoed"):
        merge_people(office, OFFICER, "per-dam", "per-ho")


def test_signatures_follow_a_merge_and_go_back_with_it(office: Office, memory: MemoryStore) -> None:
    merge_people(office, OFFICER, "per-dam", "per-ho")
    assert {item.person_id for item in memory.tables.agreements["agr-1"].people} == {"per-dam"}
    page = person_page(office, OFFICER, "per-dam")
    assert [name.text for name in page.person.names] == ["Hồ Văn Đàm", "호반담"]
    assert [member.id for member in page.members] == ["per-ho"]
    with pytest.raises(MergedInto) as led:
        person_page(office, OFFICER, "per-ho")
    assert led.value.into == "per-dam"
    unmerge_person(office, OFFICER, "per-ho")
    assert [item.person_id for item in memory.tables.agreements["agr-1"].people] == ["per-dam", "per-ho"]
    assert [name.text for name in person_page(office, OFFICER, "per-dam").person.names] == ["Hồ Văn Đàm"]
    with pytest.raises(NotFound):
        unmerge_person(office, OFFICER, "per-ho")


def test_the_second_of_two_officers_is_told(office: Office) -> None:
    seen = DIRECTOR.version
    merge_people(office, OFFICER, "per-dam", "per-ho", kept_version=seen)
    with pytest.raises(Conflict, match=r"error\.already-merged"):
        merge_people(office, OFFICER, "per-dam", "per-ho", kept_version=seen)
    with pytest.raises(Conflict, match=r"error\.merge-with-itself"):
        merge_people(office, OFFICER, "per-dam", "per-dam")


def test_same_is_taken_back_by_undo(office: Office, memory: MemoryStore) -> None:
    relink_people(office, OFFICER)
    doubt = review_queue(office, OFFICER, "person").items[0].doubt
    decided = decide_pair(office, OFFICER, doubt.id, "same", version=doubt.version)
    undo(office, OFFICER, decided.batch)
    assert memory.tables.people["per-ho"].merged_into is None
    assert memory.tables.doubts[doubt.id].state is DoubtState.OPEN


def test_posts_are_set_with_periods_and_keep_their_source(office: Office) -> None:
    posts = [("org-mirae", "Viện trưởng", "2019-03", "2022"), ("", "", "", "")]
    changed = edit_person(office, OFFICER, "per-lee", version=1, posts=posts)
    assert changed.posts == (
        Post(organisation_id="org-mirae", title="Viện trưởng", since="2019-03", until="2022", source="Lan"),
    )
    assert [body.id for body in person_page(office, OFFICER, "per-lee").bodies] == ["org-mirae"]


def test_a_new_spelling_may_bring_up_another_person(office: Office) -> None:
    names = [("Lee Deukwoon", "en"), ("호반담", "ko")]
    edit_person(office, OFFICER, "per-lee", version=1, names=names)
    assert pairs(office) == [("per-ho", "per-lee")]


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"names": []}, "names"),
        ({"posts": [("org-nowhere", "x", "", "")]}, "posts"),
        ({"posts": [("org-mirae", "x", "sometime", "")]}, "posts"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_is_refused(office: Office, parts: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidFields) as wrong:
        edit_person(office, OFFICER, "per-lee", version=1, **parts)  # type: ignore[arg-type]  # as a hostile form
    assert field in wrong.value.fields


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE, VIEWER])
def test_only_officers_decide_who_is_who(office: Office, actor: Actor) -> None:
    for forbidden in (
        lambda: merge_people(office, actor, "per-dam", "per-ho"),
        lambda: unmerge_person(office, actor, "per-ho"),
        lambda: relink_people(office, actor),
        lambda: edit_person(office, actor, "per-lee", version=1, names=[("x", "en")]),
        lambda: review_queue(office, actor, "person"),
    ):
        with pytest.raises(NotAllowed):
            forbidden()


def test_an_enterprise_learns_nothing_of_doubts_and_merges(office: Office, memory: MemoryStore) -> None:
    relink_people(office, OFFICER)
    memory.put(agreement("agr-2", SONGHAN, people=(signatory(),)))
    firm = replace(ENTERPRISE, organisation_id="org-songhan")
    page = person_page(office, firm, "per-dam")
    assert (page.doubts, page.merges, page.members, page.changes) == ((), (), (), 0)
