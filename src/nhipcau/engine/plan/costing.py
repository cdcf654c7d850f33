"""What an offer states comes in; how many days it takes and what it costs go out, where it says so."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Attribute, ItemKind
from nhipcau.facts.plan import Cost
from nhipcau.language.properties import STEPS, figure
from nhipcau.language.properties.spellings import unit_code

_DELIVERED: Final = (ItemKind.PRODUCT, ItemKind.TECHNOLOGY)
_HOURS_A_DAY: Final = 8
_DAYS_A_MONTH: Final = 30
_CENT: Final = Decimal("0.01")


def days_of(kind: ItemKind, stated: Iterable[Attribute]) -> int | None:
    """Return the days that an offer takes: how long it lasts, or until it is delivered; ``None`` where it is silent."""
    wanted = ("duration", "lead_time") if kind in _DELIVERED else ("duration",)
    said = list(stated)
    for code in wanted:
        for attribute in said:
            value = _value(attribute, code)
            if value is not None:
                return max(1, math.ceil(value[1]))
    return None


def cost_of(stated: Iterable[Attribute], days: int | None) -> tuple[Cost | None, Attribute | None]:
    """Return the cost in dollars and the price that it follows from.

    A price for a time is multiplied by the days; one for a piece is that of one piece. A price for one person is the
    least that it costs, and one for an amount (a metre, a kilogram) says nothing of the whole.
    """
    for attribute in stated:
        value = _value(attribute, "price")
        if value is None:
            continue
        times = _times(value[0].partition(":")[2].removeprefix("USD").strip("/"), days)
        if times is None:
            return None, attribute
        for_one = "person" in (unit_code(attribute.unit) or "").split("/")
        return Cost(amount=(value[1] * times).quantize(_CENT), at_least=for_one), attribute
    return None, None


def _times(per: str, days: int | None) -> Decimal | None:
    """Return by what a price is multiplied."""
    if per in ("", "pcs", "sets"):
        return Decimal(1)
    if days is None:
        return None
    whole = {"day": Decimal(days), "hour": Decimal(days * _HOURS_A_DAY), "month": Decimal(days) / _DAYS_A_MONTH}
    return whole.get(per)


def _value(attribute: Attribute, code: str) -> tuple[str, Decimal] | None:
    if attribute.property != code or attribute.denied:
        return None
    try:
        found = figure(attribute.property, attribute.value, attribute.unit)
    except BadInput:
        return None
    return (found[0], Decimal(found[1]) / STEPS) if found else None
