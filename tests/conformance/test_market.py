from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import Item, ItemKind, ItemState
from nhipcau.programme.filters import ITEM_SORTS, DeskQuery, ItemFilter, MarketSight, Paging, SearchQuery
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.ports import Store
from nhipcau.programme.record_change import Thing
from nhipcau.programme.views import DeskSection
from nhipcau.programme.work import collection_of
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    MIRAE,
    NOW,
    SONGHAN,
    TODAY,
    agreement,
    need,
    offer,
    own_concept,
)

SECRET = need(
    "nee-2",
    MIRAE,
    title="Mirae cần bột zirconia",
    text="Viện Gốm sứ Mirae ở Jinju cần bột zirconia.",
    confidential=True,
    hidden=("Viện Gốm sứ Mirae", "Mirae", "Jinju"),
    place="KR-48:jinju",
    concepts=("zirconia",),
    created_at=NOW - timedelta(days=1),
    agreement_id="agr-1",
)
DRAFT = need("nee-3", SONGHAN, state=ItemState.DRAFT, published_at=None, kind=ItemKind.TRAINING, found=("tig-welding",))
OVER = need("nee-4", expires_on=TODAY - timedelta(days=1), created_at=NOW - timedelta(days=200), demo=True)
SENT = need("nee-5", state=ItemState.IN_REVIEW, sent_at=NOW - timedelta(days=3), language="en", created_by=ADVISER.id)
PUBLIC = MarketSight(everything=False)
MIRAES = MarketSight(everything=False, organisation_id=MIRAE.id)


def put(store: Store, *things: Thing) -> None:
    with store.unit() as unit:
        for thing in things:
            collection_of(unit, thing).add(thing)


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, ANPHU, SONGHAN, MIRAE, agreement(), need(), SECRET, DRAFT, OVER, SENT, offer(), own_concept())
    return store


def ids(items: Iterable[Any]) -> list[str]:
    return [row.item.id for row in items]


def listed(store: Store, sort: str = "title", **wanted: Any) -> list[str]:
    found = store.reads().need_list(ItemFilter(today=TODAY, **wanted), Paging(sort=sort))
    assert found.total == len(found.items)
    return ids(found.items)


@pytest.mark.parametrize(
    "thing", [need(), SECRET, DRAFT, OVER, SENT, offer(), own_concept(broader=("own:x",), note="n")]
)
def test_gives_back_what_the_market_keeps(store: Store, thing: Thing) -> None:
    put(store, ANPHU, SONGHAN, MIRAE, agreement(), thing)
    with store.unit() as unit:
        assert collection_of(unit, thing).get(thing.id) == thing


def test_lists_needs_in_every_order(filled: Store) -> None:
    assert listed(filled, "-new") == ["nee-1", "nee-3", "nee-5", "nee-2", "nee-4"]
    assert listed(filled, "expires") == ["nee-4", "nee-1", "nee-2", "nee-3", "nee-5"]
    # The title of a confidential need stands where it stands without its hidden words: "… cần bột zirconia".
    assert listed(filled, "title") == ["nee-2", "nee-1", "nee-3", "nee-4", "nee-5"]


@pytest.mark.parametrize("sort", [*ITEM_SORTS, *(f"-{sort}" for sort in ITEM_SORTS)])
def test_pages_of_needs_join_without_gaps_or_doubles(filled: Store, sort: str) -> None:
    found: list[str] = []
    cursor = None
    while True:
        page = filled.reads().need_list(ItemFilter(today=TODAY), Paging(sort=sort, cursor=cursor, limit=2))
        found += ids(page.items)
        cursor = page.next_cursor
        if cursor is None:
            break
    assert found == listed(filled, sort)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"kind": ItemKind.TRAINING}, ["nee-3"]),
        ({"state": ItemState.PUBLISHED}, ["nee-2", "nee-1"]),
        ({"state": ItemState.EXPIRED}, ["nee-4"]),
        ({"state": ItemState.IN_REVIEW}, ["nee-5"]),
        ({"organisation_id": MIRAE.id}, ["nee-2"]),
        ({"agreement_id": "agr-1"}, ["nee-2"]),
        ({"provinces": ("KR-48", "KR-26")}, ["nee-2"]),
        ({"city": "KR-48:jinju"}, ["nee-2"]),
        ({"city": "VN-HP"}, ["nee-1", "nee-3", "nee-4", "nee-5"]),
        ({"concepts": ("alumina", "zirconia")}, ["nee-2"]),
        ({"concepts": ("tig-welding",)}, ["nee-3"]),
        ({"language": "en"}, ["nee-5"]),
        ({"created_by": ADVISER.id}, ["nee-5"]),
        ({"demo": True}, ["nee-4"]),
        ({"search": ("mirae", "zirconia")}, ["nee-2"]),
        ({"search": ("inox", "nee", "5")}, ["nee-5"]),
    ],
)
def test_filters_needs(filled: Store, wanted: dict[str, Any], expected: list[str]) -> None:
    assert listed(filled, **wanted) == expected


def test_readers_list_what_is_on_the_market_and_partners_their_own_too(filled: Store) -> None:
    assert listed(filled, sight=PUBLIC) == ["nee-2", "nee-1"]
    assert listed(filled, sight=MIRAES) == ["nee-2", "nee-1"]
    own = MarketSight(everything=False, organisation_id=ANPHU.id)
    assert listed(filled, sight=own) == ["nee-2", "nee-1", "nee-4", "nee-5"]
    assert listed(filled, sight=replace(PUBLIC, organisation_id="")) == ["nee-2", "nee-1"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"organisation_id": MIRAE.id}, []),
        ({"agreement_id": "agr-1"}, []),
        ({"city": "KR-48:jinju"}, []),
        ({"created_by": SECRET.created_by}, ["nee-1"]),
        ({"search": ("mirae",)}, []),
        ({"search": ("jinju",)}, []),
        ({"search": ("zirconia",)}, ["nee-2"]),
        ({"provinces": ("KR-48",)}, ["nee-2"]),
    ],
)
def test_no_question_tells_who_is_behind_a_confidential_need(
    filled: Store, wanted: dict[str, Any], expected: list[str]
) -> None:
    assert listed(filled, sight=PUBLIC, **wanted) == expected


def test_its_own_people_find_a_confidential_need_by_everything(filled: Store) -> None:
    for wanted in ({"organisation_id": MIRAE.id}, {"city": "KR-48:jinju"}, {"search": ("mirae", "jinju")}):
        assert listed(filled, sight=MIRAES, **wanted) == ["nee-2"]


def test_a_page_names_who_is_behind_it_and_its_agreement(filled: Store) -> None:
    view = filled.reads().need_page("nee-2", today=TODAY)
    assert view is not None
    assert (view.row.item, view.row.state) == (SECRET, ItemState.PUBLISHED)
    assert (view.row.organisation_name, view.agreement and view.agreement.id) == ("미래세라믹연구원", "agr-1")
    over = filled.reads().need_page("nee-4", today=TODAY)
    assert over is not None
    assert over.row.state is ItemState.EXPIRED
    assert filled.reads().need_page("off-1", today=TODAY) is None
    assert filled.reads().offer_page("off-1", today=TODAY) is not None


def test_finds_items_of_bodies_of_agreements_and_of_sources(store: Store) -> None:
    taken = offer("off-2", source="Sở Công Thương", source_key="17")
    put(store, ANPHU, SONGHAN, MIRAE, agreement(), need(), SECRET, offer(), taken)
    with store.unit() as unit:
        assert unit.needs.of_organisations([MIRAE.id, SONGHAN.id]) == [SECRET]
        assert unit.needs.of_agreement("agr-1") == [SECRET]
        assert unit.offers.of_agreement("agr-1") == []
        assert unit.offers.by_source_keys("Sở Công Thương", ["17", "18"]) == {"17": taken}
        assert unit.organisations.burdens([MIRAE.id]) == {MIRAE.id: 4}
        with pytest.raises(Conflict, match="already-there"):
            unit.offers.add(replace(taken, id="off-3"))


def test_search_names_a_confidential_item_without_its_hidden_words(filled: Store) -> None:
    def titles(term: str, sight: MarketSight) -> list[tuple[str, str]]:
        asked = SearchQuery(terms=(term,), kinds=("need", "offer"), today=TODAY, sight=sight)
        return [(hit.id, hit.title) for hit in filled.reads().search(asked)]

    assert titles("zirconia", PUBLIC) == [("nee-2", "█████ cần bột zirconia")]
    assert titles("mirae", PUBLIC) == []
    assert titles("mirae", MIRAES) == titles("mirae", MarketSight()) == [("nee-2", "Mirae cần bột zirconia")]
    assert titles("tien", PUBLIC) == [("nee-1", "Tìm xưởng tiện nee-1")]
    assert titles("코팅", PUBLIC) == [("off-1", "세라믹 코팅 기술 off-1")]


def desk(store: Store, **parts: Any) -> dict[str, DeskSection]:
    query = DeskQuery(
        today=TODAY,
        idle_before=TODAY,
        expires_until=TODAY,
        reviewed_until=TODAY,
        renew_until=TODAY + timedelta(days=30),
        sections=("market-to-review", "market-expiring"),
        **parts,
    )
    return {section.code: section for section in store.reads().desk(query)}


def test_the_desk_shows_what_waits_for_a_reviewer_and_what_ends_soon(filled: Store) -> None:
    soon = [TODAY + timedelta(days=days) for days in (0, 30, 31)]
    put(
        filled,
        need("nee-6", SONGHAN, expires_on=soon[1]),
        need("nee-7", SONGHAN, expires_on=soon[2]),
        offer("off-2", expires_on=soon[0]),
    )
    found = desk(filled)
    assert [(item.id, item.since) for item in found["market-to-review"].items] == [
        ("nee-5", (NOW - timedelta(days=3)).date())
    ]
    assert [(item.kind, item.id) for item in found["market-expiring"].items] == [("offer", "off-2"), ("need", "nee-6")]
    assert desk(filled, reviewer=ADVISER.id)["market-to-review"].count == 0
    assert [item.id for item in desk(filled, visible_to=MIRAE.id)["market-expiring"].items] == ["off-2"]
    assert desk(filled, sample=1)["market-expiring"].count == 2


def test_the_stamp_moves_on_with_every_change_of_the_market(store: Store) -> None:
    put(store, ANPHU, MIRAE)
    reads = store.reads
    seen = [reads().market_stamp()]

    def moved(part: str) -> None:
        seen.append(reads().market_stamp())
        assert getattr(seen[-1], part) > getattr(seen[-2], part)
        other = "concepts" if part == "items" else "items"
        assert getattr(seen[-1], other) == getattr(seen[-2], other)

    put(store, need())
    moved("items")
    with store.unit() as unit:
        saved = unit.needs.save(replace(need(), title="Tìm xưởng"))
    moved("items")
    with store.unit() as unit:
        unit.needs.delete(saved.id)
    moved("items")
    with store.unit() as unit:
        unit.offers.add_many([offer(), offer("off-2")])
    moved("items")
    with store.unit() as unit:
        unit.offers.delete_many(["off-1", "off-2", "off-3"])
    moved("items")
    put(store, own_concept())
    moved("concepts")
    with store.unit() as unit:
        concept = unit.own_concepts.save(own_concept(note="x"))
    moved("concepts")
    with store.unit() as unit:
        unit.own_concepts.delete(concept.id)
        assert unit.own_concepts.all() == []
    moved("concepts")


def test_an_index_is_told_what_is_on_the_market_and_what_changed_since(filled: Store) -> None:
    def after(item_id: str, since: int = 0, limit: int = 9, today: date = TODAY) -> list[tuple[str, bool]]:
        entries = filled.reads().market_items_after("need", item_id, limit=limit, today=today, since=since)
        return [(entry.id, entry.listing is not None) for entry in entries]

    assert after("") == [("nee-1", True), ("nee-2", True)]
    assert after("nee-1") == [("nee-2", True)]
    assert after("", limit=1) == [("nee-1", True)]
    assert after("", today=date(2099, 1, 1)) == []
    entries = filled.reads().market_items_after("need", "", limit=2, today=TODAY)
    assert [entry.listing for entry in entries] == [listing_of(need()), listing_of(SECRET)]
    kept = filled.reads().market_stamp().items
    with filled.unit() as unit:
        unit.needs.save(replace(need(), state=ItemState.WITHDRAWN))
        unit.needs.save(replace(DRAFT, state=ItemState.PUBLISHED))
        unit.needs.delete("nee-2")
    assert after("", kept) == [("nee-1", False), ("nee-3", True)]
    assert filled.reads().market_items_gone("need", since=kept) == ("nee-2",)
    assert filled.reads().market_items_gone("offer", since=0) == ()
    put(filled, SECRET)
    assert filled.reads().market_items_gone("need", since=kept) == ()
    assert ("nee-2", True) in after("", kept)


def test_an_index_is_told_what_ended(filled: Store) -> None:
    def ended(first: date, last: date) -> tuple[str, ...]:
        return filled.reads().market_items_ended("need", first=first, last=last)

    assert ended(TODAY - timedelta(days=9), TODAY) == ("nee-4",)
    assert ended(TODAY, TODAY) == ()


def test_own_concepts_say_how_often_they_are_used(store: Store) -> None:
    other = own_concept("own:khac")
    uses: list[Item] = [need(concepts=(other.id,)), offer(found=(other.id,), concepts=(other.id, "alumina"))]
    put(store, ANPHU, MIRAE, own_concept(), other, *uses)
    rows = store.reads().own_concepts()
    assert [(row.concept, row.used) for row in rows] == [(own_concept(), 0), (other, 2)]


def test_demo_items_are_listed_alone(filled: Store) -> None:
    with filled.unit() as unit:
        assert unit.needs.demo() == [OVER]
        assert unit.offers.demo() == []
        assert unit.own_concepts.demo() == []
