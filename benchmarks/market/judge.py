"""A need and what an offer stated come in; the grade, what is unmet and what is not stated go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from benchmarks.market.families import Asked, NeedText
from benchmarks.market.places import distance

DEGREES: Final = ("vocational", "college", "bachelor", "master", "phd")
_INCLUDES: Final = {"ISO 9001": frozenset({"ISO 9001", "IATF 16949", "AS9100"})}
_LENGTHS: Final = {"mm": Fraction(1), "µm": Fraction(1, 1000), "cm": Fraction(10), "m": Fraction(1000)}
_TIMES: Final = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(30),
    "year": Fraction(360),
}
_SIZES: Final[Mapping[str, Mapping[str, Fraction]]] = {
    "tolerance": _LENGTHS,
    "part_size": _LENGTHS,
    "part_weight": {"kg": Fraction(1), "t": Fraction(1000)},
    "press_tonnage": {"kN": Fraction(1), "t": Fraction("9.81")},
    "lead_time": _TIMES,
    "duration": _TIMES,
    "floor_area": {"m2": Fraction(1), "ha": Fraction(10_000), "pyeong": Fraction("3.3")},
    "power": {"kVA": Fraction(1), "MVA": Fraction(1000)},
}
_FIRST: Final = {"USD": Fraction(1), "VND": Fraction(1, 25_000)}
_LAST: Final = {"month": Fraction(1), "year": Fraction(1, 12)}

Value = tuple[str, str]
"""A value and its unit, as stated."""

Stated = Mapping[str, tuple[Value, ...]]
"""What an offer stated, by property; a list that was denied is empty."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an offer of the right thing stands to a need."""

    grade: int
    unmet: tuple[str, ...]
    not_stated: tuple[str, ...]

    @property
    def why(self) -> str:
        """Return what the grade is for."""
        return "fit" if self.grade >= 2 else "near miss"


def judge(need: NeedText, stated: Stated, place: str | None) -> Judgement:
    """Judge an offer of the need's own family by what it stated."""
    stands = [(ask, meets(ask, stated.get(ask.property), need.place, place)) for ask in need.asks]
    unmet = tuple(ask.property for ask, met in stands if met is False)
    not_stated = tuple(ask.property for ask, met in stands if met is None)
    failed = any(met is False and ask.must for ask, met in stands)
    grade = 1 if failed else 2 if unmet or not_stated else 3
    return Judgement(grade, unmet, not_stated)


def meets(ask: Asked, values: tuple[Value, ...] | None, where: str | None, place: str | None) -> bool | None:
    """Say whether what was stated meets a requirement; nothing where it was not stated."""
    if ask.property == "distance_from":
        return distance(where, place) <= float(ask.value) if where and place else None
    if values is None:
        return None
    if ask.op == "has":
        wanted = _INCLUDES.get(ask.value, frozenset({ask.value}))
        return not wanted.isdisjoint(value for value, _ in values)
    limit = measure(ask.property, ask.value, ask.unit)
    if ask.op == "<=":
        return any(measure(ask.property, *value) <= limit for value in values)
    return any(measure(ask.property, *value) >= limit for value in values)


def measure(name: str, value: str, unit: str) -> Fraction:
    """Return a figure, a day or a level as a number that can be compared with others of its property."""
    if name == "start_date":
        return Fraction(value.replace("-", ""))
    if name == "degree":
        return Fraction(DEGREES.index(value))
    number = Fraction(value.removeprefix("TOPIK ").removeprefix("ISO "))
    if name == "price":
        return number * _FIRST[unit.partition("/")[0]]
    if name == "capacity":
        return number * _LAST[unit.rpartition("/")[2]]
    return number * _SIZES[name][unit] if name in _SIZES else number
