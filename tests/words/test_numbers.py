from __future__ import annotations

from decimal import Decimal

import pytest

from nhipcau.words import numbers


@pytest.mark.parametrize(("language", "said"), [("vi", "1.234.567,5"), ("ko", "1,234,567.5"), ("en", "1,234,567.5")])
def test_groups_digits_as_the_language_does(language: str, said: str) -> None:
    assert numbers.number(Decimal("1234567.50"), language) == said


def test_sizes_take_the_largest_unit() -> None:
    assert numbers.size(20 * 1024 * 1024, "en") == "20 MB"
    assert numbers.size(1_600, "vi") == "1,6 KB"
    assert numbers.size(12, "ko") == "12 B"


def test_countries_are_named_and_unknown_codes_stay() -> None:
    assert [numbers.country("KR", language) for language in ("vi", "ko", "en")] == [
        "Hàn Quốc",
        "대한민국",
        "South Korea",
    ]
    assert numbers.country("XX", "en") == "XX"
    assert numbers.country(None, "vi") == ""


def test_lists_and_shares_read_naturally() -> None:
    assert numbers.listed(["IDC", "KICET", "VITASK"], "vi") == "IDC, KICET và VITASK"
    assert numbers.listed([], "ko") == ""
    assert numbers.percent(0.45, "vi") == "45%"


def test_money_carries_its_currency() -> None:
    assert "70,40" in numbers.money(Decimal("70.4"), "USD", "vi")


def test_a_whole_amount_carries_no_noughts_of_cents() -> None:
    assert numbers.money(Decimal("1200000.00"), "USD", "vi") == "1.200.000\xa0US$"
    assert numbers.money(Decimal(1000), "USD", "en") == "$1,000"
    assert numbers.money(Decimal(-2600000000), "VND", "ko") == "-₫2,600,000,000"
