"""Plain text with its cues comes in; statements of figures go out."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Comparison, ItemKind
from nhipcau.language.properties.figures import figure
from nhipcau.language.properties.reader.cues import Cue
from nhipcau.language.properties.reader.deciding import REACH, comparison_of, property_of
from nhipcau.language.properties.reader.quantities import Quantity
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.said import Said
from nhipcau.language.properties.spellings import shown

_BARE: Final = {"seats": "person", "min_order": "pcs", "trl": ""}
# 80T-450T is one range, of one property.
_TO: Final = frozenset({"-", "~", " ~ "})
_NO_UNIT: Final = frozenset({"trl", "iso", "topik"})


def read_figures(
    quantities: Sequence[Quantity], cues: Sequence[Cue], plain: str, kind: ItemKind, *, sought: bool
) -> list[Said]:
    """Return what the numbers of a text state; a number that no property can have says nothing."""
    found: list[Said] = []
    first = done = 0
    code: str | None = None
    for quantity in quantities:
        while first < len(cues) and cues[first].end < quantity.start - REACH:
            first += 1
        near = [cue for cue in cues[first : first + REACH] if cue.start <= quantity.end + REACH]
        ranged = code is not None and plain[done : quantity.start] in _TO
        code = code if ranged else property_of(quantity, near, plain, kind, done)
        done = quantity.end
        said = _said(code, quantity, comparison_of(quantity, near, plain), kind, sought=sought) if code else None
        if said:
            found.append(said)
    return found


def _said(code: str, quantity: Quantity, comparison: Comparison | None, kind: ItemKind, *, sought: bool) -> Said | None:
    unit = _unit(code, quantity, kind)
    value: Decimal | str = _end_of_range(code, quantity, comparison, sought=sought)
    if code == "language":
        value, unit = f"TOPIK {value}", ""
    elif quantity.unit == "class":
        value, unit = f"class {value}", ""
    if not _is_possible(code, value, unit):
        return None
    return Said(property=code, value=value, unit=unit, comparison=comparison, start=quantity.start, end=quantity.end)


@functools.lru_cache(maxsize=16384)
def _is_possible(code: str, value: Decimal | str, unit: str) -> bool:
    try:
        figure(code, value, unit)
    except BadInput:
        return False
    return True


def _unit(code: str, quantity: Quantity, kind: ItemKind) -> str:
    if quantity.unit in _NO_UNIT:
        return ""
    written = f"{quantity.unit or 'pcs'}/{quantity.rate}" if quantity.rate else quantity.unit or _BARE.get(code, "")
    if code == "seats":
        return "person"
    if code == "thickness" and quantity.unit == "t":
        return "mm"
    if code == "price" and kind in {ItemKind.TRAINING, ItemKind.PLACEMENT}:
        written = written.removesuffix("/person")
    return shown(written)


def _end_of_range(code: str, quantity: Quantity, comparison: Comparison | None, *, sought: bool) -> Decimal:
    """Of 300 to 500, an offer means the better end, a need the one that is enough."""
    if quantity.low == quantity.high:
        return _short(quantity.low)
    known = PROPERTIES[code]
    if sought:
        wanted = comparison or known.comparison
        return _short(quantity.high if wanted is Comparison.AT_MOST else quantity.low)
    return _short(quantity.low if known.best == "smallest" else quantity.high)


def _short(number: Decimal) -> Decimal:
    """Write 1200000.0 as 1200000."""
    whole = number.to_integral_value()
    return whole if whole == number else number
