"""Items come in, in any order; what they say as a few long arrays, still by item, goes out."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.lists import KINDS, NO_VALUES, Entries, Rows
from nhipcau.engine.match.query import Item

WHOLE: Final = 2**63 - 1
# Points are summed in four bytes; what the weights of matching give is far from it.
MOST: Final = 2**30
_KIND_NUMBERS: Final = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Items as arrays: a row for each in the order in which they came; of two with one id the later one counts."""

    ids: Sequence[str]
    kinds: npt.NDArray[np.int8]
    boosts: npt.NDArray[np.int32]
    terms: Rows
    figures: Rows
    members: Rows
    stated: Rows


def gathered(items: Iterable[Item]) -> Gathered:
    """Gather items; they may come from a stream and are not kept."""
    ids: list[str] = []
    kinds, boosts = array("b"), array("i")
    terms, figures, members, stated = _Column(), _Column(), _Column(), _Column()
    for item in items:
        if abs(item.boost) >= MOST:
            raise ValueError(item.id)
        ids.append(item.id)
        kinds.append(_KIND_NUMBERS[item.kind])
        boosts.append(item.boost)
        terms.add(item.terms)
        figures.add_values(item.figures)
        members.add(item.members)
        stated.add(item.stated)
    return Gathered(
        ids=ids,
        kinds=np.frombuffer(kinds, np.int8),
        boosts=np.frombuffer(boosts, np.int32),
        terms=terms.rows(),
        figures=figures.rows(),
        members=members.rows(),
        stated=stated.rows(),
    )


def bounded(value: int) -> int:
    """Return the nearest number that fits eight bytes: no figure of this world is larger."""
    return max(-WHOLE, min(WHOLE, value))


class _Column:
    """Keys numbered as they appear, and the numbers of each item one after the other."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._starts = array("q", [0])
        self._places = array("i")
        self._values = array("q")

    def add(self, keys: Iterable[str]) -> None:
        numbers = self._numbers
        # Asked once an entry, twelve million times a market: no method call of ours in between.
        self._places.extend([numbers.setdefault(key, len(numbers)) for key in keys])
        self._starts.append(len(self._places))

    def add_values(self, figures: Mapping[str, int]) -> None:
        self.add(figures)
        self._values.extend([bounded(value) for value in figures.values()])

    def rows(self) -> Rows:
        values = np.frombuffer(self._values, np.int64) if self._values else NO_VALUES
        starts, places = np.frombuffer(self._starts, np.int64), np.frombuffer(self._places, np.int32)
        return Rows(keys=list(self._numbers), entries=Entries(starts, places, values))
