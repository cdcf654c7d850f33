from __future__ import annotations

from nhipcau.language.lexicon import Lexicon, is_whole_word, same_length_lower


def test_of_overlapping_words_the_leftmost_longest_accepted_one_is_kept() -> None:
    lexicon = Lexicon(["nghiệp", "công nghiệp", "công nghiệp hỗ trợ"])
    text = "công nghiệp hỗ trợ, nghiệp"

    every = list(lexicon.find(text, lambda *_: True))
    short = list(lexicon.find(text, lambda _text, _start, _end, index: index != 2))

    assert every == [(0, 18, 2), (20, 26, 0)]
    assert short == [(0, 11, 1), (20, 26, 0)]


def test_dashes_and_line_breaks_are_spelling() -> None:
    assert list(Lexicon(["điện - điện tử"]).find("điện –\nđiện tử", lambda *_: True)) == [(0, 14, 0)]


def test_lower_case_keeps_every_offset() -> None:
    assert same_length_lower("ĐÀO TẠO") == "đào tạo"
    assert len(same_length_lower("İstanbul")) == len("İstanbul")


def test_a_whole_word_touches_no_letter_or_digit() -> None:
    assert is_whole_word("(AI)", 1, 3)
    assert not is_whole_word("AIR", 0, 2)
    assert not is_whole_word("2AI", 1, 3)
