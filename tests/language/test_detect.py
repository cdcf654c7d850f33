from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.detect import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hiệp hội Doanh nhân ký kết thỏa thuận hợp tác toàn diện với Chungbuk Technopark", "vi"),
        ("충북테크노파크(Chungbuk Technopark)는 베트남 VKBIA와 업무협약(MOU)을 체결했다", "ko"),
        ("The two sides signed a memorandum of understanding on the transfer of technology", "en"),
        ("Les deux parties ont signé un protocole d'accord à l'université de la région", "und"),
        ("双方签署了合作谅解备忘录", "und"),
        ("12345 --- 67", "und"),
        ("", "und"),
    ],
)
def test_tells_languages_by_script_and_function_words(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text())
def test_always_answers_one_of_four(text: str) -> None:
    assert language_of(text) in {"vi", "ko", "en", "und"}
