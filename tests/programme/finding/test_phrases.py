from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Name
from nhipcau.language.typed import is_hangul
from nhipcau.programme.finding.phrases import INSIDE, START, bare, number_of, phrases_of, squeezed, words_of
from nhipcau.programme.search_text import search_terms

TEXTS = st.text(max_size=80)


def test_a_name_is_filed_from_each_of_its_words_on() -> None:
    assert phrases_of([Name("Thép Hòa Phát")]) == {START + "thep hoa phat", INSIDE + "hoa phat", INSIDE + "phat"}


def test_a_legal_form_begins_the_whole_name_and_no_part() -> None:
    found = phrases_of([Name("Công ty TNHH Hòa Phát")])
    assert START + "hoa phat" in found
    assert any(phrase.startswith(START + "cong ty") for phrase in found)
    assert INSIDE + "tnhh" not in found


def test_hangul_is_filed_without_blanks_by_syllable_and_by_initials() -> None:
    found = phrases_of([Name("한국 세라믹")])
    assert {START + "한국세라믹", INSIDE + "세라믹", START + "ᄒᄀᄉᄅᄆ"} <= found
    assert squeezed("한국 세라믹 ABC") == "한국세라믹 abc"


def test_an_acronym_is_filed_whole_without_dots() -> None:
    assert phrases_of([Name("K.I.C.E.T", "und", "acronym")]) == {START + "kicet"}
    assert words_of([Name("K.I.C.E.T", "und", "acronym")]) == {"kicet"}


@given(TEXTS)
def test_any_text_is_filed_within_bounds(text: str) -> None:
    phrases = phrases_of([Name(text)])
    assert len(phrases) < 200
    assert all(len(phrase) <= 49 and phrase[0] in (START, INSIDE) for phrase in phrases)


@given(TEXTS)
def test_what_is_bare_begins_a_phrase(text: str) -> None:
    name = bare(text)
    assert START + name[:48] in phrases_of([Name(text)])


@given(
    st.lists(st.sampled_from(["thép", "hòa", "phát", "việt", "số", "abc", "세라믹", "한국"]), min_size=1, max_size=6)
)
def test_every_word_of_a_name_begins_some_phrase(words: list[str]) -> None:
    phrases = phrases_of([Name(" ".join(words))])
    for term in search_terms(" ".join(words)):
        assert any(phrase[1:].startswith(term) for phrase in phrases), is_hangul(term[0])


@given(TEXTS)
def test_a_number_for_a_text_fits_into_a_column(text: str) -> None:
    assert 0 <= number_of(text.encode(errors="replace").decode()) < 2**63


def test_a_name_of_five_thousand_letters_is_filed_in_a_few_phrases() -> None:
    assert len(phrases_of([Name("a b " * 1250)])) < 60
