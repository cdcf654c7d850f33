from __future__ import annotations

from decimal import Decimal

import pytest

from nhipcau.engine.plan.costing import cost_of, days_of
from nhipcau.facts.market import Attribute, ItemKind
from nhipcau.facts.plan import Cost


def states(name: str, value: str, unit: str, *, denied: bool = False) -> Attribute:
    return Attribute(property=name, value=Decimal(value), unit=unit, denied=denied)


@pytest.mark.parametrize(
    ("price", "days", "cost"),
    [
        (states("price", "25000000", "VND"), None, Cost(amount=Decimal("1000.00"))),
        (states("price", "300", "USD/day"), 10, Cost(amount=Decimal("3000.00"))),
        (states("price", "300", "USD/day"), None, None),
        (states("price", "1350000", "KRW/month"), 45, Cost(amount=Decimal("1500.00"))),
        (states("price", "120", "USD/person"), 5, Cost(amount=Decimal("120.00"), at_least=True)),
        (states("price", "2", "USD/kg"), 5, None),
    ],
)
def test_a_price_is_made_a_cost_where_that_can_be_said(price: Attribute, days: int | None, cost: Cost | None) -> None:
    assert cost_of([price], days) == (cost, price)


def test_what_is_not_stated_is_not_nought() -> None:
    assert cost_of([], 3) == (None, None)
    assert days_of(ItemKind.TRAINING, []) is None


def test_a_course_takes_as_long_as_it_lasts_and_a_machine_until_it_is_delivered() -> None:
    assert days_of(ItemKind.TRAINING, [states("duration", "2", "week")]) == 14
    assert days_of(ItemKind.TRAINING, [states("lead_time", "2", "week")]) is None
    assert days_of(ItemKind.PRODUCT, [states("lead_time", "3", "month")]) == 90
