"""The reference: the same lists by one statement in DuckDB, asked a need at a time or a hundred at once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.match_peer import main
from nhipcau.compute.market.engines import Engine, on_duckdb
from nhipcau.engine.match.query import Item, Query


class Reference:
    """A database in memory."""

    def __init__(self, folder: Path) -> None:
        del folder
        self._open = ExitStack()
        self._engine: Engine

    def build(self, items: Iterable[Item]) -> None:
        """Fill the tables."""
        self._engine = self._open.enter_context(on_duckdb(items))

    def ask(self, query: Query) -> list[str]:
        """Ask for one."""
        return next(iter(self.ask_many([query])))

    def ask_many(self, queries: Sequence[Query]) -> list[list[str]]:
        """Ask for all in one statement."""
        return [[hit.id for hit in matches] for matches, _ in self._engine(queries)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as kept:
        main(Reference, Path(kept))
