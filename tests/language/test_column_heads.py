from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation_import import Column
from nhipcau.language.column_heads import column_of_head, is_head


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("Tên doanh nghiệp (*)", Column.NAME),
        ("TEN CONG TY", Column.NAME),
        ("MST", Column.TAX_CODE),
        ("Mã số thuế/ Tax code", Column.TAX_CODE),
        ("업체명", Column.NAME),
        ("협력업체명", Column.NAME),
        ("기업명(국문)", Column.NAME_KO),
        ("사업자등록번호", Column.BUSINESS_NUMBER),
        ("소재지", Column.ADDRESS),
        ("대표자", Column.PERSON),
        ("Company name (English)", Column.NAME_EN),
        ("Tên doanh nghiệp – Tiếng Anh", Column.NAME_EN),
        ("Thông tin liên hệ – Điện thoại", Column.PHONE),
        ("Tỉnh/Thành phố", Column.PLACE),
        ("Năm thành lập", Column.FOUNDED),
        ("STT", Column.IGNORE),
        ("Ngành nghề kinh doanh", Column.IGNORE),
        ("Số lao động", Column.IGNORE),
    ],
)
def test_reads_heads_in_three_languages(head: str, column: Column) -> None:
    assert column_of_head(head) is column


def test_a_head_that_nobody_maps_is_a_head_all_the_same() -> None:
    assert is_head("STT")
    assert not is_head("Công ty TNHH Cơ khí Minh Anh số 5 phường Đông Hải quận Hải An")


@given(st.text())
def test_any_text_holds_something_or_nothing(text: str) -> None:
    assert column_of_head(text) in tuple(Column)
