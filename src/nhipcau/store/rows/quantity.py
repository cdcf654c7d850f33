"""An exact decimal comes in, its text and its thousandths for sums in the database go out."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

_MILLI = Decimal(1000)
_MOST = Decimal(2**53)


def quantity_columns(quantity: Decimal | None) -> dict[str, object]:
    """Return the columns; thousandths stay below 2**53, so that a million of them add up in 64 bits and more."""
    if quantity is None:
        return {"quantity": None, "quantity_milli": None}
    milli = min(max(quantity * _MILLI, -_MOST), _MOST).to_integral_value(ROUND_HALF_EVEN)
    return {"quantity": str(quantity), "quantity_milli": int(milli)}


def quantity_of(text: str | None) -> Decimal | None:
    """Return the exact decimal."""
    return None if text is None else Decimal(text)
