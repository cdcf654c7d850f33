"""Our index, kept in a folder; a change is asked for through a reader of its own, as another process would."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.match_peer import THREADS, main
from nhipcau.compute.market.folder import IndexFolder
from nhipcau.compute.market.index import MarketIndex
from nhipcau.engine.match.query import Item, Query


class Ours:
    """Asks what the folder holds at the moment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writer, self._reader = IndexFolder(folder), IndexFolder(folder)
        self._changes = 0

    def build(self, items: Iterable[Item]) -> None:
        """Build and write the index."""
        self._writer.replace(items, "0")
        # What is measured from here on is what a process has that did not build it.
        self._writer = IndexFolder(self._folder)

    def ask(self, query: Query) -> list[str]:
        """Ask as a page does."""
        return [hit.id for hit in self._index.search(query)[0]]

    def ask_many(self, queries: Sequence[Query]) -> Iterator[list[str]]:
        """Ask as a batch does."""
        for matches, _ in self._index.search_many(queries, THREADS):
            yield [hit.id for hit in matches]

    def change(self, item: Item) -> None:
        """Write a small segment and a new list."""
        self._changes += 1
        self._writer.apply([item], [], str(self._changes), since=str(self._changes - 1))

    @property
    def _index(self) -> MarketIndex:
        index = self._reader.open()
        if index is None:
            raise SystemExit("no index")
        return index


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Ours, Path(folder))
