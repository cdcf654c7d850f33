"""Layers of an index come in; one segment of what is alive in them, or fewer layers altogether, go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nhipcau.compute.market.gathered import Gathered
from nhipcau.compute.market.index import Layer, MarketIndex
from nhipcau.compute.market.lists import KINDS, Entries, Lists, Rows, turned_back
from nhipcau.compute.market.segment import Segment, segment


def tidied(index: MarketIndex) -> MarketIndex:
    """Merge a layer into the one before it once it is half as large: so there are few, and each item moves seldom."""
    layers: list[Layer] = []
    for layer in index.layers:
        layers.append(layer)
        while len(layers) > 1 and len(layers[-1].segment.ids) * 2 >= _alive(layers[-2]):
            layers[-2:] = [merged(layers[-2:])]
    return index if len(layers) == len(index.layers) else MarketIndex(layers=tuple(layers))


def merged(layers: Sequence[Layer]) -> Layer:
    """Return one layer with what is alive in some."""
    parts = [layer.segment for layer in layers]
    alive, before = [], 0
    for layer in layers:
        alive.append(np.setdiff1d(np.arange(len(layer.segment.ids)), layer.gone) + before)
        before += len(layer.segment.ids)
    together = Gathered(
        ids=[part.ids[place] for part in parts for place in range(len(part.ids))],
        kinds=np.concatenate([_kinds(part) for part in parts]),
        boosts=np.concatenate([part.boosts for part in parts]),
        terms=_rows(parts, lambda part: part.terms),
        figures=_rows(parts, lambda part: part.figures),
        members=_rows(parts, lambda part: part.members),
        stated=_rows(parts, lambda part: part.stated),
    )
    return Layer(segment=segment(together, np.concatenate(alive)))


def _alive(layer: Layer) -> int:
    return len(layer.segment.ids) - len(layer.gone)


def _kinds(part: Segment) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    return np.repeat(np.arange(len(KINDS), dtype=np.int8), np.diff(part.starts))


def _rows(parts: Sequence[Segment], of: Callable[[Segment], Lists]) -> Rows:
    """Return the lists of all parts by item, with one number a key."""
    numbers: dict[str, int] = {}
    found: list[Entries] = []
    for part in parts:
        lists = of(part)
        renumbered = np.array([numbers.setdefault(key, len(numbers)) for key in lists.keys], np.int32)
        rows = turned_back(lists.entries, len(KINDS), len(part.ids))
        found.append(Entries(rows.starts, renumbered[rows.places], rows.values))
    return Rows(keys=list(numbers), entries=_one_after_the_other(found))


def _one_after_the_other(found: Sequence[Entries]) -> Entries:
    starts, before = [np.zeros(1, np.int64)], 0
    for rows in found:
        starts.append(rows.starts[1:] + before)
        before += len(rows.places)
    places = np.concatenate([rows.places for rows in found])
    return Entries(np.concatenate(starts), places, np.concatenate([rows.values for rows in found]))
