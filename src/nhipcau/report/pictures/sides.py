"""Names on two or three sides, and who stands with whom, come in; places with few crossing lines go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

_PASSES: Final = 6


def placed(sides: Mapping[float, Sequence[str]], lines: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Return (side, row) of each name: each moves to the mean of its neighbours, and a shorter side is spread out."""
    order = {side: list(names) for side, names in sides.items()}
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in lines:
        neighbours[one].append(other)
        neighbours[other].append(one)
    longest = max((len(names) for names in order.values()), default=0)
    rows = {name: float(row) for names in order.values() for row, name in enumerate(names)}
    for _ in range(_PASSES):
        for names in order.values():
            names.sort(key=lambda name: (_mean(rows, neighbours[name], rows[name]), name))
            rows.update(_spread(names, longest))
    return {name: (side, rows[name]) for side, names in order.items() for name in names}


def _mean(rows: Mapping[str, float], names: Sequence[str], otherwise: float) -> float:
    return sum(rows[name] for name in names) / len(names) if names else otherwise


def _spread(names: Sequence[str], longest: int) -> dict[str, float]:
    step = longest / len(names) if names else 0.0
    return {name: (place + 0.5) * step - 0.5 for place, name in enumerate(names)}
