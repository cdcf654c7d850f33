from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.web.drafts.highlight import Piece, Said, pieces


def test_a_text_without_values_stays_whole() -> None:
    assert pieces("Ký kết", []) == (Piece("Ký kết"),)


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", [Said("a", "stated", 0, 3)]) == ()


def test_nested_spans_are_cut_where_they_begin_and_end() -> None:
    said = [Said("whole", "stated", 0, 6), Said("part", "derived", 2, 4)]
    assert pieces("abcdef", said) == (
        Piece("ab", ("whole",), "stated", ("whole",)),
        Piece("cd", ("part", "whole"), "derived", ("part",)),
        Piece("ef", ("whole",), "stated"),
    )


def test_overlapping_spans_share_the_middle_and_the_loudest_state_shows() -> None:
    said = [Said("a", "stated", 0, 4), Said("b", "disputed", 2, 6)]
    assert [(piece.text, piece.keys, piece.state) for piece in pieces("abcdef", said)] == [
        ("ab", ("a",), "stated"),
        ("cd", ("a", "b"), "disputed"),
        ("ef", ("b",), "disputed"),
    ]


def test_what_lies_outside_of_the_text_is_left_out() -> None:
    assert pieces("abc", [Said("a", "stated", 1, 9), Said("b", "stated", 2, 2)]) == (Piece("abc"),)


SPANS = st.lists(
    st.builds(
        lambda key, start, length: Said(f"v-{key}", "stated", start, start + length),
        st.integers(0, 4),
        st.integers(0, 40),
        st.integers(1, 20),
    ),
    max_size=12,
)


@given(st.text(max_size=40), SPANS)
def test_the_pieces_joined_are_the_text_and_each_value_begins_once(text: str, said: list[Said]) -> None:
    found = pieces(text, said)
    assert "".join(piece.text for piece in found) == text
    starts = [key for piece in found for key in piece.starts]
    inside = {one.key for one in said if one.end <= len(text)}
    assert sorted(starts) == sorted(inside)
