from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.legal_forms import strip_legal_form


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("(주)한국기술", ("한국기술", "JSC")),
        ("㈜ABC Co., Ltd.", ("ABC", "JSC")),
        ("현대자동차 주식회사", ("현대자동차", "JSC")),
        ("재단법인 충북테크노파크", ("충북테크노파크", "foundation")),
        ("(재)충북테크노파크", ("충북테크노파크", "foundation")),
        ("Công ty TNHH MTV Sao Mai", ("Sao Mai", "LLC-1")),
        ("Công ty Cổ phần FPT", ("FPT", "JSC")),
        ("Tập đoàn Hòa Phát", ("Hòa Phát", "group")),
        ("Samsung Electronics Co., Ltd.", ("Samsung Electronics", "LLC")),
        ("Vingroup JSC", ("Vingroup", "JSC")),
        ("Đại học Bách khoa Hà Nội", ("Đại học Bách khoa Hà Nội", None)),
        ("주식회사", ("주식회사", None)),
        ("Cty TNHH Sao Mai", ("Sao Mai", "LLC")),
        ("C.ty TNHH MTV Sao Mai", ("Sao Mai", "LLC-1")),
        ("CTY TNHH 1 THANH VIEN SAO MAI", ("SAO MAI", "LLC-1")),
        ("Cong ty Trach nhiem huu han Sao Mai", ("Sao Mai", "LLC")),
        ("Công ty TNHH Hai thành viên trở lên Sao Mai", ("Sao Mai", "LLC")),
        ("TNHH MTV Sao Mai", ("Sao Mai", "LLC-1")),
        ("CTCP Sao Mai", ("Sao Mai", "JSC")),
        ("CTY CP SAO MAI", ("SAO MAI", "JSC")),
        ("Tổng công ty Sao Mai - CTCP", ("Sao Mai", "corporation")),
        ("DNTN Sao Mai", ("Sao Mai", "private")),
        ("HTX Sao Mai", ("Sao Mai", "cooperative")),
        ("(사)한베협회", ("한베협회", "association")),
        ("유한회사 새별", ("새별", "LLC")),
        ("Sao Mai One Member Co., Ltd.", ("Sao Mai", "LLC-1")),
        ("Sao Mai Pte. Ltd.", ("Sao Mai", "LLC")),
        ("Muster GmbH", ("Muster", "LLC")),
    ],
)
def test_parts_the_name_from_its_form(name: str, expected: tuple[str, str | None]) -> None:
    assert strip_legal_form(name) == expected


@given(st.text(max_size=40))
def test_never_leaves_a_name_empty(name: str) -> None:
    rest, _ = strip_legal_form(name)

    assert bool(rest) == bool(name.split())
