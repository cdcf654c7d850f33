"""SQLite FTS5: concepts as words, ranked by BM25; kind and figures in a table beside, joined."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.match_listings import COLUMNS
from benchmarks.match_peer import in_threads, main
from benchmarks.match_words import column, figure_musts, member_musts, weights, words
from nhipcau.engine.match.query import Item, Query

_COLUMNS = [column(name) for name in COLUMNS]
_MARKS = ", ".join("?" * (3 + len(COLUMNS)))
_BATCH = 10_000


class Fts5:
    """One file; a connection for each thread."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "market.sqlite3"
        self._threads = threading.local()

    def build(self, items: Iterable[Item]) -> None:
        """Fill both tables in one transaction."""
        connection = self._connection
        connection.execute("CREATE VIRTUAL TABLE told USING fts5(words, tokenize=\"unicode61 tokenchars '-'\")")
        figures = ", ".join(f"{name} INTEGER" for name in _COLUMNS)
        connection.execute(f"CREATE TABLE offers(place INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, {figures})")
        waiting = enumerate(items, start=1)
        while batch := list(islice(waiting, _BATCH)):
            connection.executemany(
                "INSERT INTO told(rowid, words) VALUES (?, ?)", [(n, words(one)) for n, one in batch]
            )
            connection.executemany(f"INSERT INTO offers VALUES ({_MARKS})", [_row(n, one) for n, one in batch])
        connection.commit()

    def ask(self, query: Query) -> list[str]:
        """Search, join, filter, rank."""
        said = [f"({' OR '.join(_quoted(word) for word in weights(query))})"]
        conditions = ["told MATCH ?", "offers.kind = ?"]
        values: list[str | int] = [query.kind.value]
        for limit in figure_musts(query):
            for bound, sign in ((limit.at_most, "<="), (limit.at_least, ">=")):
                if bound is not None:
                    name = column(limit.column)
                    conditions.append(f"(offers.{name} IS NULL OR offers.{name} {sign} ?)")
                    values.append(bound)
        for stated, wanted in member_musts(query):
            lacks = f"({_quoted(stated)} NOT ({' OR '.join(map(_quoted, wanted))}))"
            said.append(lacks)
        rows = self._connection.execute(
            "SELECT offers.id FROM told JOIN offers ON offers.place = told.rowid"
            f" WHERE {' AND '.join(conditions)} ORDER BY bm25(told), offers.id LIMIT ?",
            [" NOT ".join(said), *values, query.top],
        )
        return [id_ for (id_,) in rows]

    def ask_many(self, queries: Sequence[Query]) -> Iterator[list[str]]:
        """Search on two threads."""
        return in_threads(self.ask, queries)

    def change(self, item: Item) -> None:
        """Replace both rows."""
        connection = self._connection
        ((place,),) = connection.execute("SELECT place FROM offers WHERE id = ?", [item.id])
        connection.execute("UPDATE told SET words = ? WHERE rowid = ?", [words(item), place])
        connection.execute(f"REPLACE INTO offers VALUES ({_MARKS})", _row(place, item))
        connection.commit()

    @property
    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._threads, "connection"):
            self._threads.connection = sqlite3.connect(self._file)
            self._threads.connection.execute("PRAGMA journal_mode = WAL")
            self._threads.connection.execute("PRAGMA cache_size = -500000")
        connection: sqlite3.Connection = self._threads.connection
        return connection


def _row(place: int, item: Item) -> list[str | int | None]:
    return [place, item.id, item.kind.value, *(item.figures.get(name) for name in COLUMNS)]


def _quoted(word: str) -> str:
    return f'"{word}"'


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as kept:
        main(Fts5, Path(kept))
