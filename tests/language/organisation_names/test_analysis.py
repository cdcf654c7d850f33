from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.organisation_names import analyse


@pytest.mark.parametrize(
    ("name", "form", "core", "trade"),
    [
        ("Công ty TNHH MTV Cơ khí chính xác Minh Phát", "LLC-1", "minh phat", {"precision"}),
        ("CTY TNHH MTV CO KHI CHINH XAC MINH PHAT", "LLC-1", "minh phat", {"precision"}),
        ("삼성전자", None, "samseong", {"electronics"}),
        ("Samsung Electronics Co.,Ltd.", "LLC", "samsung", {"electronics"}),
        ("엘지화학(주)", "JSC", "lg", {"chemical"}),
        ("Công ty TNHH Đức Phát", "LLC", "duc phat", set()),
    ],
)
def test_parts_a_firm_into_form_core_and_trade(name: str, form: str | None, core: str, trade: set[str]) -> None:
    found = analyse(name)

    assert (found.form, " ".join(found.core), found.trade) == (form, core, trade)


@given(st.text(max_size=400))
def test_no_text_is_too_strange_to_analyse(name: str) -> None:
    assert analyse(name).text == name
