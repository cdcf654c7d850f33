"""A value and its unit come in; the same value goes out, at times in another unit that factories use for it."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from random import Random
from typing import Final

from benchmarks.market.judge import Value

_OTHER: Final = {
    ("tolerance", "mm"): (("µm", Decimal(1000)),),
    ("part_size", "mm"): (("cm", Decimal("0.1")), ("m", Decimal("0.001"))),
    ("part_weight", "kg"): (("t", Decimal("0.001")),),
    ("press_tonnage", "t"): (("kN", Decimal("9.81")),),
    ("lead_time", "day"): (("week", Decimal(1) / 7), ("month", Decimal(1) / 30), ("hour", Decimal(24))),
    ("duration", "day"): (("week", Decimal(1) / 7), ("month", Decimal(1) / 30)),
    ("floor_area", "m2"): (("ha", Decimal("0.0001")), ("pyeong", Decimal(1) / Decimal("3.3"))),
    ("power", "kVA"): (("MVA", Decimal("0.001")),),
}
_ROUNDED_UP: Final = {"kN": Decimal(10), "pyeong": Decimal(1)}
_MOST_HOURS: Final = 72
_CHANCE: Final = 0.4


def other_unit(draw: Random, name: str, value: str, unit: str, language: str) -> Value:
    """Return a value as it is or, now and then, in another unit; rounded up where the other cannot be exact."""
    ways = _ways(name, Decimal(value), unit) if unit else []
    ways = [way for way in ways if way[1] != "pyeong" or language == "ko"]
    return draw.choice(ways) if ways and draw.random() < _CHANCE else (value, unit)


def _ways(name: str, value: Decimal, unit: str) -> list[Value]:
    first, _, rest = unit.partition("/")
    if name == "capacity":
        return [(_plain(value * 12), f"{first}/year")]
    if name == "price":
        return (
            [(_plain(value * 25_000), unit.replace("USD", "VND"))]
            if first == "USD"
            else [(_plain(value / 25_000), f"USD/{rest}" if rest else "USD")]
        )
    ways = []
    for other, factor in _OTHER.get((name, unit), ()):
        scaled = value * factor
        if other in _ROUNDED_UP:
            step = _ROUNDED_UP[other]
            ways.append((_plain((scaled / step).to_integral_value(ROUND_CEILING) * step), other))
        elif _usual(scaled, other):
            ways.append((_plain(round(scaled, 6)), other))
    return ways


def _usual(scaled: Decimal, unit: str) -> bool:
    """Say whether people write the value in this unit: whole weeks, hours up to three days, half hectares."""
    if unit in {"week", "month"}:
        return scaled >= 1 and abs(scaled - round(scaled)) < Decimal("0.0001")
    if unit == "hour":
        return scaled <= _MOST_HOURS
    return scaled >= Decimal("0.5")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
