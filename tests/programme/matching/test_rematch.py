from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from nhipcau.facts.deal import Found
from nhipcau.facts.errors import Unavailable
from nhipcau.facts.market import Need, Offer
from nhipcau.programme.edit_offer import edit_offer
from nhipcau.programme.filters import FoundFilter
from nhipcau.programme.office import Office
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.desk import desk_section
from nhipcau.programme.rematch import rematch
from nhipcau.programme.undo import undo
from nhipcau.programme.withdraw_item import withdraw_item
from tests.programme.matching.conftest import turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ENTERPRISE, NOW, OFFICER, SONGHAN, TODAY, need


@pytest.fixture
def watched(office: Office) -> Office:
    """Return an office that looks at the market again after each change."""
    rematch(office)
    return replace(office, market_moved=rematch)


def pairs(memory: MemoryStore) -> dict[tuple[str, str], Found]:
    return {(found.need_id, found.offer_id): found for found in memory.tables.found.values()}


def test_what_fits_and_what_nearly_does_stands_there_as_found(watched: Office, memory: MemoryStore) -> None:
    found = pairs(memory)
    assert not found["nee-1", "off-1"].near
    assert found["nee-1", "off-2"].near
    assert found["nee-1", "off-2"].unmet == ("tolerance",)
    before = dict(memory.tables.found)
    rematch(watched, wait=True)
    assert memory.tables.found == before


def test_a_near_miss_becomes_a_match_when_what_it_failed_is_met(watched: Office, memory: MemoryStore) -> None:
    watched.clock.moment = NOW + timedelta(days=3)  # type: ignore[attr-defined]  # the clock of the tests
    better = [{"property": "tolerance", "value": "0.008", "unit": "mm"}]
    text = "자동 선반 가공으로 스테인리스 힌지 핀을 생산합니다."
    edit_offer(watched, OFFICER, "off-2", version=1, attributes=better, text=text)  # type: ignore[arg-type]  # as typed
    now = pairs(memory)["nee-1", "off-2"]
    assert (now.near, now.unmet, now.closed) == (False, (), ("tolerance",))
    assert now.since == NOW + timedelta(days=3)
    (told,) = watched.store.reads().found_pairs(FoundFilter(today=TODAY, since=NOW))
    assert (told.id, told.closed) == (now.id, ("tolerance",))


def test_what_leaves_the_market_is_gone_and_comes_back_with_undo(watched: Office, memory: MemoryStore) -> None:
    withdraw_item(watched, OFFICER, Offer, "off-1")
    assert pairs(memory)["nee-1", "off-1"].gone_at == NOW
    undo(watched, OFFICER, memory.tables.changes[-1].batch)
    assert pairs(memory)["nee-1", "off-1"].gone_at is None
    withdraw_item(watched, OFFICER, Need, "nee-1")
    assert all(found.gone_at for found in memory.tables.found.values())


def test_what_ends_is_gone_the_day_after(watched: Office, memory: MemoryStore) -> None:
    memory.put(turned_parts("off-3", organisation_id=SONGHAN.id, expires_on=TODAY))
    rematch(watched)
    assert pairs(memory)["nee-1", "off-3"].gone_at is None
    watched.clock.day = TODAY + timedelta(days=1)  # type: ignore[attr-defined]  # the clock of the tests
    rematch(watched)
    assert pairs(memory)["nee-1", "off-3"].gone_at


def test_many_changes_are_looked_at_beside_the_request(watched: Office, memory: MemoryStore) -> None:
    waiting: list[Callable[[], object]] = []
    busy = replace(watched, beside=waiting.append)
    memory.put(*(need(f"nee-{number}") for number in range(2, 60)))
    rematch(busy)
    assert ("nee-59", "off-1") not in pairs(memory)
    (work,) = waiting
    work()
    assert ("nee-59", "off-1") in pairs(memory)


def test_an_index_that_cannot_be_asked_loses_nothing(watched: Office, memory: MemoryStore) -> None:
    class Broken:
        def for_need(self, *_asked: object, **_how: object) -> object:
            raise Unavailable("error.market-index")

        for_offer = for_need

    memory.put(turned_parts("off-3", organisation_id=SONGHAN.id))
    rematch(replace(watched, finder=Broken()))  # type: ignore[arg-type]  # a finder that fails
    assert ("nee-1", "off-3") not in pairs(memory)
    rematch(watched)
    assert ("nee-1", "off-3") in pairs(memory)


def test_the_desk_tells_both_sides_of_new_pairs_until_somebody_sets_them_on_the_way(watched: Office) -> None:
    (item,) = desk_section(watched, ENTERPRISE, "new-matches").items
    assert (item.kind, item.id) == ("need", "nee-1")
    assert [one.id for one in desk_section(watched, OFFICER, "new-matches").items] == ["nee-1"]
    propose_match(watched, ENTERPRISE, "nee-1", "off-1")
    assert desk_section(watched, ENTERPRISE, "new-matches").items == ()
