from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.addresses import NOWHERE, site_of

SAME = [
    ("Lot C11, Khu CN Quế Võ, Bà Rịa - Vũng Tàu", "Lô đất số C11, Khu công nghiệp Quế Võ, Bắc Ninh"),
    ("459/12 Nguyễn Trãi, P. 4, TP. Hồ Chí Minh", "459/12 phố Nguyễn Trãi, phường 4, TP. Hồ Chí Minh"),
    ("Lot E4, KCN Sóng Thần, TP. Hồ Chí Minh", "Lo E4, Khu CN Song Than, TP. Ho Chi Minh"),
    ("68A Phan Chu Trinh, P. Long Gia, Bac Ninh", "68A, Phan Chu Trinh, P. Long Gia, Bắc Ninh"),
    ("392, Keumduk-ro, Yeongjeong-gu, Pusan, Korea", "부산광역시 영정구 금덕로 392"),
    ("Số 225 phố Nguyễn Huệ, P.Á Ngọc, Đồng Nai", "225 Nguyen Hue, phường Á Ngọc, Đồng Nai"),
    ("số nhà 281B, Trần Phú, phường Lộc Thịnh, Cà Mau", "281B phố Trần Phú, P. Lộc Thịnh, Cà Mau"),
    ("Số 12 đường Lê Hồng Phong, Bắc Ninh", "12 Le Hong Phong Street, Bac Ninh"),
]
APART = [
    ("225 Nguyễn Huệ, Huế", "226 Nguyễn Huệ, Huế"),
    ("225 Nguyễn Huệ, Huế", "225 Trần Phú, Huế"),
    ("Lot E4, KCN Sóng Thần", "Lot E5, KCN Sóng Thần"),
    ("부산광역시 영정구 금덕로 392", "부산광역시 영정구 금덕로 39"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_site_has_one_key_however_it_is_written(left: str, right: str) -> None:
    assert site_of(left).key
    assert site_of(left).key == site_of(right).key


@pytest.mark.parametrize(("left", "right"), APART)
def test_neighbours_have_different_keys(left: str, right: str) -> None:
    assert site_of(left).key != site_of(right).key


@pytest.mark.parametrize("address", ["", "Hà Nội", "phường 4", ",,,", "충청북도", "12"])
def test_an_address_without_a_house_names_no_site(address: str) -> None:
    assert site_of(address) == NOWHERE


@given(st.text(max_size=400))
def test_any_text_is_harmless(address: str) -> None:
    assert site_of(address).key == site_of(address).key
