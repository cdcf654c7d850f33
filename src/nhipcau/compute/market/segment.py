"""Gathered items come in; a part of an index that never changes any more, sorted by kind and id, goes out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.gathered import Gathered
from nhipcau.compute.market.lists import KINDS, Lists, turned


class Names(Protocol):
    """Ids by place."""

    def __len__(self) -> int: ...
    def __getitem__(self, place: int, /) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Items by place: those of kind ``k`` stand from ``starts[k]`` to ``starts[k + 1]``, by id.

    So an equal number of points goes to the smaller place, and nothing compares two ids while it searches.
    """

    ids: Names
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


def segment(items: Gathered) -> Segment:
    """Sort and turn over what was gathered."""
    order = _order(items)
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


def _order(items: Gathered) -> npt.NDArray[np.int64]:
    last = {id_: row for row, id_ in enumerate(items.ids)}
    by_id = np.fromiter((last[id_] for id_ in sorted(last)), np.int64, len(last))
    return by_id[np.argsort(items.kinds[by_id], kind="stable")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """Many short texts in two arrays, so that a file of them is mapped and not read."""

    starts: npt.NDArray[np.int64]
    letters: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, place: int, /) -> str:
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self.letters[self.starts[place] : self.starts[place + 1]].tobytes().decode(errors="surrogatepass")


def packed(texts: Sequence[str]) -> Packed:
    """Pack texts."""
    encoded = [text.encode(errors="surrogatepass") for text in texts]
    starts = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
    return Packed(starts=starts, letters=np.frombuffer(b"".join(encoded), np.uint8))
