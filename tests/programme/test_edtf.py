from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.programme.edtf import agree, first_day, is_edtf, last_day, precision_of

PARTS = st.builds(
    lambda day, cut: day.isoformat()[:cut], st.dates(min_value=date(1900, 1, 1)), st.sampled_from([4, 7, 10])
)


@pytest.mark.parametrize(
    "value",
    ["2024", "2024-06", "2024-06~", "2024-02-29", "XXXX-09-12", "XXXX-02-29", "2024-XX-05", "2024-06-XX", "2023?"],
)
def test_takes_dates_with_unknown_parts(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "24",
        "2024-13",
        "2023-02-29",
        "2024-6-1",
        "26/11/2021",
        "0000-01",
        "2024-00",
        "hôm qua",
        "2024-06-31",
        "²024",
    ],
)
def test_refuses_what_is_no_date(value: str) -> None:
    assert not is_edtf(value)


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024-06~", date(2024, 6, 1), date(2024, 6, 30), "mid-month"),
        ("2024-06-15", date(2024, 6, 15), date(2024, 6, 15), "day"),
        ("XXXX-09-12", None, None, "day"),
        ("nothing", None, None, "none"),
    ],
)
def test_knows_the_days_of_a_date(value: str, first: date | None, last: date | None, precision: str) -> None:
    assert (first_day(value), last_day(value), precision_of(value)) == (first, last, precision)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-06-15", "2024-06", True),
        ("2024-06~", "2024-06-15", True),
        ("XXXX-09-12", "2024-09-12", True),
        ("2024-06-15", None, True),
        ("2024-06-15", "2024-06-16", False),
        ("2024", "2023-06", False),
    ],
)
def test_dates_agree_where_both_know(one: str, other: str | None, expected: bool) -> None:
    assert agree(one, other) is expected


@given(PARTS)
def test_every_cut_date_holds_its_days(value: str) -> None:
    first, last = first_day(value), last_day(value)
    assert first is not None
    assert last is not None
    assert first <= last
    assert agree(value, first.isoformat())
    assert agree(value, last.isoformat())


@given(st.text(max_size=12))
def test_no_text_raises(value: str) -> None:
    assert (first_day(value) is None) or is_edtf(value)
