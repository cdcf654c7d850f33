from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.typed import close, initials, is_initials, slips, sound, spans

WORDS = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=4, max_size=20)
HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12)
ANYTHING = st.text(max_size=30)


def begins(typed: str, text: str) -> bool:
    return any(first <= text < beyond for first, beyond in spans(typed))


@given(ANYTHING, ANYTHING)
def test_every_text_goes_on_from_its_beginning(typed: str, more: str) -> None:
    assert not typed or begins(typed, typed + more)


@pytest.mark.parametrize(
    ("typed", "text", "goes_on"),
    [
        ("삼서", "삼성전자", True),
        ("삼ᄉ", "삼성전자", True),
        ("ᄉ", "삼성전자", True),
        ("삼성", "삼성", True),
        ("삼성", "삼서", False),
        ("삼서", "삼송", False),
        ("삼ᄌ", "삼성", False),
        ("hoa", "hoa phat", True),
        ("hoa p", "hoa sen", False),
    ],
)
def test_an_unfinished_syllable_goes_on(typed: str, text: str, goes_on: bool) -> None:
    assert begins(typed, text) is goes_on


def test_initials_of_hangul() -> None:
    assert initials("삼성전자") == "ᄉᄉᄌᄌ"
    assert is_initials("ᄉᄉᄌᄌ")
    assert not is_initials("ᄉ")
    assert initials("samsung") == ""


@given(HANGUL)
def test_there_are_as_many_initials_as_syllables(hangul: str) -> None:
    assert len(initials(hangul)) == len(hangul)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("삼성", "samsung"),
        ("삼성", "samseong"),
        ("현대", "hyundai"),
        ("현대", "hyeondae"),
        ("한국", "hankook"),
        ("충북", "chungbuk"),
    ],
)
def test_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_chungbuk_does_not_sound_like_chungnam() -> None:
    assert sound("chungbuk") != sound("chungnam")
    assert sound("충북") != sound("충남")


@given(WORDS, st.data())
def test_one_slip_shares_a_form_and_is_close(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    left_out = word[:at] + word[at + 1 :]
    turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for slipped in (left_out, turned):
        assert slips(word) & slips(slipped)
        assert close(slipped, word)


def test_short_words_are_close_to_themselves_alone() -> None:
    assert close("an", "an")
    assert not close("an", "anh")
    assert not close("an", "am")


def test_an_unfinished_word_with_a_slip_is_close() -> None:
    assert close("smasu", "samsung", begun=True)
    assert not close("smasu", "samsung")
