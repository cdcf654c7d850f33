from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.errors import BadInput
from nhipcau.language.properties import PROPERTIES, STEPS, figure


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("tolerance", ("0.02", "mm"), ("20", "µm")),
        ("tolerance", ("20", "micron"), ("0.2", "dem")),
        ("capacity", ("1200000", "pcs/year"), ("100000", "cái/tháng")),
        ("capacity", ("30", "톤/월"), ("1", "t/day")),
        ("capacity", ("7", "pairs/week"), ("30", "켤레/월")),
        ("press_tonnage", ("100", "t"), ("981", "kN")),
        ("floor_area", ("800", "평"), ("2640", "㎡")),
        ("price", ("25000", "VND"), ("1", "USD")),
        ("price", ("1350", "원/월"), ("1", "USD/month")),
        ("price", ("8000000", "VND/học viên"), ("320", "USD")),
        ("lead_time", ("48", "h"), ("2", "ngày")),
        ("lead_time", ("2", "tuần"), ("14", "일")),
        ("duration", ("1", "year"), ("12", "tháng")),
        ("duration", ("40", "hours"), ("5", "days")),
        ("power", ("2", "MVA"), ("2000", "kVA")),
        ("temperature", ("212", "°F"), ("100", "°C")),
        ("cleanroom", ("class 10,000", ""), ("7", "ISO")),
        ("part_weight", ("1500", "g"), ("1.5", "kg")),
        ("degree", ("thạc sĩ", ""), ("석사", "")),
        ("language", ("TOPIK level 3", ""), ("토픽 3급", "")),
    ],
)
def test_one_value_in_two_units_is_one_figure(code: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = (figure(code, value, unit) for value, unit in (one, other))
    assert first is not None
    assert first == second


@pytest.mark.parametrize("code", ["capacity", "min_order"])
def test_pieces_pairs_and_sets_are_not_compared(code: str) -> None:
    ending = "/month" if code == "capacity" else ""
    found = [figure(code, "5", unit + ending) for unit in ("pcs", "pairs", "sets", "kg")]
    assert len({column for column, _ in filter(None, found)}) == 4


def test_hardness_scales_are_not_compared() -> None:
    found = [figure("hardness", "60", unit) for unit in ("HV", "HRC", "HB", "Shore A", "Shore D")]
    assert len({column for column, _ in filter(None, found)}) == 5


def test_a_rent_per_square_metre_is_not_a_rent() -> None:
    assert figure("price", "5", "USD/m2/month") == ("price:USD/m2/month", 5 * STEPS)
    assert figure("price", "5", "USD/tháng") == ("price:USD/month", 5 * STEPS)


def test_a_day_counts_from_the_first_of_year_one() -> None:
    assert figure("start_date", "0001-01-02") == ("start_date:day", 2 * STEPS)


def test_a_word_of_a_list_is_no_figure() -> None:
    assert figure("material", "SUS303") is None
    assert figure("language", "ko") is None


@pytest.mark.parametrize(
    ("code", "value", "unit", "error"),
    [
        ("tolerance", "20", "kg", "error.unit-impossible"),
        ("tolerance", "20", "", "error.unit-impossible"),
        ("tolerance", "20", "quả chuối", "error.unit-impossible"),
        ("capacity", "500", "pcs", "error.unit-impossible"),
        ("capacity", "-1", "pcs/month", "error.value-impossible"),
        ("capacity", "0", "pcs/month", "error.value-impossible"),
        ("capacity", "9" * 25, "pcs/month", "error.value-impossible"),
        ("capacity", "1e999999999", "pcs/month", "error.value-impossible"),
        ("capacity", "nhiều", "pcs/month", "error.value-impossible"),
        ("capacity", "NaN", "pcs/month", "error.value-impossible"),
        ("trl", "12", "", "error.value-impossible"),
        ("temperature", "-300", "°C", "error.value-impossible"),
        ("cleanroom", "sạch lắm", "", "error.value-impossible"),
        ("degree", "giỏi", "", "error.value-impossible"),
        ("start_date", "31/02/2026", "", "error.value-impossible"),
        ("beauty", "1", "", "error.property-unknown"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(code: str, value: str, unit: str, error: str) -> None:
    with pytest.raises(BadInput) as refused:
        figure(code, value, unit)
    assert refused.value.code == error


@pytest.mark.parametrize(
    ("code", "unit"), [(known.code, unit) for known in PROPERTIES.values() for unit in known.units]
)
def test_every_unit_on_a_form_measures_its_property(code: str, unit: str) -> None:
    found = figure(code, "1", unit)
    assert found is not None
    assert found[0].startswith(f"{code}:")


@given(code=st.sampled_from(sorted(PROPERTIES)), value=st.one_of(st.text(), st.decimals()), unit=st.text())
def test_anything_else_is_a_figure_or_a_refusal(code: str, value: Decimal | str, unit: str) -> None:
    try:
        found = figure(code, value, unit)
    except BadInput:
        return
    assert found is None or abs(found[1]) < 2**63


@given(value=st.decimals(min_value="0.0001", max_value=10**6, places=4))
def test_millimetres_and_micrometres_agree(value: Decimal) -> None:
    assert figure("tolerance", value, "mm") == figure("tolerance", value * 1000, "µm")
