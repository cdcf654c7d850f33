"""An office in memory with three bodies, a need of one, offers of the two others, and an index of its market."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from nhipcau.compute.market.finder import MarketFinder
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.market import Attribute, ItemKind, Need, Offer
from nhipcau.programme.office import Office
from nhipcau.programme.work import collection_of
from tests.programme.fakes import memory_office
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, MIRAE, SONGHAN, agreement, need, offer

MIRAES = Actor(id="u-mirae", name="Kim Min-jun", role=Role.ENTERPRISE, organisation_id=MIRAE.id, language="ko")
TURNING = "자동 선반 가공으로 스테인리스 힌지 핀을 생산합니다. 공차 ±{} mm."


def turned_parts(key: str = "off-1", tolerance: str = "0.005", **parts: object) -> Offer:
    """Return an offer of turned parts by Mirae."""
    stated = (Attribute(property="tolerance", value=Decimal(tolerance), unit="mm"),)
    made = offer(
        key, kind=ItemKind.PRODUCT, title=f"정밀 선반 가공 {key}", text=TURNING.format(tolerance), attributes=stated
    )
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of an offer


def changed(memory: MemoryStore, item: Need | Offer) -> None:
    """Put an item in the place of the one with its id."""
    with memory.unit() as unit:
        collection_of(unit, item).save(item)


@pytest.fixture
def office(memory: MemoryStore, tmp_path: Path) -> Office:
    """Return an office that finds what fits."""
    plain = memory_office(memory)
    return replace(plain, finder=MarketFinder(tmp_path, memory.reads, plain.clock.today))


@pytest.fixture(autouse=True)
def _market(memory: MemoryStore) -> None:
    """Fill the office: Song Han's offer misses the tolerance that An Phú's need asks for."""
    memory.put(ANPHU, SONGHAN, MIRAE, agreement())
    memory.put(need(), turned_parts(), turned_parts("off-2", "0.05", organisation_id=SONGHAN.id, language="vi"))
