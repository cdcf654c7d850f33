from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.engine.match.plain_words import as_written, word_terms


@pytest.mark.parametrize(
    ("text", "language", "shared", "written"),
    [
        ("Cần chuyển giao công nghệ mới", "vi", "nhận chuyển giao máy", ["chuyển giao"]),
        ("Gears wanted", "en", "gear cutting", ["gears"]),
        ("금형사출 업체", "ko", "금형 전문", ["금형사출"]),
    ],
)
def test_shared_words_are_shown_as_the_text_writes_them(
    text: str, language: str, shared: str, written: list[str]
) -> None:
    terms = word_terms(text, language) & word_terms(shared, language)
    assert as_written(terms, text, language) == written


@given(st.text(), st.sampled_from(["vi", "ko", "en"]))
def test_every_written_word_has_a_term_of_the_text(text: str, language: str) -> None:
    terms = word_terms(text, language)
    assert all(word_terms(word, language) & terms for word in as_written(terms, text, language))
