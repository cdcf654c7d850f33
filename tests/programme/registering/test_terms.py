from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.programme.registering.terms import expires_on, months_of


@pytest.mark.parametrize(
    ("term", "months"),
    [
        ({"value": "3", "unit": "year"}, 36),
        ({"value": "1.5", "unit": "year"}, 18),
        ({"value": "6", "unit": "month"}, 6),
        ({"value": "", "unit": ""}, None),
        ({}, None),
    ],
)
def test_counts_months(term: dict[str, str], months: int | None) -> None:
    assert months_of(term) == months


@pytest.mark.parametrize(
    ("signed", "months", "until", "expected"),
    [
        ("2024-09-12", 36, None, date(2027, 9, 12)),
        ("2024-01-31", 1, None, date(2024, 2, 29)),
        ("2024", 12, None, date(2025, 12, 31)),
        ("2024-09-12", 36, "2026-12", date(2026, 12, 31)),
        (None, 36, None, None),
        ("2024-09-12", None, None, None),
        ("XXXX-09-12", 12, None, None),
        ("9999-01-01", 1200, None, None),
    ],
)
def test_expires_on_the_last_possible_day(
    signed: str | None, months: int | None, until: str | None, expected: date | None
) -> None:
    assert expires_on(signed, months, until) == expected


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)), st.integers(1, 1200))
def test_never_expires_before_it_was_signed(signed: date, months: int) -> None:
    last = expires_on(signed.isoformat(), months)
    assert last is not None
    assert last > signed
