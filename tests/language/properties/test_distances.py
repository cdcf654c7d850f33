from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.places import places
from nhipcau.language.properties import distance_km, place_code, within
from nhipcau.language.properties.distances import capitals

_CODES = st.sampled_from(sorted(capitals()))


def test_every_province_of_both_countries_has_a_capital() -> None:
    known = {place.code for place in places().values() if place.level == "province" and place.country in {"VN", "KR"}}
    assert known == set(capitals())


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("VN-HN", "VN-56", 25, 35),
        ("VN-SG", "VN-57", 15, 30),
        ("VN-HN", "VN-SG", 1100, 1200),
        ("KR-11", "KR-26", 310, 340),
    ],
)
def test_capitals_are_as_far_apart_as_they_are(one: str, other: str, least: int, most: int) -> None:
    far = distance_km(one, other)
    assert far is not None
    assert least <= far <= most


def test_a_city_lies_in_the_capital_of_its_province() -> None:
    assert distance_km("VN-56:tuson", "VN-56") == 0


def test_a_country_is_nowhere_in_particular() -> None:
    assert distance_km("VN", "VN-56") is None


@given(one=_CODES, other=_CODES)
def test_the_way_back_is_as_long(one: str, other: str) -> None:
    assert distance_km(one, other) == distance_km(other, one)


@given(code=_CODES, km=st.integers(min_value=0, max_value=3000))
def test_within_some_kilometres_are_the_provinces_that_are_no_farther(code: str, km: int) -> None:
    found = within(code, Decimal(km))
    assert code in found
    assert all((distance_km(code, other) or Decimal(0)) <= km for other in found)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Bắc Ninh", "VN-56"), ("Bac Ninh", "VN-56"), ("박닌", "VN-56"), ("tỉnh Bắc Ninh", "VN-56"),
        ("VN-56", "VN-56"),
        ("박장성", "VN-54"), ("TP. Hồ Chí Minh", "VN-SG"), ("Suwon, Gyeonggi-do", "KR-41"), ("nowhere", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_place_is_known_however_it_is_filled_in(written: str, code: str | None) -> None:
    assert place_code(written) == code
