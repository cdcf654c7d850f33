"""Entries by item come in and entries by key go out, and the other way round: one is the other turned over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.compiled import compiled
from nhipcau.facts.market import ItemKind

KINDS: Final = tuple(ItemKind)
Places: TypeAlias = npt.NDArray[np.int32]
Starts: TypeAlias = npt.NDArray[np.int64]
Values: TypeAlias = npt.NDArray[np.int64]
NO_VALUES: Final[Values] = np.zeros(0, np.int64)
NO_VALUES.setflags(write=False)


class Entries(NamedTuple):
    """What compiled code sees of lists: row ``r`` holds ``places[starts[r]:starts[r + 1]]``; values stand beside."""

    starts: Starts
    places: Places
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The keys of each item, in the order in which the items came."""

    keys: Sequence[str]
    entries: Entries


@dataclass(frozen=True, kw_only=True)
class Lists:
    """The items of each key, ascending, those of one kind together: row ``key * kinds + kind``."""

    keys: Sequence[str]
    entries: Entries
    numbers: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, keys: Sequence[str], entries: Entries) -> Lists:
        """Hold entries whose rows are the keys in their order."""
        return cls(keys=keys, entries=frozen(entries), numbers={key: number for number, key in enumerate(keys)})

    def span(self, key: str, kind: int) -> tuple[int, int]:
        """Return where the items of a key and a kind stand among the places; an unknown key has none."""
        number = self.numbers.get(key)
        if number is None:
            return 0, 0
        row = number * len(KINDS) + kind
        return int(self.entries.starts[row]), int(self.entries.starts[row + 1])


def frozen(entries: Entries) -> Entries:
    """Return the same entries, read-only: compiled code is made for one sort of array, also where a file is mapped."""
    for array in entries:
        array.setflags(write=False)
    return entries


def turned(rows: Rows, order: npt.NDArray[np.int64], kinds: npt.NDArray[np.int8]) -> Lists:
    """Turn the rows over; ``order`` names the row of each place, ``kinds`` the kind of each place."""
    made = _by_key(rows.entries, order, kinds, len(rows.keys), len(KINDS))
    return Lists.of(rows.keys, Entries(*made))


@compiled
def _by_key(
    rows: Entries, order: npt.NDArray[np.int64], kinds: npt.NDArray[np.int8], keys: int, every: int
) -> tuple[Starts, Places, Values]:
    starts = np.zeros(keys * every + 1, np.int64)
    for place in range(len(order)):
        row = order[place]
        for entry in range(rows.starts[row], rows.starts[row + 1]):
            starts[rows.places[entry] * every + kinds[place] + 1] += 1
    for row in range(keys * every):
        starts[row + 1] += starts[row]
    upto = starts.copy()
    places = np.empty(starts[-1], np.int32)
    values = np.empty(starts[-1] if len(rows.values) else 0, np.int64)
    for place in range(len(order)):
        row = order[place]
        for entry in range(rows.starts[row], rows.starts[row + 1]):
            cell = rows.places[entry] * every + kinds[place]
            places[upto[cell]] = place
            if len(rows.values):
                values[upto[cell]] = rows.values[entry]
            upto[cell] += 1
    return starts, places, values


def turned_back(entries: Entries, every: int, count: int) -> Entries:
    """Turn lists over into the keys of each of ``count`` items."""
    return frozen(Entries(*_by_item(entries, every, count)))


@compiled
def _by_item(lists: Entries, every: int, count: int) -> tuple[Starts, Places, Values]:
    starts = np.zeros(count + 1, np.int64)
    for entry in range(len(lists.places)):
        starts[lists.places[entry] + 1] += 1
    for row in range(count):
        starts[row + 1] += starts[row]
    upto = starts.copy()
    places = np.empty(starts[-1], np.int32)
    values = np.empty(starts[-1] if len(lists.values) else 0, np.int64)
    for row in range(len(lists.starts) - 1):
        for entry in range(lists.starts[row], lists.starts[row + 1]):
            place = lists.places[entry]
            places[upto[place]] = row // every
            if len(lists.values):
                values[upto[place]] = lists.values[entry]
            upto[place] += 1
    return starts, places, values
