"""Nothing comes in; where each province of Vietnam and Korea stands on a map of equal tiles goes out.

Vietnam has the 63 provinces before 1 July 2025, as addresses still have them; a tile's neighbours are about those of
the province.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_VIETNAM: Final = """
.  .  .  03 04 .  .
.  01 02 07 53 09 .
71 05 06 70 69 54 13
.  .  68 HN 56 61 HP
.  .  14 63 66 20 .
.  21 .  18 67 .  .
.  22 .  .  .  .  .
.  .  23 .  .  .  .
.  .  .  24 .  .  .
.  .  .  .  25 .  .
.  .  .  .  26 DN .
.  .  .  .  .  27 29
.  .  .  .  .  28 31
.  .  .  .  .  30 32
.  .  .  .  .  33 34
.  .  .  58 72 35 36
.  .  37 57 39 40 .
.  .  41 SG 43 .  .
44 45 46 50 .  .  .
47 CT 49 51 .  .  .
.  73 52 .  .  .  .
59 55 .  .  .  .  .
"""
_KOREA: Final = """
28 11 41 42 .
44 50 43 47 .
45 30 .  27 31
29 46 48 26 .
.  .  .  .  .
49 .  .  .  .
"""
_ACROSS: Final = 8
"""How many tiles right of Vietnam's left edge Korea begins."""


def _read() -> dict[str, tuple[int, int]]:
    found = {}
    for country, drawn, left in (("VN", _VIETNAM, 0), ("KR", _KOREA, _ACROSS)):
        for row, line in enumerate(drawn.strip().splitlines()):
            for column, code in enumerate(line.split()):
                if code != ".":
                    found[f"{country}-{code}"] = (left + column, row)
    return found


TILES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(_read())
"""Column and row of each province, by its code."""

COLUMNS: Final = 1 + max(column for column, _ in TILES.values())
ROWS: Final = 1 + max(row for _, row in TILES.values())
HEADS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType({"VN": (0, 0), "KR": (_ACROSS, 0)})
"""Where the name of each country stands: above this tile."""
