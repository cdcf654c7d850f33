from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from nhipcau.compute.market.finder import MarketFinder
from nhipcau.compute.market.office_index import Kept
from nhipcau.facts.errors import Unavailable
from nhipcau.facts.market import Attribute, ItemKind, ItemState, Need, Offer, OwnConcept
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.views import MarketStamp
from nhipcau.programme.work import collection_of
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import MIRAE, TODAY, need, offer

TURNING = "자동 선반 가공으로 스테인리스 힌지 핀을 생산합니다."


def turned(key: str = "off-1", tolerance: str = "0.005") -> Offer:
    stated = (Attribute(property="tolerance", value=Decimal(tolerance), unit="mm"),)
    return offer(key, MIRAE, kind=ItemKind.PRODUCT, text=TURNING, title=f"선반 {key}", attributes=stated)


@pytest.fixture
def memory() -> MemoryStore:
    store = MemoryStore()
    store.put(MIRAE, need(), turned(), turned("off-2", "0.05"))
    return store


@pytest.fixture
def fresh(memory: MemoryStore, tmp_path: Path) -> Callable[..., MarketFinder]:
    """Return what makes a finder as another process would: on the same folder, with nothing in memory."""

    def made(day: date = TODAY) -> MarketFinder:
        return MarketFinder(tmp_path, lambda: memory.reads(), lambda: day)  # noqa: PLW0108 -- as of then

    return made


def save(memory: MemoryStore, thing: Need | Offer | OwnConcept) -> None:
    with memory.unit() as unit:
        collection_of(unit, thing).save(thing)


def found(finder: MarketFinder, top: int = 20) -> tuple[list[str], list[str]]:
    ranking = finder.for_need(listing_of(need()), top=top)
    return [fit.offer for fit in ranking.matches], [fit.offer for fit in ranking.near_misses]


def test_another_process_finds_the_same(fresh: Callable[..., MarketFinder]) -> None:
    assert found(fresh()) == found(fresh()) == (["off-1"], ["off-2"])


def test_what_changed_is_found_by_a_finder_that_was_asked_before_and_by_a_new_one(
    memory: MemoryStore, fresh: Callable[..., MarketFinder]
) -> None:
    old = fresh()
    assert found(old) == (["off-1"], ["off-2"])
    save(memory, turned("off-2", "0.008"))
    memory.put(turned("off-3"))
    with memory.unit() as unit:
        unit.offers.delete("off-1")
    assert sorted(found(old)[0]) == sorted(found(fresh())[0]) == ["off-2", "off-3"]
    save(memory, replace(turned("off-3"), state=ItemState.WITHDRAWN))
    assert found(old) == found(fresh()) == (["off-2"], [])


def test_what_ended_is_not_found_the_day_after(memory: MemoryStore, fresh: Callable[..., MarketFinder]) -> None:
    save(memory, replace(turned(), expires_on=TODAY))
    assert found(fresh()) == (["off-1"], ["off-2"])
    assert found(fresh(TODAY + timedelta(days=1))) == ([], ["off-2"])
    # A clock that was set back builds anew rather than answer from tomorrow.
    assert found(fresh()) == (["off-1"], ["off-2"])


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone"])
def test_a_damaged_index_is_built_anew(fresh: Callable[..., MarketFinder], tmp_path: Path, harm: str) -> None:
    assert found(fresh()) == (["off-1"], ["off-2"])
    for file in [*tmp_path.rglob("*.segment"), *tmp_path.rglob("index.json")]:
        data = bytearray(file.read_bytes())
        if harm == "gone":
            file.unlink()
        else:
            data[len(data) // 2] ^= 0xFF
            file.write_bytes(data if harm == "flipped" else data[: len(data) // 2])
    assert found(fresh()) == (["off-1"], ["off-2"])


def test_a_restored_backup_is_another_market(
    memory: MemoryStore, fresh: Callable[..., MarketFinder], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(fresh())[0] == ["off-1"]
    restored = MemoryStore()
    restored.put(MIRAE, need(), turned("off-7"), turned("off-8", "0.05"))
    memory.tables = restored.tables
    before = memory.reads().market_stamp()
    monkeypatch.setattr("tests.programme.memory_market.stamp", lambda _tables: replace(before, epoch="another"))
    assert found(fresh()) == (["off-7"], ["off-8"])


def test_an_own_concept_lets_items_be_found_that_name_it(
    memory: MemoryStore, fresh: Callable[..., MarketFinder]
) -> None:
    seeker = need("nee-2", text="Tìm tắc kê hoa biết nói", title="Tắc kê hoa", requirements=())
    memory.put(replace(turned("off-5"), text="말하는 카멜레온을 만듭니다.", title="카멜레온"))
    finder = fresh()
    assert not finder.for_need(listing_of(seeker), top=5).matches
    labels = (("vi", "tắc kê hoa biết nói", True), ("ko", "말하는 카멜레온", True))
    memory.put(OwnConcept(id="own:pin", facet="product", labels=labels))
    assert [fit.offer for fit in finder.for_need(listing_of(seeker), top=5).matches] == ["off-5"]


def test_the_parts_of_an_offers_fit_are_those_of_the_need(fresh: Callable[..., MarketFinder]) -> None:
    finder = fresh()
    (fit,) = finder.for_offer(listing_of(turned()), top=5).matches
    assert fit == finder.for_need(listing_of(need()), top=5).matches[0]
    assert fit == finder.fit(listing_of(need()), listing_of(turned()))
    nothing = finder.for_offer(replace(listing_of(turned()), text="dệt vải"), top=5)
    assert nothing.notes[0].code == "match.nobody-asks"


def test_an_empty_market_finds_nothing_and_says_so(tmp_path: Path) -> None:
    empty = MemoryStore()
    finder = MarketFinder(tmp_path, empty.reads, lambda: TODAY)
    finder.catch_up()
    assert finder.for_need(listing_of(need()), top=5).notes


def test_a_folder_that_cannot_be_written_is_said_to_be_so(memory: MemoryStore, tmp_path: Path) -> None:
    (tmp_path / "offers").write_text("a file where a folder should be")
    finder = MarketFinder(tmp_path, memory.reads, lambda: TODAY)
    with pytest.raises(Unavailable, match="market-index"):
        found(finder)


@pytest.mark.parametrize("written", ["", "a|b|c", "e|1|2|not a day|v", "e|1|2|2026-03-02", "e|1|2|2026-03-02|v|more"])
def test_a_stamp_that_cannot_be_read_is_no_stamp(written: str) -> None:
    assert Kept.read(written) is None


def test_a_stamp_is_read_as_it_was_written() -> None:
    kept = Kept(market=MarketStamp(epoch="e", items=3, concepts=1), day=TODAY, vocabulary="v")
    assert Kept.read(kept.written()) == kept
