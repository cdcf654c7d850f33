from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.cli.market.terms import attribute_parts, requirement_parts
from nhipcau.facts.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "code", "comparison", "value", "unit"),
    [
        ("tolerance <= 0.02 mm", "tolerance", "<=", "0.02", "mm"),
        ("tolerance≤0,02mm", "tolerance", "<=", "0,02", "mm"),
        ("capacity >= 200000 pcs/month", "capacity", ">=", "200000", "pcs/month"),
        ("certificate has IATF 16949", "certificate", "has", "IATF 16949", ""),
        ("certificate ISO 9001", "certificate", None, "ISO 9001", ""),
        ("certificate has-not ISO 9001", "certificate", "has-not", "ISO 9001", ""),
        ("material hastelloy C276", "material", None, "hastelloy C276", ""),
        ("colour red", "colour", None, "red", ""),
        ("start_date >= 2027-01-01", "start_date", ">=", "2027-01-01", ""),
    ],
)
def test_a_requirement_is_typed_in_one_piece(
    typed: str, code: str, comparison: str | None, value: str, unit: str
) -> None:
    parts = requirement_parts(typed, must=False)
    said = (parts["property"], parts.get("comparison"), parts["value"], parts["unit"], parts["must"])
    assert said == (code, comparison, value, unit, False)


@pytest.mark.parametrize("typed", ["", "tolerance", "<= 5 mm", "Độ chính xác 5"])
def test_what_is_no_term_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="term-malformed"):
        requirement_parts(typed, must=True)


@given(
    st.sampled_from(["tolerance", "press_tonnage", "price"]),
    st.decimals(0, 10**6, places=3),
    st.sampled_from(["", "mm", "t", "USD/pcs"]),
    st.booleans(),
)
def test_what_is_written_so_is_read_so(code: str, value: object, unit: str, denied: bool) -> None:
    parts = attribute_parts(f"{code} {value} {unit}", denied=denied)
    assert parts == {"property": code, "value": str(value), "unit": unit, "denied": denied}
