"""What a text says of a property."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nhipcau.facts.market import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement; ``start:end`` is where the text says it.

    ``property`` is a code of ``PROPERTIES``, or "place" with a place code as the value. ``value`` is a number, a day
    (ISO 8601) or a word as written. ``comparison`` is what the words around say (이상, not more than), if anything.
    ``denied`` marks what the text says it does not have.
    """

    property: str
    value: Decimal | str
    start: int
    end: int
    unit: str = ""
    comparison: Comparison | None = None
    denied: bool = False
