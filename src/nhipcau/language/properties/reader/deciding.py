# ruff: noqa: E501 -- a unit a line
"""A quantity and the words around it come in; the property that it is stated of goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from nhipcau.facts.market import Comparison, ItemKind
from nhipcau.language.properties.reader.cues import Cue
from nhipcau.language.properties.reader.quantities import Quantity
from nhipcau.language.properties.registry import PROPERTIES

# What ends a thought: a word before it says nothing of the number behind it. "Min. 300" is one thought.
_BREAK: Final = re.compile(r"(?<!\bmin)(?<!\bmax)(?<!\bapprox)\.(?=\s|$)|[;!?\n()•·]|\s/\s|\s-\s(?!\d)")
_SOFT: Final = re.compile(r",(?=\s)|、|\b(?:va|and|with|voi)\b|/")
REACH: Final = 48
"""No word farther away than this says what a number is about."""

# A bare number of something that is no unit: 3 buổi, 20 dòng.
_OF_SOMETHING: Final = re.compile(
    r"[ ]?(?!(?:at|per|in|for|moi|mot|max|or|and|to|va|tren|tro|이상|이하|까지|내외|정도|이내|단계|등급|급)(?![a-z]))[a-z가-힣]"
)
_FARTHEST: Final = 44
_BEHIND_FARTHEST: Final = 24
_SOFT_COST: Final = 16
_BEHIND_COST: Final = 5
_NEAR: Final = 14

_LENGTH: Final = ("tolerance", "part_size", "thickness", "accuracy")
_MASS: Final = ("press_tonnage", "part_weight", "min_order")
_TIME: Final = ("lead_time", "duration", "experience")
_OF_UNIT: Final[Mapping[str, tuple[str, ...]]] = {
    "mm": _LENGTH, "um": _LENGTH, "cm": _LENGTH, "inch": _LENGTH, "mil": _LENGTH, "ly": _LENGTH, "zem": _LENGTH, "nm": ("tolerance", "accuracy"),
    "m": ("part_size", "ceiling_height", "min_order"), "ft": ("ceiling_height", "part_size"),
    "kN": ("press_tonnage",), "tf": ("press_tonnage",), "kgf": ("press_tonnage",), "MN": ("press_tonnage",),
    "t": (*_MASS, "thickness"), "kg": ("part_weight", "min_order"), "g": ("part_weight",), "lb": ("part_weight",),
    "pcs": ("min_order", "seats"), "sets": ("min_order",), "pairs": ("min_order",), "l": ("min_order",),
    "hour": _TIME, "day": _TIME, "week": _TIME, "month": _TIME, "year": ("experience", "duration"),
    "person": ("seats",),
    "USD": ("price",), "VND": ("price",), "KRW": ("price",), "EUR": ("price",), "JPY": ("price",), "CNY": ("price",),
    "m2": ("floor_area", "min_order"), "ha": ("floor_area",), "pyeong": ("floor_area",), "sqft": ("floor_area",),
    "kVA": ("power",), "MVA": ("power",), "kW": ("power",), "MW": ("power",), "VA": ("power",),
    "HV": ("hardness",), "HRC": ("hardness",), "HB": ("hardness",), "ShoreA": ("hardness",), "ShoreD": ("hardness",),
    "V": ("voltage",), "kV": ("voltage",), "degC": ("temperature",), "degF": ("temperature",),
    "bar": ("pressure",), "MPa": ("pressure",), "kPa": ("pressure",), "kgfcm2": ("pressure",), "psi": ("pressure",),
    "percent": ("yield", "accuracy"), "rpm": ("speed",), "trl": ("trl",), "topik": ("language",), "iso": ("cleanroom",),
    "class": ("cleanroom",), "km": ("distance_from",), "": ("seats", "min_order", "trl"),
}  # fmt: skip
# These units say by themselves what is meant.
_BY_ITSELF: Final = frozenset(
    {
        "price",
        "floor_area",
        "power",
        "hardness",
        "trl",
        "language",
        "cleanroom",
        "voltage",
        "pressure",
        "temperature",
        "speed",
    }
)
_RATED: Final = frozenset({"pcs", "sets", "pairs", "t", "kg", "m", "m2", "l", "m3", "g"})
_LONG_ENGAGEMENT: Final = 2
_MANY: Final = 100
# A word that only compares (from, at least, 까지) tells less of what is meant than one that names it.
_VAGUE_COST: Final = 12
_PERIODS: Final = frozenset({"day", "week", "month", "year"})
_COURSES: Final = frozenset({ItemKind.TRAINING, ItemKind.PLACEMENT})


def property_of(quantity: Quantity, cues: Sequence[Cue], plain: str, kind: ItemKind, done: int = 0) -> str | None:
    """Return the code of the property, or ``None`` where the words do not tell.

    ``done`` is where the quantity before ends: what stands before that one says nothing of a thought beyond a comma.
    """
    candidates = [code for code in _candidates(quantity) if kind in PROPERTIES[code].kinds]
    if not candidates or (not quantity.unit and not quantity.rate and _OF_SOMETHING.match(plain, quantity.end)):
        return None
    first = done if done and _SOFT.search(plain, done, quantity.start) else 0
    nearest, sure = _nearest(quantity, cues, plain, candidates, first)
    if nearest and not (not sure and _is_a_career(quantity, kind)):
        return nearest
    if "distance_from" in candidates or (quantity.rate and quantity.unit in _RATED) or _is_output(quantity, candidates):
        return candidates[0]
    if quantity.signed and "tolerance" in candidates:
        return "tolerance"
    if quantity.unit in {"kN", "tf", "MN"} or candidates[0] in _BY_ITSELF:
        return candidates[0] if quantity.unit else None
    return _by_kind(quantity, candidates, kind)


def _is_a_career(quantity: Quantity, kind: ItemKind) -> bool:
    return kind is ItemKind.EXPERTISE and quantity.unit == "year" and quantity.low > _LONG_ENGAGEMENT


def _is_output(quantity: Quantity, candidates: list[str]) -> bool:
    return candidates == ["capacity"] and not quantity.unit and quantity.low >= _MANY


def _by_kind(quantity: Quantity, candidates: list[str], kind: ItemKind) -> str | None:
    """Read a bare length of time as the kind suggests: a course lasts three days, an expert has twenty years."""
    if kind in _COURSES and "seats" in candidates and quantity.unit == "person":
        return "seats"
    if kind in _COURSES and "duration" in candidates:
        return "duration"
    if kind is ItemKind.EXPERTISE and quantity.unit == "month":
        return "duration"
    return "experience" if _is_a_career(quantity, kind) else None


def _candidates(quantity: Quantity) -> tuple[str, ...]:
    if quantity.rate and quantity.unit in _RATED:
        if quantity.rate in _PERIODS:
            return ("capacity",)
        return ("speed",) if quantity.rate in {"minute", "hour"} else ("floor_load",)
    if quantity.rate and not quantity.unit:
        return ("capacity",) if quantity.rate in _PERIODS else ("seats",)
    return _OF_UNIT.get(quantity.unit, ())


def _nearest(
    quantity: Quantity, cues: Sequence[Cue], plain: str, candidates: list[str], first: int
) -> tuple[str | None, bool]:
    """Return the property of the nearest cue that ends behind ``first``, and whether the cue names it."""
    best: tuple[int, int, bool] | None = None
    for cue in cues:
        said = cue.before if cue.start < quantity.start else cue.behind
        rank = next((rank for rank, code in enumerate(candidates) if code in said), None)
        if rank is None or cue.end <= first:
            continue
        cost = _cost(quantity, cue, plain)
        if cost is None:
            continue
        vague = ">=" in said or "<=" in said
        here = cost + vague * _VAGUE_COST, rank
        if best is None or here < best[:2]:
            best = *here, not vague
    return (candidates[best[1]], best[2]) if best else (None, False)


def _cost(quantity: Quantity, cue: Cue, plain: str) -> int | None:
    """Return how far a cue stands, dearer beyond a comma; ``None`` for too far, or in another thought."""
    if cue.end <= quantity.start:
        gap, first, last, most, extra = quantity.start - cue.end, cue.end, quantity.start, _FARTHEST, 0
    elif cue.start >= quantity.end:
        gap, first, last, most, extra = (
            cue.start - quantity.end,
            quantity.end,
            cue.start,
            _BEHIND_FARTHEST,
            _BEHIND_COST,
        )
    else:
        return 0 if cue.before else None
    if gap > most or not (cue.before if first == cue.end else cue.behind) or _BREAK.search(plain, first, last + 1):
        return None
    soft = _SOFT.search(plain, first, last) is not None
    return None if soft and extra else gap + extra + soft * _SOFT_COST


def comparison_of(quantity: Quantity, cues: Iterable[Cue], plain: str) -> Comparison | None:
    """Return what stands right before or behind: at least, 이상, không quá."""
    for cue in cues:
        beside = quantity.start - cue.end if cue.end <= quantity.start else cue.start - quantity.end
        if not 0 <= beside <= _NEAR:
            continue
        said = cue.before if cue.end <= quantity.start else cue.behind
        between = plain[cue.end : quantity.start] if cue.end <= quantity.start else plain[quantity.end : cue.start]
        if _BREAK.search(between) or "," in between:
            continue
        if "<=" in said and ">=" not in said:
            return Comparison.AT_MOST
        if ">=" in said and "<=" not in said:
            return Comparison.AT_LEAST
    return None
