from __future__ import annotations

import pytest

from nhipcau.facts.message import Message
from nhipcau.language.organisation_names.concept_names import concept_name
from nhipcau.words.sentences import say


@pytest.mark.parametrize(
    ("code", "vi", "ko", "en"),
    [
        ("institute", "viện", "연구원", "institute"),
        ("no-such-code", "no-such-code", "no-such-code", "no-such-code"),
        ("@moit", "Bộ Công Thương", "베트남 산업무역부", "Ministry of Industry and Trade"),
    ],
)
def test_a_code_has_its_word_in_every_language(code: str, vi: str, ko: str, en: str) -> None:
    assert [concept_name(code, language) for language in ("vi", "ko", "en")] == [vi, ko, en]


def test_a_veto_is_told_in_the_reader_s_words() -> None:
    told = Message("veto.head", {"left": "institute", "right": "university"})
    assert say(told, "vi") == "Hai loại hình tổ chức khác nhau: viện và trường đại học."
    assert "institute" not in say(told, "ko")
