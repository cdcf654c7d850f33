from __future__ import annotations

import pytest

from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.office import Office
from nhipcau.programme.registering.organisations import organisations_of
from nhipcau.programme.work import work
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import OFFICER


def registered(office: Office, *names: str) -> list[str]:
    """Register parties one paper after the other and return the ids of their organisations."""
    ids = []
    for name in names:
        with work(office, OFFICER, "confirm-draft") as opened:
            party = {"name": name, "country": "KR"}
            ids += [body.id for body in organisations_of(opened, [party], language="vi", demo=False)]
    return ids


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Viện Kỹ thuật và Công nghệ Ceramic Hàn Quốc", "Viện Công nghệ và Kỹ thuật gốm Hàn Quốc"),
        ("Chungbuk Technopark", "Chungbuk Techno Park"),
        ("Chungbuk Technopark", "충북테크노파크"),
    ],
)
def test_parties_that_are_alike_are_proposed_not_merged(
    office: Office, memory: MemoryStore, left: str, right: str
) -> None:
    one, other = registered(office, left, right)
    assert one != other
    (doubt,) = memory.tables.doubts.values()
    assert {doubt.left, doubt.right} == {one, other}
    assert (doubt.state, doubt.origin) == (DoubtState.OPEN, "confirmation")
    assert doubt.reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [("Chungbuk Technopark", "Chungnam Technopark"), ("Jeollanam-do", "Jeollabuk-do"), ("MOIT", "MOTIE")],
)
def test_look_alikes_are_not_even_proposed(office: Office, memory: MemoryStore, left: str, right: str) -> None:
    one, other = registered(office, left, right)
    assert one != other
    assert memory.tables.doubts == {}


def test_an_equal_name_is_the_same_body(office: Office, memory: MemoryStore) -> None:
    one, other = registered(office, "Chungbuk Technopark", "CHUNGBUK TECHNOPARK")
    assert one == other
    assert memory.tables.doubts == {}
