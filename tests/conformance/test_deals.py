from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from nhipcau.facts.deal import (
    DeclineReason,
    Digest,
    Follower,
    Match,
    Money,
    Side,
    Stage,
    Step,
)
from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import ItemState
from nhipcau.programme.filters import MATCH_SORTS, DeskQuery, FoundFilter, MatchFilter, Paging
from nhipcau.programme.ports import Store
from nhipcau.programme.views import MATCH_SECTIONS, DeskSection, FoundStamp, MarketStamp
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    MIRAE,
    NOW,
    OFFICER,
    SONGHAN,
    TODAY,
    agreement,
    found,
    match,
    need,
    offer,
)

SIGNED = match(
    "mat-2",
    "nee-2",
    stage=Stage.CONTRACT,
    need_organisation_id=SONGHAN.id,
    accepted_by=(Side.NEED, Side.OFFER),
    moved_at=NOW - timedelta(days=2),
    proposed_by=OFFICER.id,
    agreement_id="agr-1",
    discussed=Money(amount=Decimal("1500000.00"), currency="VND", on=TODAY),
    contract=Money(amount=Decimal("45000.50"), currency="USD", on=TODAY),
    steps=(
        Step(stage=Stage.PROPOSED, at=NOW, by=OFFICER.id, by_name="Lan", note="gặp ở hội chợ"),
        Step(stage=Stage.CONTRACT, at=NOW, by=OFFICER.id, side=Side.NEED, for_side=True),
    ),
    score=2000,
)
DECLINED = match(
    "mat-3",
    offer_id="off-2",
    stage=Stage.DECLINED,
    accepted_by=(Side.OFFER,),
    declined_by=Side.NEED,
    declined_reason=DeclineReason.PRICE,
    declined_note="quá đắt",
    moved_at=NOW - timedelta(days=40),
    proposed_at=NOW - timedelta(days=41),
    discussed=Money(amount=Decimal("500000.00"), currency="VND", on=TODAY),
    demo=True,
    score=10,
)
RESTING = match(
    "mat-4", "nee-2", "off-2", need_organisation_id=SONGHAN.id, moved_at=NOW - timedelta(days=40), score=50,
    stage=Stage.ACCEPTED_BY_ONE, accepted_by=(Side.NEED,),
)  # fmt: skip


def put(store: Store, *matches: Match) -> None:
    with store.unit() as unit:
        for body in (ANPHU, SONGHAN, MIRAE):
            unit.organisations.add(body)
        unit.agreements.add(agreement())
        unit.needs.add_many([need(), need("nee-2", SONGHAN)])
        unit.offers.add_many([offer(), offer("off-2")])
        for one in matches:
            unit.matches.add(one)


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, match(), SIGNED, DECLINED, RESTING)
    return store


def listed(store: Store, sort: str = "moved", **wanted: Any) -> list[str]:
    page = store.reads().match_list(MatchFilter(today=TODAY, **wanted), Paging(sort=sort))
    assert page.total == len(page.items)
    return [row.match.id for row in page.items]


@pytest.mark.parametrize("thing", [match(), SIGNED, DECLINED])
def test_gives_back_a_match_as_it_was(store: Store, thing: Match) -> None:
    put(store, thing)
    with store.unit() as unit:
        assert unit.matches.get(thing.id) == thing
        saved = unit.matches.save(replace(thing, score=7))
        assert unit.matches.get(thing.id) == saved
        assert repr(saved.contract) == repr(thing.contract)
    with store.unit() as unit, pytest.raises(Conflict, match="changed-meanwhile"):
        unit.matches.save(thing)


def test_one_pair_has_one_match(filled: Store) -> None:
    with filled.unit() as unit:
        with pytest.raises(Conflict, match="already-there"):
            unit.matches.add(match("mat-9"))
        assert unit.matches.of_pair("nee-1", "off-1") == match()
        assert unit.matches.of_pair("nee-1", "off-9") is None


def test_matches_are_found_by_item_body_and_agreement(filled: Store) -> None:
    with filled.unit() as unit:
        assert unit.matches.of_items(["nee-1"]) == [match(), DECLINED]
        assert unit.matches.of_items(["off-2"]) == [DECLINED, RESTING]
        assert unit.matches.of_organisations([SONGHAN.id]) == [SIGNED, RESTING]
        assert unit.matches.of_agreement("agr-1") == [SIGNED]
        assert unit.matches.demo() == [DECLINED]
    assert filled.reads().item_matches("offer", "off-2") == (DECLINED, RESTING)


@pytest.mark.parametrize("sort", [*MATCH_SORTS, *(f"-{sort}" for sort in MATCH_SORTS)])
def test_pages_of_matches_join_without_gaps_or_doubles(filled: Store, sort: str) -> None:
    joined: list[str] = []
    cursor = None
    while True:
        page = filled.reads().match_list(MatchFilter(today=TODAY), Paging(sort=sort, cursor=cursor, limit=3))
        joined += [row.match.id for row in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert joined == listed(filled, sort)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["mat-3", "mat-4", "mat-2", "mat-1"]),
        ({"stage": Stage.CONTRACT}, ["mat-2"]),
        ({"agreement_id": "agr-1"}, ["mat-2"]),
        ({"organisation_id": SONGHAN.id}, ["mat-4", "mat-2"]),
        ({"visible_to": ANPHU.id}, ["mat-3", "mat-1"]),
        ({"visible_to": ""}, []),
        ({"visible_to": MIRAE.id, "organisation_id": ANPHU.id}, ["mat-3", "mat-1"]),
        ({"need_id": "nee-1"}, ["mat-3", "mat-1"]),
        ({"offer_id": "off-2"}, ["mat-3", "mat-4"]),
        ({"proposed_by": OFFICER.id}, ["mat-2"]),
        ({"proposed_by": ADVISER.id, "demo": True}, ["mat-3"]),
        ({"idle_before": NOW - timedelta(days=30)}, ["mat-4"]),
        ({"unanswered": True}, ["mat-4", "mat-1"]),
        ({"unanswered": True, "answerer": SONGHAN.id}, []),
        ({"unanswered": True, "answerer": MIRAE.id}, ["mat-4", "mat-1"]),
    ],
)
def test_filters_matches(filled: Store, wanted: dict[str, Any], expected: list[str]) -> None:
    assert listed(filled, **wanted) == expected


def test_a_page_has_both_items_contacts_and_the_agreement(filled: Store) -> None:
    view = filled.reads().match_page("mat-2", today=TODAY)
    assert view is not None
    assert (view.row.match, view.row.need.item, view.row.offer.item) == (SIGNED, need("nee-2", SONGHAN), offer())
    assert [(one.side, one.organisation_id, one.person) for one in view.contacts] == [
        (Side.NEED, SONGHAN.id, need().created_by_name),
        (Side.OFFER, MIRAE.id, offer().created_by_name),
    ]
    assert view.agreement is not None
    assert filled.reads().match_page("mat-9", today=TODAY) is None


def test_the_funnel_counts_stages_and_never_adds_one_value_to_another(filled: Store) -> None:
    funnel = filled.reads().match_funnel(agreement_id=None, by_agreement=True, visible_to=None)
    assert funnel.now == {
        Stage.PROPOSED: 1,
        Stage.ACCEPTED_BY_ONE: 1,
        Stage.CONTRACT: 1,
        Stage.DECLINED: 1,
    }
    assert funnel.reached == {Stage.PROPOSED: 4, Stage.CONTRACT: 1}
    assert [(row.agreement_id, dict(row.stages)) for row in funnel.by_agreement] == [
        (None, {Stage.PROPOSED: 1, Stage.ACCEPTED_BY_ONE: 1, Stage.DECLINED: 1}),
        ("agr-1", {Stage.CONTRACT: 1}),
    ]
    assert [(one.kind, one.currency, one.amount, one.matches) for one in funnel.totals] == [
        ("discussed", "VND", Decimal(2_000_000), 2),
        ("contract", "USD", Decimal("45000.50"), 1),
    ]
    own = filled.reads().match_funnel(agreement_id=None, by_agreement=False, visible_to=ANPHU.id)
    assert (own.now, own.by_agreement) == ({Stage.PROPOSED: 1, Stage.DECLINED: 1}, ())
    under = filled.reads().match_funnel(agreement_id="agr-1", by_agreement=True, visible_to=None)
    assert under.now == {Stage.CONTRACT: 1}


def test_pairs_found_are_kept_and_go_with_their_items(store: Store) -> None:
    put(store)
    near = found("fou-2", offer_id="off-2", near=True, unmet=("tolerance",))
    with store.unit() as unit:
        unit.found.add_many([found(closed=("certificate",)), near])
        assert unit.found.of_needs(["nee-1"]) == [found(closed=("certificate",)), near]
        assert unit.found.needs_of(["off-1", "off-2"]) == ["nee-1"]
        saved = unit.found.save(replace(near, near=False, gone_at=NOW))
        assert unit.found.get("fou-2") == saved
    with store.unit() as unit:
        unit.offers.delete("off-2")
    with store.unit() as unit:
        assert unit.found.of_needs(["nee-1"]) == [found(closed=("certificate",))]


def test_news_are_pairs_on_the_market_that_nobody_set_on_the_way(store: Store) -> None:
    put(store, match("mat-1", "nee-1", "off-2"))
    with store.unit() as unit:
        unit.needs.add(need("nee-3", state=ItemState.WITHDRAWN))
        unit.offers.add(offer("off-3", SONGHAN))
        unit.found.add_many(
            [
                found("fou-1", since=NOW - timedelta(days=1)),
                found("fou-2", offer_id="off-2"),
                found("fou-3", need_id="nee-3"),
                found("fou-4", need_id="nee-2", near=True),
                found("fou-5", need_id="nee-2", offer_id="off-2", gone_at=NOW),
                found("fou-6", offer_id="off-3", closed=("tolerance",)),
            ]
        )

    def told(**wanted: Any) -> list[str]:
        return [one.id for one in store.reads().found_pairs(FoundFilter(today=TODAY, **wanted))]

    assert told() == ["fou-6", "fou-1"]
    assert told(since=NOW - timedelta(days=1)) == ["fou-6"]
    assert told(visible_to=MIRAE.id) == ["fou-1"]
    assert told(visible_to=ANPHU.id, limit=1) == ["fou-6"]
    assert told(visible_to="") == []
    assert told(visible_to=ANPHU.id)[0] == "fou-6"
    (first, _) = store.reads().found_pairs(FoundFilter(today=TODAY))
    assert (first.need.item, first.offer.item, first.closed) == (need(), offer("off-3", SONGHAN), ("tolerance",))


def test_up_to_where_pairs_were_found_is_kept(store: Store) -> None:
    assert store.reads().found_stamp() is None
    for items in (3, 9):
        stamp = FoundStamp(market=MarketStamp(epoch="e", items=items, concepts=1), day=TODAY)
        with store.unit() as unit:
            unit.found.up_to(stamp)
        assert store.reads().found_stamp() == stamp


def test_followers_are_kept_and_found_by_the_key_of_their_feed(store: Store) -> None:
    follower = Follower(id="7", seen_at=NOW, digest=Digest.WEEKLY, digested_at=NOW, feed_key="a" * 64)
    with store.unit() as unit:
        unit.followers.add(follower)
        unit.followers.add(Follower(id="8"))
    with store.unit() as unit:
        assert unit.followers.by_feed_key("a" * 64) == follower
        assert unit.followers.by_feed_key("b" * 64) is None
        assert unit.followers.by_feed_key("") is None
    assert store.reads().follower("8") == Follower(id="8")
    assert store.reads().follower("9") is None


def test_items_are_given_by_id(filled: Store) -> None:
    rows = filled.reads().item_rows("need", ["nee-2", "nee-9"], today=TODAY)
    assert [(key, row.item, row.organisation_name) for key, row in rows.items()] == [
        ("nee-2", need("nee-2", SONGHAN), SONGHAN.names[0].text)
    ]
    assert list(filled.reads().market_listings("offer", ["off-1", "off-9"])) == ["off-1"]


def desk(store: Store, **parts: Any) -> dict[str, DeskSection]:
    query = DeskQuery(
        today=TODAY,
        idle_before=TODAY,
        expires_until=TODAY,
        reviewed_until=TODAY,
        sections=MATCH_SECTIONS,
        moved_before=NOW - timedelta(days=30),
        **parts,
    )
    return {section.code: section for section in store.reads().desk(query)}


def test_the_desk_shows_what_waits_rests_or_is_new(filled: Store) -> None:
    with filled.unit() as unit:
        unit.offers.add_many([offer("off-3"), offer("off-4")])
        unit.found.add_many([found(offer_id="off-3"), found("fou-2", offer_id="off-4")])
    office = desk(filled)
    assert [item.id for item in office["matches-to-answer"].items] == ["mat-4", "mat-1"]
    assert [item.id for item in office["matches-idle-30-days"].items] == ["mat-4"]
    assert [(item.kind, item.id) for item in office["new-matches"].items] == [("need", "nee-1")]
    assert office["new-matches"].count == 1
    assert office["matches-to-answer"].items[1].title == f"{need().title} · {offer().title}"
    mirae = desk(filled, visible_to=MIRAE.id)
    assert [item.title for item in mirae["matches-to-answer"].items] == [offer("off-2").title, offer().title]
    assert [(item.kind, item.id) for item in mirae["new-matches"].items] == [("offer", "off-3"), ("offer", "off-4")]
    assert desk(filled, visible_to=SONGHAN.id)["matches-to-answer"].count == 0
    assert desk(filled, seen_at=NOW)["new-matches"].count == 0
    assert desk(filled, sample=1)["matches-to-answer"].count == 2


def deals(store: Store, *ids: str) -> dict[str, int]:
    """Return of how many contracts offers tell, which is the same in every way to ask."""
    told = {key: one.deals for key, one in store.reads().market_listings("offer", ids).items()}
    for since in (0, 1):
        entries = store.reads().market_items_after("offer", "", limit=99, today=TODAY, since=since)
        assert {entry.id: entry.listing.deals for entry in entries if entry.listing and entry.id in ids} == told
    return told


def test_offers_tell_of_the_contracts_of_their_organisation(store: Store) -> None:
    put(
        store,
        SIGNED,
        match("mat-1", "nee-1", "off-2", stage=Stage.REPEAT_ORDER),
        match(stage=Stage.QUOTATION, key="mat-3"),
        replace(SIGNED, id="mat-4", offer_id="off-2", stage=Stage.DECLINED),
    )
    with store.unit() as unit:
        unit.offers.add_many([offer("off-3", confidential=True), offer("off-4", SONGHAN), offer("off-5", demo=True)])
    assert deals(store, "off-1", "off-2", "off-3", "off-4", "off-5") == {
        "off-1": 2,
        "off-2": 2,
        "off-3": 0,
        "off-4": 0,
        "off-5": 0,
    }
    with store.unit() as unit:
        unit.matches.save(replace(SIGNED, demo=True))
    assert deals(store, "off-1", "off-5") == {"off-1": 1, "off-5": 1}
    (sought,) = store.reads().market_listings("need", ["nee-1"]).values()
    assert sought.deals == 0


def test_offers_are_read_anew_when_a_contract_comes_or_goes(store: Store) -> None:
    put(store, match(stage=Stage.QUOTATION))
    with store.unit() as unit:
        unit.offers.add_many([offer("off-3", confidential=True), offer("off-4", SONGHAN)])

    def moved(change: Callable[[Any], Any]) -> list[str]:
        since = store.reads().market_stamp().items
        with store.unit() as unit:
            change(unit.matches)
        entries = store.reads().market_items_after("offer", "", limit=9, today=TODAY, since=since)
        assert store.reads().market_items_gone("offer", since=since) == ()
        return [entry.id for entry in entries]

    mine = ["off-1", "off-2"]
    signed = match(stage=Stage.CONTRACT, version=2)
    assert moved(lambda matches: matches.save(match(stage=Stage.MEETING))) == []
    assert moved(lambda matches: matches.save(signed)) == mine
    assert moved(lambda matches: matches.save(replace(signed, version=3, stage=Stage.REPEAT_ORDER))) == []
    to_songhan = replace(signed, version=4, offer_organisation_id=SONGHAN.id)
    assert moved(lambda matches: matches.save(to_songhan)) == [*mine, "off-4"]
    assert moved(lambda matches: matches.save(replace(to_songhan, version=5, stage=Stage.SAMPLE))) == ["off-4"]
    assert moved(lambda matches: matches.delete("mat-1")) == []
    assert moved(lambda matches: matches.add(signed)) == mine
    assert moved(lambda matches: matches.delete("mat-1")) == mine
    assert moved(lambda matches: matches.add_many([signed, SIGNED])) == mine
    assert moved(lambda matches: matches.delete_many(["mat-1", "mat-2", "mat-9"])) == mine
