"""PostgreSQL full text: concepts as lexemes under a GIN index, ranked by ts_rank; kind and figures as columns."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import psycopg

from benchmarks.match_listings import COLUMNS
from benchmarks.match_peer import in_threads, main
from benchmarks.match_words import column, figure_musts, member_musts, weights, words
from nhipcau.engine.match.query import Item, Query
from tests import postgres

_COLUMNS = [column(name) for name in COLUMNS]


class Postgres:
    """A server of its own in a temporary folder; a connection for each thread."""

    def __init__(self, folder: Path) -> None:
        del folder  # The server keeps its files itself.
        address = postgres.start()
        if address is None:
            raise SystemExit("no PostgreSQL on this machine")
        self._address = address
        self._threads = threading.local()

    def build(self, items: Iterable[Item]) -> None:
        """Copy the rows, then make the indexes."""
        connection = self._connection
        figures = ", ".join(f"{name} bigint" for name in _COLUMNS)
        connection.execute(f"CREATE TABLE offers(id text, kind text, {figures}, words tsvector)")
        with connection.cursor().copy("COPY offers FROM STDIN") as copy:
            for item in items:
                copy.write_row(_row(item))
        connection.execute("SET maintenance_work_mem = '512MB'")
        connection.execute("CREATE UNIQUE INDEX ON offers(id)")
        connection.execute("CREATE INDEX ON offers USING gin(words)")
        connection.execute("ANALYZE offers")

    def ask(self, query: Query) -> list[str]:
        """Search, filter, rank."""
        said = f"({' | '.join(map(_quoted, weights(query)))})"
        for stated, wanted in member_musts(query):
            said += f" & !({_quoted(stated)} & !({' | '.join(map(_quoted, wanted))}))"
        conditions, values = ["words @@ asked", "kind = %s"], [query.kind.value]
        for limit in figure_musts(query):
            for bound, sign in ((limit.at_most, "<="), (limit.at_least, ">=")):
                if bound is not None:
                    name = column(limit.column)
                    conditions.append(f"({name} IS NULL OR {name} {sign} {bound})")
        rows = self._connection.execute(
            f"SELECT id FROM offers, CAST(%s AS tsquery) AS asked WHERE {' AND '.join(conditions)}"
            " ORDER BY ts_rank(words, asked) DESC, id LIMIT %s",
            [said, *values, query.top],
        )
        return [id_ for (id_,) in rows]

    def ask_many(self, queries: Sequence[Query]) -> Iterator[list[str]]:
        """Search on two threads."""
        return in_threads(self.ask, queries)

    def change(self, item: Item) -> None:
        """Replace the row."""
        self._connection.execute("DELETE FROM offers WHERE id = %s", [item.id])
        with self._connection.cursor().copy("COPY offers FROM STDIN") as copy:
            copy.write_row(_row(item))

    @property
    def _connection(self) -> psycopg.Connection:
        if not hasattr(self._threads, "connection"):
            self._threads.connection = psycopg.connect(self._address, autocommit=True)
        connection: psycopg.Connection = self._threads.connection
        return connection


def _row(item: Item) -> list[str | int | None]:
    told = " ".join(f"{_quoted(word)}:1" for word in words(item).split())
    return [item.id, item.kind.value, *(item.figures.get(name) for name in COLUMNS), told]


def _quoted(word: str) -> str:
    return f"'{word}'"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as kept:
        main(Postgres, Path(kept))
