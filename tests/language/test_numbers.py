from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.numbers import find_numbers

PIECES = "0123456789.,/-~%$ \ntỷtriệunămhơngần만억천백십조원명약여billionpercentUSD"
MESS = st.text(alphabet=st.one_of(st.sampled_from(PIECES), st.characters()))


def read(text: str, language: str) -> list[tuple[str, object, str | None]]:
    return [(text[number.start : number.end], number.value, number.unit) for number in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hơn 9.000 doanh nghiệp", [("hơn 9.000 doanh nghiệp", 9000.0, "enterprises")]),
        ("đạt gần 70,4 tỷ USD,", [("gần 70,4 tỷ USD", 70.4e9, "USD")]),
        ("chiếm 18,5% tổng vốn FDI", [("18,5%", 18.5, "%")]),
        ("2-3 tỷ đồng", [("2-3 tỷ đồng", (2e9, 3e9), "VND")]),
        ("12 nghìn tỷ đồng", [("12 nghìn tỷ đồng", 12e12, "VND")]),
        ("1 tỷ 200 triệu đồng", [("1 tỷ 200 triệu đồng", 1.2e9, "VND")]),
        ("thời hạn ba năm", [("ba năm", 3.0, "years")]),
        ("2-3 năm", [("2-3 năm", (2.0, 3.0), "years")]),
        ("500ha", [("500ha", 500.0, "ha")]),
        ("9,000 người; 70.4 tỷ USD", [("9,000 người", 9000.0, "people"), ("70.4 tỷ USD", 70.4e9, "USD")]),
        ("1/5 số bệnh nhân", [("1/5", 0.2, None)]),
        ("giữa 2 nước", [("2 nước", 2.0, "countries")]),
    ],
)
def test_vietnamese_numbers(text: str, expected: list[tuple[str, object, str | None]]) -> None:
    assert read(text, "vi") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1천586명", [("1천586명", 1586.0, "people")]),
        ("3억 5천만 원", [("3억 5천만 원", 3.5e8, "KRW")]),
        ("1천500만 달러를", [("1천500만 달러", 1.5e7, "USD")]),
        ("1조 2천억원", [("1조 2천억원", 1.2e12, "KRW")]),
        ("약 100개사", [("약 100개사", 100.0, "enterprises")]),
        ("5만3천 명", [("5만3천 명", 53000.0, "people")]),
        ("2~3년", [("2~3년", (2.0, 3.0), "years")]),
        ("33만㎡", [("33만㎡", 330000.0, "m2")]),
    ],
)
def test_korean_numbers(text: str, expected: list[tuple[str, object, str | None]]) -> None:
    assert read(text, "ko") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US$1.5 billion", [("US$1.5 billion", 1.5e9, "USD")]),
        ("1.5 billion won", [("1.5 billion won", 1.5e9, "KRW")]),
        ("a three-year deal", [("three-year", 3.0, "years")]),
        ("over 9,000 Korean enterprises", [("over 9,000 Korean enterprises", 9000.0, "enterprises")]),
        ("10 to 15 million dollars", [("10 to 15 million dollars", (1e7, 1.5e7), "USD")]),
        ("18.5 percent", [("18.5 percent", 18.5, "%")]),
    ],
)
def test_english_numbers(text: str, expected: list[tuple[str, object, str | None]]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Quyết định số 1970/QĐ-BCT ngày 6/6/2018, Điều 5, khoản 2", "vi"),
        ("ĐT: 024.3733.1234, 0912345678, 18:02, 9h30, 8 giờ 30 phút", "vi"),
        ("công nghiệp 4.0, COVID-19, G7, ISO 9001, phường 7, hai bên", "vi"),
        ("1. Biên bản\n2. Thỏa thuận\nẢnh - 1\n", "vi"),
        ("수교 30주년, 제3차, 제1234호, 오전 10시 30분, 02-123-4567", "ko"),
        ("the 3rd forum, No. 115, Industry 4.0, +84 24 3733 1234, 10:30 a.m., two sides", "en"),
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "approx"),
    [
        ("gần 70 dự án", "vi", True),
        ("70 dự án", "vi", False),
        ("100여 명", "ko", True),
        ("nearly 10 firms", "en", True),
    ],
)
def test_words_of_approximation_are_kept(text: str, language: str, *, approx: bool) -> None:
    assert [number.approx for number in find_numbers(text, language)] == [approx]


def test_the_counted_noun_of_a_share_is_bounded() -> None:
    text = "chiếm 11% giá trị sản xuất toàn ngành công nghiệp."

    (number,) = find_numbers(text, "vi")

    assert text[number.start : number.noun_end] == "11% giá trị sản xuất toàn ngành công nghiệp"


@given(st.integers(0, 999_999_999))
def test_reads_back_grouped_figures(value: int) -> None:
    written = {"vi": f"{value:,}".replace(",", "."), "ko": f"{value:,}", "en": f"{value:,}"}
    units = {"vi": " dự án", "ko": "명", "en": " projects"}

    assert {lang: read(text + units[lang], lang)[0][1] for lang, text in written.items()} == dict.fromkeys(units, value)


@given(MESS, st.sampled_from(["vi", "ko", "en", "und"]))
def test_never_fails_and_spans_stay_inside_without_overlap(text: str, language: str) -> None:
    bounds = [(number.start, number.end, number.noun_end) for number in find_numbers(text, language)]

    assert all(0 <= start < end <= noun <= len(text) for start, end, noun in bounds)
    assert all(first[1] <= second[0] for first, second in pairwise(bounds))
