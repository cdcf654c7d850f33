from __future__ import annotations

from decimal import Decimal

import pytest

from nhipcau.engine.match.contradictions import contradictions
from nhipcau.facts.market import Comparison, Requirement


def asks(name: str, comparison: str, value: str, unit: str = "", *, must: bool = True) -> Requirement:
    number = value.replace(".", "").isdigit()
    return Requirement(
        property=name,
        comparison=Comparison(comparison),
        value=Decimal(value) if number else value,
        unit=unit,
        must=must,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (asks("capacity", ">=", "100", "pcs/month"), asks("capacity", "<=", "50", "pcs/month")),
        (asks("capacity", ">=", "1300", "pcs/year"), asks("capacity", "<=", "100", "pcs/month")),
        (asks("tolerance", "=", "0.1", "mm"), asks("tolerance", "<=", "20", "µm")),
        (asks("start_date", ">=", "2026-05-01"), asks("start_date", "<=", "2026-04-01")),
        (asks("certificate", "has", "ISO 9001"), asks("certificate", "has-not", "iso 9001")),
    ],
)
def test_what_cannot_be_met_together_is_said(one: Requirement, other: Requirement) -> None:
    said = contradictions([other, one])
    assert [(message.code, dict(message.params)) for message in said] == [
        ("match.contradiction", {"one": one, "other": other})
    ]


@pytest.mark.parametrize(
    "requirements",
    [
        (),
        (asks("capacity", ">=", "50", "pcs/month"), asks("capacity", "<=", "50", "pcs/month")),
        (asks("capacity", ">=", "100", "pcs/month"), asks("capacity", "<=", "50", "t/month")),
        (asks("capacity", ">=", "100", "pcs/month"), asks("capacity", "<=", "50", "pcs/month", must=False)),
        (asks("certificate", "has", "ISO 9001"), asks("material", "has-not", "ISO 9001")),
        (asks("nothing", ">=", "1"), asks("tolerance", "<=", "1", "kg")),
    ],
)
def test_what_can_be_met_together_is_not(requirements: tuple[Requirement, ...]) -> None:
    assert contradictions(requirements) == ()
