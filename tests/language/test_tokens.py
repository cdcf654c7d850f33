from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.tokens import korean_tokens, sentences, vietnamese_tokens


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TS. Hồ Văn Đàm phát biểu. Ông vui mừng.", ["TS. Hồ Văn Đàm phát biểu.", "Ông vui mừng."]),
        ("Có 9.000 dự án. PGS. TS. Lê Bình nói.", ["Có 9.000 dự án.", "PGS. TS. Lê Bình nói."]),
        ('체결했다.이날 김 원장은 말했다. "좋다."', ["체결했다.", "이날 김 원장은 말했다.", '"좋다."']),
        ("(주)한국은 2024. 6. 14. 3.5% 올랐다.", ["(주)한국은 2024. 6. 14. 3.5% 올랐다."]),
        ("Sao Co., Ltd. of the U.S. met Dr. Kim. He left.", ["Sao Co., Ltd. of the U.S. met Dr. Kim.", "He left."]),
        ("Tiêu đề\n\nThân bài một\r\nhai", ["Tiêu đề", "Thân bài một", "hai"]),
        ("  \n ", []),
    ],
)  # fmt: skip
def test_sentences_end_at_marks_and_line_breaks_only(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet=st.one_of(st.sampled_from("ab. \n!?다TS.\"'”)K0"), st.characters()), max_size=80))
def test_sentences_stay_in_order_and_lose_nothing_but_white_space(text: str) -> None:
    bounds = sentences(text)

    assert all(0 <= start < end <= len(text) for start, end in bounds)
    assert all(first[1] <= second[0] for first, second in pairwise(bounds))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


def test_vietnamese_words_keep_their_offsets() -> None:
    text = "Trung tâm  Hỗ trợ phát triển công nghiệp ký kết."

    tokens = vietnamese_tokens(text)

    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert {"ký kết", "công nghiệp"} <= {token.text for token in tokens}


def test_korean_morphemes_keep_their_offsets() -> None:
    text = "충북테크노파크는 협약을 체결했다."

    tokens = korean_tokens(text)

    assert [token.text for token in tokens if token.tag == "JX"] == ["는"]
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
