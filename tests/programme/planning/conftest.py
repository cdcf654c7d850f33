"""An office in memory with a moulder that misses two things a buyer asks for, and offers that help with one of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from nhipcau.compute.market.finder import MarketFinder
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.market import Attribute, Comparison, ItemKind, Offer, Requirement
from nhipcau.programme.office import Office
from tests.programme.fakes import memory_office
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, MIRAE, SONGHAN, agreement, commitment, need, offer

MOULDER = Actor(id="u-moulder", name="An Phú", role=Role.ENTERPRISE, organisation_id=ANPHU.id)
WANTED = (
    Requirement(property="certificate", comparison=Comparison.HAS, value="IATF 16949"),
    Requirement(property="press_tonnage", comparison=Comparison.AT_LEAST, value=Decimal(350), unit="t"),
    Requirement(property="tolerance", comparison=Comparison.AT_MOST, value=Decimal("0.05"), unit="mm", must=False),
)
STATED = (
    Attribute(property="press_tonnage", value=Decimal(200), unit="t"),
    Attribute(property="certificate", value="ISO 9001"),
)


def days(number: int) -> Attribute:
    return Attribute(property="duration", value=Decimal(number), unit="day")


def price(number: int) -> Attribute:
    return Attribute(property="price", value=Decimal(number), unit="USD")


def remedy(key: str, kind: ItemKind, text: str, concepts: tuple[str, ...], *stated: Attribute, **more: object) -> Offer:
    """Return an offer of help by Song Han."""
    parts = {"kind": kind, "language": "vi", "title": text, "text": text, "found": concepts, "attributes": stated}
    return offer(key, SONGHAN, **{**parts, **more})


COACH = remedy(
    "coach",
    ItemKind.EXPERTISE,
    "Tư vấn triển khai IATF 16949 tại xưởng",
    ("iatf-implementation",),
    days(180),
    price(4_000),
    agreement_id="agr-1",
)
QUICK = remedy(
    "quick",
    ItemKind.EXPERTISE,
    "Tư vấn nhanh triển khai IATF 16949",
    ("iatf-implementation",),
    days(90),
    price(12_000),
)


@pytest.fixture
def office(memory: MemoryStore, tmp_path: Path) -> Office:
    """Return an office that finds what fits."""
    plain = memory_office(memory)
    return replace(plain, finder=MarketFinder(tmp_path, memory.reads, plain.clock.today))


@pytest.fixture(autouse=True)
def _market(memory: MemoryStore) -> None:
    """Fill the office."""
    memory.put(ANPHU, SONGHAN, MIRAE, agreement(), commitment())
    memory.put(
        need("buyer", MIRAE, title="Ép nhựa", text="Cần xưởng ép phun nhựa cho chi tiết ô tô.", requirements=WANTED),
        offer(
            "moulder",
            ANPHU,
            kind=ItemKind.PRODUCT,
            language="vi",
            title="Ép phun nhựa",
            text="Xưởng ép phun nhựa kỹ thuật.",
            attributes=STATED,
            found=("injection-moulding",),
        ),
        COACH,
        QUICK,
    )
