from __future__ import annotations

import pytest

from nhipcau.programme.market.places import code_of, province_of, provinces_within


@pytest.mark.parametrize(
    ("written", "code", "province"),
    [
        ("Bac Ninh", "VN-56", "VN-56"),
        ("박닌", "VN-56", "VN-56"),
        ("vn-hp:dinhvu", None, None),
        ("VN-HP:dinhvu", "VN-HP:dinhvu", "VN-HP"),
        ("Đình Vũ", "VN-HP:dinhvu", "VN-HP"),
        ("Hàn Quốc", "KR", "KR"),
        ("Làng Vòng", None, None),
        ("", None, None),
    ],
)
def test_a_place_is_known_by_name_or_code_and_has_its_province(
    written: str, code: str | None, province: str | None
) -> None:
    assert code_of(written) == code
    assert province_of(code) == province


def test_a_country_holds_its_provinces_and_a_province_those_that_joined_it() -> None:
    assert {"VN", "VN-56", "VN-HP"} <= set(provinces_within("VN"))
    assert provinces_within("VN-HP") == ("VN-HP", "VN-61")
    assert provinces_within("VN-HP:dinhvu") == provinces_within("nowhere") == ()
