from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.encoding import decode, repair
from nhipcau.language.mojibake import mend

KOREAN = "충북테크노파크는 베트남과 업무협약을 체결했다."
VIETNAMESE = "Hiệp hội Doanh nhân ký kết thỏa thuận hợp tác"


def cp1258(text: str) -> bytes:
    """Write Vietnamese as Windows did: the letter first, its tone mark behind it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    data = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in apart if part not in tones))
        data += (base + "".join(part for part in apart if part in tones)).encode("cp1258")
    return data


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (KOREAN.encode(), KOREAN, "utf-8"),
        (KOREAN.encode("utf-8-sig"), KOREAN, "utf-8-sig"),
        (KOREAN.encode("utf-16"), KOREAN, "utf-16"),
        ("plain text".encode("utf-16-le"), "plain text", "utf-16-le"),
        (KOREAN.encode("cp949"), KOREAN, "cp949"),
        (cp1258(VIETNAMESE), VIETNAMESE, "cp1258"),
        ("Café à Paris".encode("cp1252"), "Café à Paris", "cp1252"),
        (b"", "", "utf-8"),
    ],
)
def test_decodes_what_offices_send(data: bytes, text: str, encoding: str) -> None:
    found = decode(data)

    assert (found.text, found.encoding, found.repaired) == (text, encoding, False)


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        (KOREAN.encode("cp949").decode("latin-1"), KOREAN),
        (VIETNAMESE.encode().decode("latin-1"), VIETNAMESE),
        (KOREAN.encode().decode("latin-1"), KOREAN),
        ("Café déjà vu à la crème", "Café déjà vu à la crème"),
        (VIETNAMESE, VIETNAMESE),
        (KOREAN, KOREAN),
    ],
)
def test_repairs_only_what_was_read_wrongly(damaged: str, text: str) -> None:
    assert repair(damaged) == text
    assert decode(damaged.encode()).repaired == (damaged != text)


@given(st.binary(max_size=200))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(alphabet=st.characters(min_codepoint=1, max_codepoint=0x17F), max_size=60))
def test_mended_text_covers_the_given_text_without_gaps(text: str) -> None:
    mended = mend(text)

    if mended is not None:
        assert mended.starts[0] == 0
        assert mended.ends[-1] == len(text)
        assert mended.starts[1:] == mended.ends[:-1]


def test_chinese_is_shown_as_chinese_and_not_as_odd_vietnamese() -> None:
    chinese = "北京市与上海市昨日签署合作谅解备忘录，双方将在人工智能领域开展合作。"
    assert decode(chinese.encode("gb18030")).text == chinese


def test_korean_full_of_hanja_is_not_taken_for_chinese() -> None:
    assert decode("韓國生産技術硏究院은 越南과 MOU를 締結".encode("cp949")).encoding != "gb18030"
