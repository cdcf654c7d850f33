from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.text import fold, fold_with_offsets, normalise

LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aAoOuUeEyYdđĐơưăâ\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b \u00a0\u200b\u00ad\t\r\n\u3000"
            "\u1112\u1161\u11ab가한(（１",
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


@given(LETTERS)
def test_every_character_comes_from_a_piece_of_the_raw_text(raw: str) -> None:
    found = normalise(raw)

    assert len(found.text) == len(found.offsets) == len(found.ends)
    assert list(found.offsets) == sorted(found.offsets)
    assert all(0 <= start < end <= len(raw) for start, end in zip(found.offsets, found.ends, strict=True))


@given(LETTERS, st.data())
def test_raw_spans_stay_inside_and_never_split_a_letter_from_its_marks(raw: str, data: st.DataObject) -> None:
    found = normalise(raw)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))

    first, last = found.to_raw(start, end)

    assert 0 <= first <= last <= len(raw)
    if first < last < len(raw):
        assert not unicodedata.combining(raw[last])


@given(st.text(alphabet="aáàoòóuúyýhtqHOÁ ", max_size=40))
def test_normalising_twice_changes_nothing(raw: str) -> None:
    once = normalise(raw).text

    assert normalise(once).text == once


def test_decomposed_vietnamese_maps_back_to_both_raw_characters() -> None:
    raw = "Hồ Văn Đàm"

    found = normalise(unicodedata.normalize("NFD", raw))

    assert found.text == raw
    start, end = found.to_raw(7, 10)
    assert unicodedata.normalize("NFC", unicodedata.normalize("NFD", raw)[start:end]) == "Đàm"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("công\u200b nghệ\u00ad", "công nghệ"),
        ("（주）１２％", "(주)12%"),
        ("thoả thuận, văn hoá, thuỷ sản, khoẻ", "thỏa thuận, văn hóa, thủy sản, khỏe"),
        ("quý khách, hoàn thành, HOÁ", "quý khách, hoàn thành, HÓA"),
        ("Ðồng Nai", "Đồng Nai"),
        ("\u1112\u1161\u11ab국", "한국"),
        ("\u201cHợp tác\u201d \u2013 a", "\u201cHợp tác\u201d \u2013 a"),
    ],
)
def test_one_spelling_is_chosen(raw: str, text: str) -> None:
    assert normalise(raw).text == text


def test_korean_read_as_latin_is_read_again_with_its_offsets() -> None:
    meant = "충북테크노파크는 14일 협약을 체결했다."
    raw = meant.encode("cp949").decode("latin-1")

    found = normalise(raw)

    assert found.text == meant
    start, end = found.to_raw(0, 7)
    assert raw[start:end].encode("latin-1").decode("cp949") == "충북테크노파크"


def test_empty_text_has_an_empty_span() -> None:
    assert normalise("").to_raw(0, 0) == (0, 0)
    assert normalise("a\u200b").to_raw(1, 1) == (1, 1)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đỗ Nam Bình", "do nam binh"), ("한국 Café", "한국 cafe"), ("ƯƠNG", "uong"), ("Straße", "strasse")],
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(LETTERS)
def test_folding_keeps_where_each_letter_came_from(text: str) -> None:
    folded, offsets = fold_with_offsets(text)

    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert all(0 <= offset < len(text) for offset in offsets)
    assert list(offsets) == sorted(offsets)
