from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.person_names import find_person_names, korean_surnames, vietnamese_surnames


def read(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(found.name, found.title) for found in find_person_names(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phó Giám đốc VITASK An Kyoung Jin (bên trái)", [("An Kyoung Jin", None)]),
        ("Quyền Giám đốc IDC Đỗ Nam Bình (bên phải)", [("Đỗ Nam Bình", None)]),
        ("Hồ Văn Đàm Hiệu trưởng Trường Cao đẳng", [("Hồ Văn Đàm", None)]),
        ("Hiệu trưởng, TS. Hồ Văn Đàm bày tỏ", [("Hồ Văn Đàm", "TS.")]),
        ("GS.TS. Nguyễn Văn Thành, bà Kim Dong-hyun", [("Nguyễn Văn Thành", "GS.TS."), ("Kim Dong-hyun", "bà")]),
        ("có Yeon Gil Jung - Viện trưởng", [("Yeon Gil Jung", None)]),
        ("Nguyễn Trường Sơn Giám đốc Sở", [("Nguyễn Trường Sơn", None)]),
        ("Chủ tịch Lò Thị Xuân", [("Lò Thị Xuân", None)]),
        ("Đại học Nguyễn Tất Thành tại Hà Nội, đường Lê Lợi", []),
    ],
)
def test_vietnamese_candidates(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text, "vi") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("노근호 충북테크노파크 원장은", ["노근호"]),
        ("충북테크노파크 원장 오원근은", ["오원근"]),
        ("호반담 총장과 응우옌 티 홍 부총리", ["호반담", "응우옌 티 홍"]),
        ("쩐 하이 린 VKBIA 회장, 레 탄 롱 베트남 부총리", ["쩐 하이 린", "레 탄 롱"]),
        ("김영환 충북도지사", ["김영환"]),
        ("도 경제부지사는 이날 한국 대표와 연구원 원장은", []),
    ],
)
def test_korean_candidates(text: str, expected: list[str]) -> None:
    assert [name for name, _ in read(text, "ko")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KITECH President Lee Sang-mok and Nguyen Van Thanh,", ["Lee Sang-mok", "Nguyen Van Thanh"]),
        ("Mr. Park Jong-il of Hanoi University", ["Park Jong-il"]),
        ("Sang-mok Lee, president", ["Sang-mok Lee"]),
        ("The Korea Institute of Industrial Technology", []),
    ],
)
def test_english_candidates(text: str, expected: list[str]) -> None:
    assert [name for name, _ in read(text, "en")] == expected


def test_the_title_stands_before_the_name() -> None:
    text = "Phát biểu, ngài So Yong Ho nói"

    (found,) = find_person_names(text, "vi")

    assert (text[found.start : found.end], found.title_start) == ("So Yong Ho", text.index("ngài"))


def test_surnames_of_both_countries_are_known() -> None:
    assert {"Nguyễn", "Hồ", "Đỗ", "Lò"} <= vietnamese_surnames
    assert {"김", "이", "남궁"} <= korean_surnames


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("KimLeeNguyễnVăn ông.TS원장김이박대표\n-()"), st.characters()), max_size=80
    )
)
def test_candidates_stay_inside_and_apart(text: str) -> None:
    for language in ("vi", "ko", "en"):
        found = find_person_names(text, language)
        assert all(0 <= name.start < name.end <= len(text) for name in found)
        assert all(first.end <= second.start for first, second in pairwise(found))
        assert all(name.name == " ".join(text[name.start : name.end].split()) for name in found)
