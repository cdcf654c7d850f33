from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết 115/NQ-CP của Chính phủ về công nghiệp.", ("Nghị quyết", "115/NQ-CP", "Chính phủ", None)),
        (
            "Theo Quyết định số 1970/QĐ-BCT ngày 6/6/2018 của Bộ trưởng Bộ Công Thương, trung tâm ra đời.",
            ("Quyết định", "1970/QĐ-BCT", "Bộ trưởng Bộ Công Thương", "2018-06-06"),
        ),
        (
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
            ("Nghị quyết", "57-NQ/TW", "Bộ Chính trị", "2024-12-22"),
        ),
        ("Nghị định 80/2021/NĐ-CP hỗ trợ doanh nghiệp nhỏ.", ("Nghị định", "80/2021/NĐ-CP", None, None)),
    ],
)
def test_an_act_has_its_type_number_issuer_and_date(text: str, expected: tuple[str | None, ...]) -> None:
    (act,) = read_document(text).legal_acts

    assert (act.type, act.number, act.issuer, act.date) == expected


def test_an_act_counts_once() -> None:
    acts = read_document("Nghị quyết 115/NQ-CP ra đời. Theo Nghị quyết 115/NQ-CP, mục tiêu là 45%.").legal_acts

    assert [act.number for act in acts] == ["115/NQ-CP"]


@pytest.mark.parametrize(
    "text", ["Giai đoạn 2020-2025 hai bên hợp tác.", "Máy ABC-115/XL chạy tốt.", "Ngày 1/6/2021 trời mưa."]
)
def test_other_numbers_are_no_acts(text: str) -> None:
    assert read_document(text).legal_acts == ()


def test_a_number_may_touch_the_word_before_it() -> None:
    reading = read_document("Under Directive No.21-CT/TW dated May 4, 2023, schools must be renewed.")

    assert [act.number for act in reading.legal_acts] == ["21-CT/TW"]
