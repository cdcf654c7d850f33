"""Gathered items come in; a part of an index that never changes any more, sorted by kind and id, goes out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.gathered import Gathered
from nhipcau.compute.market.lists import KINDS, Lists, turned
from nhipcau.compute.market.packed import Packed, packed


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Items by place: those of kind ``k`` stand from ``starts[k]`` to ``starts[k + 1]``, by id.

    So an equal number of points goes to the smaller place, and nothing compares two ids while it searches.
    """

    ids: Packed
    starts: npt.NDArray[np.int64]
    boosts: npt.NDArray[np.int32]
    terms: Lists
    figures: Lists
    members: Lists
    stated: Lists

    def find(self, id_: str) -> int | None:
        """Return the place of an item, or nothing where it is not here."""
        for kind in range(len(KINDS)):
            low, high = int(self.starts[kind]), int(self.starts[kind + 1])
            place = bisect_left(self.ids, id_, low, high)
            if place < high and self.ids[place] == id_:
                return place
        return None


def segment(items: Gathered, rows: npt.NDArray[np.int64] | None = None) -> Segment:
    """Sort and turn over what was gathered, or some ``rows`` of it: the last one of each id."""
    order = _order(items, _last(items) if rows is None else rows)
    kinds = items.kinds[order]
    boosts = items.boosts[order]
    starts = np.searchsorted(kinds, np.arange(len(KINDS) + 1)).astype(np.int64)
    for made in (starts, boosts):
        made.setflags(write=False)
    return Segment(
        ids=packed([items.ids[row] for row in order]),
        starts=starts,
        boosts=boosts,
        terms=turned(items.terms, order, kinds),
        figures=turned(items.figures, order, kinds),
        members=turned(items.members, order, kinds),
        stated=turned(items.stated, order, kinds),
    )


def _last(items: Gathered) -> npt.NDArray[np.int64]:
    rows = {id_: row for row, id_ in enumerate(items.ids)}
    return np.fromiter(rows.values(), np.int64, len(rows))


def _order(items: Gathered, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    by_id = np.array(sorted(rows.tolist(), key=items.ids.__getitem__), np.int64)
    return by_id[np.argsort(items.kinds[by_id], kind="stable")]
