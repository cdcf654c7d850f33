"""Who may know what of needs and offers: nothing tells others who is behind a confidential one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import InvalidFields, NotAllowed, NotFound
from nhipcau.facts.market import Comparison, ItemState, Need, Requirement
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.office import Office
from nhipcau.programme.post_need import post_need
from nhipcau.programme.queries.history import history
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.need_page import need_page
from nhipcau.programme.queries.offer_list import offer_list
from nhipcau.programme.queries.offer_page import offer_page
from nhipcau.programme.queries.own_concepts import own_concepts
from nhipcau.programme.queries.search import search
from nhipcau.programme.record_change import to_record
from nhipcau.programme.review_item import publish_item
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, ENTERPRISE, NOW, OFFICER, STRANGER, TODAY, VIEWER, need, offer

HIDER = Organisation(
    id="org-hider",
    names=(Name("Công ty Cổ phần Cơ khí Ẩn Danh", "vi", "official"), Name("ADM", "und", "acronym")),
    phone="0222 3847 111",
    address="Lô B5, KCN Quế Võ",
)
ITS_OWN = replace(ENTERPRISE, id="u-hider", name="Người giấu tên", organisation_id=HIDER.id)
# Letters of it that stand in nothing else: whoever finds one of these in an answer found the organisation.
TELLING = ("Ẩn Danh", "an danh", "ADM", "3847", "Quế Võ", "quevo", HIDER.id, "andanh.example", "u-hider", "giấu tên")
READERS = [STRANGER, VIEWER, ENTERPRISE]
INSIDERS = [OFFICER, ADVISER, ITS_OWN]


@pytest.fixture
def secret(office: Office, memory: MemoryStore) -> Need:
    """Return a published confidential need whose every part tells whose it is."""
    memory.put(HIDER)
    posted = post_need(
        office,
        ITS_OWN,
        HIDER.id,
        kind="product",
        title="Cơ khí ẩn danh tìm xưởng mạ",
        text="ADM (Lô B5, KCN Quế Võ) cần mạ kẽm. Gọi 0222 3847 111, mua@andanh.example, www.andanh.example.",
        place="Vĩnh Yên",
        confidential=True,
        requirements=[{"property": "process", "value": "mạ kẽm như Cơ khí Ẩn Danh đang làm"}],
    )
    return publish_item(office, OFFICER, Need, posted.id)


def told_to(office: Office, actor: Actor, need_id: str) -> str:
    """Return everything that lists, pages and search tell a person, as one text."""
    said: list[object] = [
        *need_list(office, actor).items,
        *need_list(office, actor, sort="title", search="ma kem").items,
        *need_list(office, actor, place="VN-70").items,
        need_page(office, actor, need_id),
        *search(office, actor, "mạ"),
    ]
    return json.dumps([to_record(one) for one in said], ensure_ascii=False)


@pytest.mark.parametrize("actor", READERS)
def test_others_see_what_is_sought_and_nothing_of_who_seeks_it(office: Office, secret: Need, actor: Actor) -> None:
    said = told_to(office, actor, secret.id)
    assert [word for word in TELLING if word.casefold() in said.casefold()] == []
    view = need_page(office, actor, secret.id)
    shown = view.row.item
    assert (view.row.known, view.row.organisation_name, shown.organisation_id) == (False, "", "")
    assert (shown.place, shown.kind, shown.expires_on) == ("VN-70", secret.kind, secret.expires_on)
    assert shown.title == "██████████████ tìm xưởng mạ"
    assert "cần mạ kẽm." in shown.text
    assert len(shown.text) == len(secret.text)
    assert shown.requirements[0].value == "mạ kẽm như ██████████████ đang làm"
    assert (view.may, view.warnings, view.changes) == ((), (), 0)


@pytest.mark.parametrize("actor", INSIDERS)
def test_its_own_people_and_the_office_see_everything(office: Office, secret: Need, actor: Actor) -> None:
    view = need_page(office, actor, secret.id)
    assert (view.row.item, view.row.known, view.row.organisation_name) == (secret, True, HIDER.names[0].text)
    assert "market.edit" in view.may
    assert ("market.review" in view.may) is (actor is not ITS_OWN)
    assert [warning.code for warning in view.warnings] == ["market.words-hidden"]
    assert [row.item.id for row in need_list(office, actor, organisation_id=HIDER.id).items] == [secret.id]
    assert [hit.id for hit in search(office, actor, "Quế Võ")] == [secret.id]


@pytest.mark.parametrize("actor", READERS)
@pytest.mark.parametrize(
    "asked",
    [
        {"organisation_id": HIDER.id},
        {"place": "Vĩnh Yên"},
        {"search": "ẩn danh"},
        {"search": "3847"},
        {"search": "quế võ"},
        {"search": "andanh"},
        {"search": "vĩnh yên"},
    ],
)
def test_no_question_of_others_finds_it_by_who_is_behind_it(
    office: Office, secret: Need, actor: Actor, asked: Any
) -> None:
    found = need_list(office, actor, **asked)
    assert (found.items, found.total) == ((), 0)


@pytest.mark.parametrize("actor", READERS)
def test_search_of_others_does_not_find_it_by_who_is_behind_it(office: Office, secret: Need, actor: Actor) -> None:
    assert all(hit.id != secret.id for word in TELLING for hit in search(office, actor, word))


@pytest.mark.parametrize("actor", READERS)
def test_its_history_is_not_told_to_others(office: Office, secret: Need, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        history(office, actor, kind="need", id=secret.id)


@pytest.mark.parametrize("state", [ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.WITHDRAWN, ItemState.CLOSED])
def test_what_is_not_on_the_market_is_there_for_its_own_people_and_the_office_alone(
    office: Office, memory: MemoryStore, state: ItemState
) -> None:
    memory.put(need(state=state), offer(state=state))
    for actor in (STRANGER, VIEWER):
        with pytest.raises(NotFound):
            need_page(office, actor, "nee-1")
        with pytest.raises(NotFound):
            offer_page(office, actor, "off-1")
        assert need_list(office, actor, state=state).total == 0
        assert search(office, actor, "nee-1") == ()
    for actor in (OFFICER, ADVISER, ENTERPRISE):
        assert need_page(office, actor, "nee-1").row.state is state
        assert need_list(office, actor, state=state).total == 1


def test_what_expired_is_gone_for_others(office: Office, memory: MemoryStore) -> None:
    memory.put(need(expires_on=TODAY - timedelta(days=1)))
    assert need_list(office, VIEWER).total == 0
    with pytest.raises(NotFound):
        need_page(office, VIEWER, "nee-1")
    assert need_page(office, ENTERPRISE, "nee-1").row.state is ItemState.EXPIRED


def test_readers_of_an_open_item_learn_nothing_of_its_way_through_the_office(
    office: Office, memory: MemoryStore
) -> None:
    memory.put(need(returned="Ghi rõ", agreement_id="agr-2", source="Danh sách kín", source_key="7"))
    view = need_page(office, VIEWER, "nee-1")
    item = view.row.item
    assert (view.row.organisation_name, item.organisation_id) == ("Công ty TNHH An Phú", ANPHU.id)
    assert (item.created_by, item.created_by_name, item.reviewed_by, item.returned) == ("", "", "", "")
    assert (item.agreement_id, item.source, view.agreement, view.changes) == (None, "", None, 0)
    own = need_page(office, ENTERPRISE, "nee-1")
    assert own.agreement is not None
    assert own.row.item.returned == "Ghi rõ"


def test_a_need_that_contradicts_itself_says_so(office: Office, memory: MemoryStore) -> None:
    least = Requirement(property="seats", comparison=Comparison.AT_LEAST, value="100", unit="")
    most = replace(least, comparison=Comparison.AT_MOST, value="50")
    memory.put(need(requirements=(least, most)))
    (warning,) = need_page(office, VIEWER, "nee-1").warnings
    assert (warning.code, warning.params) == ("match.contradiction", {"one": least, "other": most})


def test_lists_ask_for_places_concepts_and_ones_own(office: Office, memory: MemoryStore) -> None:
    memory.put(
        need(place="VN-61", created_at=NOW - timedelta(days=1)),
        need("nee-2", place="KR-48:changwon", concepts=("swiss-turning",), created_by=ADVISER.id),
        offer(),
    )

    def listed(actor: Actor = OFFICER, **asked: Any) -> list[str]:
        return [row.item.id for row in need_list(office, actor, **asked).items]

    assert listed() == ["nee-2", "nee-1"]
    assert listed(place="Hải Phòng") == ["nee-1"]
    assert listed(place="vn") == ["nee-1"]
    assert listed(place="경상남도") == ["nee-2"]
    assert listed(place="KR-48:changwon") == ["nee-2"]
    assert listed(concept="turning") == ["nee-2"]
    assert listed(concept="own:nothing") == []
    assert listed(ADVISER, mine="true") == ["nee-2"]
    assert listed(ENTERPRISE, mine=True) == ["nee-2", "nee-1"]
    assert listed(STRANGER, mine=True) == []
    assert [row.item.id for row in offer_list(office, VIEWER, kind="technology", language="ko").items] == ["off-1"]


def test_a_question_that_makes_no_sense_is_refused_field_by_field(office: Office) -> None:
    asked: Any = {"kind": "x", "state": "y", "place": "Atlantis", "language": "fr", "sort": "name", "colour": "red"}
    with pytest.raises(InvalidFields) as told:
        need_list(office, OFFICER, **asked)
    assert set(told.value.fields) == set(asked)


def test_own_concepts_are_told_to_the_office(office: Office) -> None:
    assert own_concepts(office, ADVISER) == ()
    with pytest.raises(NotAllowed):
        own_concepts(office, ENTERPRISE)


def test_an_agreement_that_one_may_not_know_of_finds_no_open_item(office: Office, memory: MemoryStore) -> None:
    memory.put(need("nee-9", ANPHU, agreement_id="agr-1"))
    assert [row.item.id for row in need_list(office, OFFICER, agreement_id="agr-1").items] == ["nee-9"]
    assert need_list(office, STRANGER, agreement_id="agr-1").items == ()
    assert need_list(office, STRANGER, agreement_id="agr-none").items == ()
