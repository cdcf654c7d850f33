"""Items come in once, queries many times; exact lists of matches and near misses go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, TypeAlias

import numpy as np

from nhipcau.compute.market.gathered import gathered
from nhipcau.compute.market.lists import KINDS, Places
from nhipcau.compute.market.plan import plan
from nhipcau.compute.market.search import Part, ranked, room, search_part
from nhipcau.compute.market.segment import Segment, segment
from nhipcau.engine.match.query import Hit, Item, Limit, Query
from nhipcau.facts.market import ItemKind

Lists: TypeAlias = tuple[list[Hit], list[Hit]]
_NOBODY: Final[Places] = np.zeros(0, np.int32)
_NOBODY.setflags(write=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """Why nothing was found: how many items had the topic, and how many of these each ``must`` limit kept out."""

    candidates: int
    failed: tuple[tuple[Limit, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A segment and the places in it that a later one replaced or that were taken away."""

    segment: Segment
    gone: Places = field(default_factory=lambda: _NOBODY)

    @property
    def part(self) -> Part:
        """Return what compiled code sees."""
        held = self.segment
        return Part(
            held.boosts,
            held.terms.entries,
            held.figures.entries,
            held.members.entries,
            held.stated.entries,
            self.gone,
        )

    def without(self, ids: Iterable[str]) -> Layer:
        """Return the same with some items gone."""
        places = [place for place in map(self.segment.find, ids) if place is not None]
        if not places:
            return self
        gone = np.union1d(self.gone, np.array(places, np.int32)).astype(np.int32)
        gone.setflags(write=False)
        return Layer(segment=self.segment, gone=gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketIndex:
    """Layers, the oldest first; an item is alive in one of them at most. An index never changes: a new one is made.

    ``block`` is how many places are looked at together: what is noted of them should fit the processor's own memory.
    """

    layers: tuple[Layer, ...] = ()
    block: int = 1 << 15

    @classmethod
    def build(cls, items: Iterable[Item]) -> MarketIndex:
        """Index items, which may come from a stream; of two with one id the later one counts."""
        return cls(layers=(Layer(segment=segment(gathered(items))),))

    def changed(self, changed: Iterable[Item], removed: Iterable[str] = ()) -> MarketIndex:
        """Return an index with some items new or otherwise, and some gone."""
        made = segment(gathered(changed))
        ids = {*(made.ids[place] for place in range(len(made.ids))), *removed}
        fresh = (Layer(segment=made),) if len(made.ids) else ()
        return replace(self, layers=(*(layer.without(ids) for layer in self.layers), *fresh))

    def search(self, query: Query) -> Lists:
        """Return the matches and the near misses of a query, the best first."""
        matches: list[Hit] = []
        near: list[Hit] = []
        for layer in self.layers:
            found = room(query.top, query.top_near, len(query.limits))
            search_part(layer.part, plan(query, layer.segment), self.block, found)
            matches += _hits(layer, ranked(found.matches), near=False)
            near += _hits(layer, ranked(found.near), near=True)
        return _first(matches, query.top), _first(near, query.top_near)

    def search_many(self, queries: Iterable[Query], threads: int = 2) -> Iterator[Lists]:
        """Return the lists of many queries in their order, a few at a time."""
        waiting = iter(queries)
        with ThreadPoolExecutor(max(1, threads)) as pool:
            while some := list(islice(waiting, _AT_A_TIME)):
                yield from pool.map(self.search, some)

    def explain_nothing(self, query: Query) -> Nothing:
        """Say how many items had the topic, and how many of them failed each ``must`` limit."""
        counts = np.zeros(len(query.limits) + 1, np.int64)
        for layer in self.layers:
            found = room(0, 0, len(query.limits))
            search_part(layer.part, plan(query, layer.segment, count=True), self.block, found)
            counts += found.failed
        failed = zip(query.limits, counts.tolist(), strict=False)
        return Nothing(
            candidates=int(counts[-1]), failed=tuple((limit, count) for limit, count in failed if limit.must)
        )

    def document_frequency(self, term: str, kind: ItemKind, /) -> int:
        """Count the items of a kind that have a term."""
        number = KINDS.index(kind)
        return sum(_alive(layer, *layer.segment.terms.span(term, number)) for layer in self.layers)

    def size(self, kind: ItemKind, /) -> int:
        """Count the items of a kind."""
        number = KINDS.index(kind)
        return sum(_inhabited(layer, *layer.segment.starts[number : number + 2].tolist()) for layer in self.layers)


_AT_A_TIME: Final = 512


def _hits(layer: Layer, places: Sequence[tuple[int, int]], *, near: bool) -> Iterator[Hit]:
    return (Hit(id=layer.segment.ids[place], points=points, near=near) for points, place in places)


def _first(hits: list[Hit], top: int) -> list[Hit]:
    return sorted(hits, key=lambda hit: (-hit.points, hit.id))[: max(0, top)]


def _inhabited(layer: Layer, start: int, end: int) -> int:
    left = np.searchsorted(layer.gone, [start, end])
    return int(end - start - (left[1] - left[0]))


def _alive(layer: Layer, start: int, end: int) -> int:
    places = layer.segment.terms.entries.places[start:end]
    if not len(layer.gone) or not len(places):
        return len(places)
    at = np.searchsorted(places, layer.gone)
    return len(places) - int(np.count_nonzero(places[np.minimum(at, len(places) - 1)] == layer.gone))
