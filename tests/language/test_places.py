from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.places import find_places, place_named, place_of, places

OLD_PROVINCES = 63
NEW_PROVINCES = 34
KOREAN_REGIONS = 17


def read(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.place.code) for found in find_places(text, language)]


def test_knows_every_province_before_and_after_the_mergers() -> None:
    provinces = [place for place in places().values() if place.level == "province"]
    vietnamese = [place for place in provinces if place.country == "VN"]

    assert Counter(place.country for place in provinces) == {"VN": OLD_PROVINCES, "KR": KOREAN_REGIONS}
    assert sum(place.merged_into is None for place in vietnamese) == NEW_PROVINCES


def test_every_merged_province_went_into_one_that_stands() -> None:
    for place in places().values():
        if place.merged_into is not None:
            target = place_of(place.merged_into)
            assert target is not None
            assert (target.level, target.merged_into) == ("province", None)


def test_every_place_has_names_in_three_languages_and_a_known_parent() -> None:
    for place in places().values():
        assert all(place.name(language) for language in ("vi", "ko", "en"))
        assert place.parent is None or place_of(place.parent) is not None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("tỉnh Chungcheong Bắc, Hàn Quốc", "vi", [("Chungcheong Bắc", "KR-43"), ("Hàn Quốc", "KR")]),
        ("thuộc tỉnh Cheonllanam-do phát biểu", "vi", [("Cheonllanam-do", "KR-46")]),
        ("khu vực Cheonnam", "vi", [("Cheonnam", "KR-46")]),
        ("Chính quyền tỉnh Jeollanam-do", "vi", [("Jeollanam-do", "KR-46")]),
        ("khu công nghiệp Nghệ An; NGHỆ AN", "vi", [("Nghệ An", "VN-22"), ("NGHỆ AN", "VN-22")]),
        ("tại TP.HCM và Bà Rịa – Vũng Tàu", "vi", [("TP.HCM", "VN-SG"), ("Bà Rịa – Vũng Tàu", "VN-43")]),
        ("ông Nguyễn Hà Nam; bà Mỹ Linh; biện pháp", "vi", []),
        ("베트남 박닌성과 충북도", "ko", [("베트남", "VN"), ("박닌성", "VN-56"), ("충북도", "KR-43")]),
        ("전남도는 호찌민시에서", "ko", [("전남도", "KR-46"), ("호찌민시", "VN-SG")]),
        ("경기도 수원", "ko", [("경기도", "KR-41"), ("수원", "KR-41:suwon")]),
        ("대전환 시대의 부산물과 경기 침체", "ko", []),
        ("Hanoi and North Chungcheong Province", "en", [("Hanoi", "VN-HN"), ("North Chungcheong Province", "KR-43")]),
        ("Jeollanam-do", "en", [("Jeollanam-do", "KR-46")]),
    ],
)  # fmt: skip
def test_finds_places_under_every_spelling(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bac giang", "VN-54"),
        ("충청북도", "KR-43"),
        ("Chungnam", "KR-44"),
        ("전라북도", "KR-45"),
        ("Jeollanam-do", "KR-46"),
    ],
)
def test_looks_a_place_up_by_any_spelling(name: str, code: str) -> None:
    place = place_named(name)

    assert place is not None
    assert place.code == code


def test_an_unknown_name_is_no_place() -> None:
    assert place_named("Atlantis") is None
    assert place_of("XX") is None


@given(st.text(alphabet=st.one_of(st.sampled_from("충북도시성군하노이 HàNộiBắcGiang-"), st.characters()), max_size=60))
def test_spans_stay_inside_the_text(text: str) -> None:
    for language in ("vi", "ko", "en"):
        assert all(0 <= found.start < found.end <= len(text) for found in find_places(text, language))
