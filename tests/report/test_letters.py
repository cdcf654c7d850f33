from __future__ import annotations

from importlib.resources import files

from nhipcau.report.letters import missing_letters

FONT = (files("nhipcau.report") / "fonts" / "Pretendard-Regular.otf").read_bytes()


def test_our_font_draws_vietnamese_and_korean() -> None:
    assert missing_letters(FONT, "Nhịp Cầu ởĐẵừỹ 한국 뷁") == set()


def test_names_the_letters_that_a_font_lacks() -> None:
    assert missing_letters(FONT, "aธ한") == {"ธ"}
