"""What a unit of money of a currency is worth, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How many units of each currency (ISO 4217) one US dollar buys, as of a day."""

    on: date
    a_dollar: Mapping[str, Decimal]


RATES: Final = Rates(
    on=date(2026, 1, 1),
    a_dollar=MappingProxyType(
        {
            "USD": Decimal(1),
            "VND": Decimal(25_000),
            "KRW": Decimal(1_350),
            "EUR": Decimal("0.9"),
            "JPY": Decimal(150),
            "CNY": Decimal("7.2"),
        },
    ),
)
"""Round figures that prices are compared at: a limit is never near enough for the day's rate to matter."""
