from __future__ import annotations

from nhipcau.compute.register import DuckLinkage
from nhipcau.facts.record import Bands, Record

ONE = Record(
    id="org-1",
    names=("Công ty TNHH Cơ khí Đông Anh",),
    country="VN",
    identifiers=("VN-MST:0100109106",),
    place="VN-HN",
    address="12 Lê Lợi, Hà Nội",
    phone="024 3825 5555",
)
SAME = Record(
    id="org-2",
    names=("Dong Anh Mechanical | Co., Ltd",),
    country="VN",
    identifiers=("VN-MST:0100109106",),
    place="VN-HN",
    address="12 Le Loi, Ha Noi",
    phone="+84 24 38255555",
)
OTHER = Record(id="org-3", names=("Công ty CP Nhựa Bình Minh",), country="VN", place="VN-SG", phone="028 3969 0973")


def test_finds_the_pairs_of_a_register_that_are_alike() -> None:
    assert [set(pair) for pair in DuckLinkage().alike([ONE, SAME, OTHER], Bands())] == [{"org-1", "org-2"}]


def test_an_empty_register_has_no_pairs() -> None:
    assert DuckLinkage().alike([], Bands()) == []
