"""How the parts of a record read in the history."""

from __future__ import annotations

import pytest

from nhipcau.web.record_parts import address_of, shown


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("due_on", "2027-12-31", "ngày 31/12/2027"),
        ("signed", "2024-06", "tháng 6/2024"),
        ("decided_at", "2026-11-21T23:40:26.780629+00:00", "06:40, 22/11/2026"),
        ("sectors", ["ev", "automotive"], "Xe điện; Công nghiệp ô tô"),
        ("owner_id", "sgd3rmz", "Tổ chức"),
        (
            "parties",
            [{"organisation_id": "sgd3", "name": "Viện A"}, {"organisation_id": "sgd4", "name": "B"}],
            "Viện A; B",
        ),
        ("evidence", [{"id": "sgd3", "document_id": "sgd4", "quote": "ký kết"}], "“ký kết”"),
        (
            "requirements",
            [
                {"property": "tolerance", "comparison": "<=", "value": {"number": "0.02"}, "unit": "mm", "must": True},
                {"property": "certificate", "comparison": "has", "value": "IATF 16949", "unit": "", "must": True},
            ],
            "Dung sai ≤ 0,02 mm; Chứng nhận IATF 16949",
        ),
        (
            "attributes",
            [{"property": "press_tonnage", "value": {"number": "350"}, "unit": "t", "denied": False}],
            "Lực ép: 350 t",
        ),
        ("concepts", ["injection-moulding", "own:1"], "ép phun; own:1"),
        ("kind", "training", "Đào tạo"),
        ("confidential", True, "Có"),
        ("note", "", ""),
        ("unit", "kỹ sư", "kỹ sư"),
    ],
)
def test_writes_a_part_as_an_officer_reads_it(key: str, value: object, said: str) -> None:
    assert shown(key, value, "vi") == said


def test_cuts_what_is_very_long() -> None:
    assert shown("text", "a" * 700, "en") == "a" * 600 + "…"


def test_leads_to_the_thing_that_a_number_names() -> None:
    assert address_of("owner_id", "sgd3rmz") == "/organisations/sgd3rmz/"
    assert address_of("owner_id", None) == ""
    assert address_of("note", "sgd3rmz") == ""
