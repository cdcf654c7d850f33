from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.phones import canonical_phone

MESS = st.text(
    alphabet=st.one_of(st.sampled_from("0123456789+-.() /x;,ext máy lẻ내선０"), st.characters()), max_size=40
)
COUNTRIES = st.sampled_from([None, "VN", "KR", "JP"])


@pytest.mark.parametrize(
    ("written", "country", "phone"),
    [
        ("0912 345 678", "VN", "+84912345678"),
        ("912345678", "VN", "+84912345678"),
        ("(84) 912-345-678", "VN", "+84912345678"),
        ("+84 (0)24 3825 1234", None, "+842438251234"),
        ("0084 912345678", "KR", "+84912345678"),
        ("(024) 3825.1234 - máy lẻ 12", "VN", "+842438251234"),
        ("0912345678 x12", "VN", "+84912345678"),
        ("Tel: 0912345678 / 0987654321", "VN", "+84912345678"),
        ("024 38251234 - 0912345678", "VN", "+842438251234"),
        ("ĐT 0912345678 hoặc 0987654321", "VN", "+84912345678"),
        ("1900 1234", "VN", "+8419001234"),
        ("02-1234-5678", "KR", "+82212345678"),
        ("02-123-4567 (내선 12)", "KR", "+8221234567"),
        ("010-1234-5678", None, "+821012345678"),
        ("031-123-4567", "KR", "+82311234567"),
        ("070-1234-5678", "KR", "+827012345678"),
        ("1588-1234", "KR", "+8215881234"),
        ("82-10-1234-5678", "VN", "+821012345678"),
        ("+82 (0)2 1234 5678", "VN", "+82212345678"),
        ("０１０－１２３４－５６７８", "KR", "+821012345678"),
        ("+81 3 1234 5678", "VN", "+81312345678"),
        ("912345678.0", "VN", "+84912345678"),
        ("'842438251234.00", None, "+842438251234"),
        ("21234567.0", "KR", "+8221234567"),
        ("1012345678.0", "KR", "+821012345678"),
    ],
)
def test_phones_become_international(written: str, country: str | None, phone: str) -> None:
    assert canonical_phone(written, country) == phone


@pytest.mark.parametrize(
    ("before", "phone"),
    [
        ("0168 9123456", "+84389123456"),
        ("+84 120 4567890", "+84704567890"),
        ("01994567890", "+84594567890"),
        ("(04) 38251234", "+842438251234"),
        ("0511.3825123", "+842363825123"),
        ("031 3825123", "+842253825123"),
    ],
)
def test_numbers_of_before_2018_are_those_of_today(before: str, phone: str) -> None:
    assert canonical_phone(before, "VN") == phone


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("", "VN"),
        ("không có", "VN"),
        ("123", "VN"),
        ("+84 123", "VN"),
        ("0312345678", None),  # a Vietnamese mobile number or a Korean province
        ("0312345678", "JP"),
        ("0" * 121, "VN"),
        ("2.1234567E7", "KR"),  # a spreadsheet's short form, whose last digits are gone
        ("2,12345E+08", "VN"),
    ],
)
def test_what_is_no_number_or_nobodys_is_none(written: str, country: str | None) -> None:
    assert canonical_phone(written, country) is None


@given(MESS, COUNTRIES, COUNTRIES)
def test_a_canonical_number_stays_wherever_it_is_read_again(text: str, country: str | None, other: str | None) -> None:
    phone = canonical_phone(text, country)
    if phone is not None:
        assert re.fullmatch(r"\+[1-9][0-9]{7,14}", phone)
        assert canonical_phone(phone, other) == phone


@given(st.from_regex(r"0[0-9]{8,10}", fullmatch=True), st.sampled_from(["VN", "KR"]))
def test_a_number_is_the_same_with_its_country_code(number: str, country: str) -> None:
    phone = canonical_phone(number, country)
    if phone is not None and number[1] != "0":
        assert canonical_phone({"VN": "+84 ", "KR": "+82-"}[country] + number[1:]) == phone


@given(st.from_regex(r"[1-9][0-9]{6,14}", fullmatch=True), st.sampled_from(["VN", "KR", None]))
def test_the_decimal_nought_of_a_spreadsheet_is_no_digit_of_the_number(number: str, country: str | None) -> None:
    assert canonical_phone(f"{number}.0", country) == canonical_phone(number, country)
