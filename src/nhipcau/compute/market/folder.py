"""A folder beside the database comes in; the index that it holds, and of which state of the data, goes out.

Nothing that a reader may have opened is ever written to: a segment is a file of its own, named by what is in it, and
a list of the files (with the stamp of the data and the places that count no more) is put in place of the last one in
a single step. A writer that dies leaves the last list as it was.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import numpy as np

from nhipcau.compute.market.index import Layer, MarketIndex
from nhipcau.compute.market.merge import tidied
from nhipcau.compute.market.segment import Segment
from nhipcau.compute.market.segment_file import Broken, read, write
from nhipcau.engine.match.query import Item

_LIST: Final = "index.json"
_LOCK: Final = "lock"
_ENDING: Final = ".segment"
_ASIDE: Final = ".aside"
# A list may be replaced, and its files taken away, between reading it and opening them.
_TRIES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the list says: of which state of the data it is, and each layer's segment and the places gone from it."""

    check: bytes
    stamp: str
    layers: Sequence[Mapping[str, Any]]


class IndexFolder:
    """An index on disk. Many processes may read it while one writes; a second writer waits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # Segments that this process has read and found whole; they never change.
        self._known: dict[str, Segment] = {}
        self._last: tuple[bytes, MarketIndex] = (b"", MarketIndex())

    @property
    def stamp(self) -> str | None:
        """Return the state of the data that the folder holds, or nothing where there is no whole list."""
        held = self._list()
        return None if held is None else held.stamp

    def open(self, stamp: str | None = None) -> MarketIndex | None:
        """Return the index, or nothing where it is missing, damaged or of another state than ``stamp``, if given."""
        for _ in range(_TRIES):
            held = self._list()
            if held is None or stamp not in {None, held.stamp}:
                return None
            try:
                return self._opened(held)
            except FileNotFoundError:
                continue
            except Broken:
                return None
        return None

    def replace(self, items: Iterable[Item], stamp: str) -> MarketIndex:
        """Put an index of these items in place of whatever is there."""
        index = MarketIndex.build(items)
        with self._writing():
            self._publish(index, stamp)
        return index

    def apply(
        self, changed: Iterable[Item], removed: Iterable[str], stamp: str, *, since: str | None = None
    ) -> MarketIndex | None:
        """Catch up with items that are new or otherwise, and with some that are gone; the index as it then is.

        Nothing is done, and nothing returned, where the folder holds no whole index (of the state ``since``): it is
        then to be replaced.
        """
        with self._writing():
            index = self.open(since)
            if index is None:
                return None
            index = index.changed(changed, removed)
            self._publish(index, stamp)
            fewer = tidied(index)
            if fewer is not index:
                self._publish(fewer, stamp)
            return fewer

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._path.mkdir(parents=True, exist_ok=True)
        with (self._path / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _list(self) -> Listed | None:
        try:
            check, _, said = (self._path / _LIST).read_bytes().partition(b"\n")
        except OSError:
            return None
        return Listed(check=check, **json.loads(said)) if check == _check(said) else None

    def _opened(self, held: Listed) -> MarketIndex:
        check, index = self._last
        if check != held.check:
            index = MarketIndex(layers=tuple(self._layer(**one) for one in held.layers))
            self._last = held.check, index
            self._forget(held.layers)
        return index

    def _layer(self, digest: str, gone: Sequence[int]) -> Layer:
        places = np.array(gone, np.int32)
        places.setflags(write=False)
        return Layer(segment=self._segment(digest), gone=places)

    def _segment(self, digest: str) -> Segment:
        if digest not in self._known:
            self._known[digest] = read(self._path / f"{digest}{_ENDING}", digest)
        return self._known[digest]

    def _forget(self, layers: Iterable[Mapping[str, Any]]) -> None:
        used = {one["digest"] for one in layers}
        self._known = {digest: segment for digest, segment in self._known.items() if digest in used}

    def _publish(self, index: MarketIndex, stamp: str) -> None:
        layers = [{"digest": self._kept(layer.segment), "gone": layer.gone.tolist()} for layer in index.layers]
        said = json.dumps({"stamp": stamp, "layers": layers}).encode()
        aside = self._path / f"{_LIST}{_ASIDE}"
        with aside.open("wb") as to:
            to.write(_check(said) + b"\n" + said)
            to.flush()
            os.fsync(to.fileno())
        self._in_place(aside, _LIST)
        self._forget(layers)
        self._sweep()

    def _kept(self, segment: Segment) -> str:
        """Write a segment unless it is here already; return its digest."""
        for digest, known in self._known.items():
            if known is segment:
                return digest
        aside = self._path / f"segment{_ASIDE}"
        digest = write(segment, aside)
        self._in_place(aside, f"{digest}{_ENDING}")
        self._known[digest] = segment
        return digest

    def _in_place(self, aside: Path, name: str) -> None:
        aside.replace(self._path / name)
        folder = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _sweep(self) -> None:
        """Take away what no list names: old segments, and what a writer that died left behind."""
        for file in self._path.iterdir():
            if file.suffix == _ASIDE or (file.suffix == _ENDING and file.stem not in self._known):
                with suppress(OSError):
                    file.unlink()


def _check(said: bytes) -> bytes:
    return blake2b(said, digest_size=20).hexdigest().encode()
