"""csv and Parquet files of records come in as batches; clusters and doubtful pairs go out as csv or Parquet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from nhipcau.compute.tables import COLUMNS
from nhipcau.facts.errors import BadInput
from nhipcau.language.encoding import decode

NEEDED: Final = ("id", "name")
_ROWS: Final = 20_000
_PARQUET: Final = (".parquet", ".pq")
_TEXT: Final = (".csv", ".tsv", ".txt")


@contextmanager
def opened(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path]) -> Iterator[None]:
    """Make the view ``arrivals`` of all files, with all columns of ``COLUMNS`` as text, for as long as this is open.

    Raises ``BadInput`` where a file is of no known kind, unreadable, or lacks ``id`` or ``name``, and where two records
    have one id.
    """
    with tempfile.TemporaryDirectory(prefix="nhipcau-") as folder:
        parts = [_part(connection, path, number, Path(folder)) for number, path in enumerate(paths)]
        connection.execute(f"CREATE OR REPLACE VIEW arrivals AS {' UNION ALL '.join(parts)}")
        _ids_are_unique(connection)
        yield


def batches(connection: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    """Return the records of ``arrivals`` in batches, in the order of the files."""
    # A cursor of its own: the connection may run other statements while batches are still coming.
    yield from connection.cursor().sql("SELECT * FROM arrivals").to_arrow_reader(_ROWS)


def write(connection: duckdb.DuckDBPyConnection, table: pa.Table, path: Path) -> None:
    """Write a table to a .csv or .parquet file, whole or not at all."""
    kind = "FORMAT parquet" if path.suffix.lower() in _PARQUET else "FORMAT csv, HEADER"
    if path.suffix.lower() not in (*_PARQUET, *_TEXT):
        raise BadInput("error.table-unknown-kind", name=path.name)
    beside = path.with_name(f".{path.name}.part")
    connection.register("leaving", table)
    try:
        connection.execute(f"COPY leaving TO {_quoted(beside)} ({kind})")
        beside.replace(path)
    finally:
        connection.unregister("leaving")
        beside.unlink(missing_ok=True)


def _part(connection: duckdb.DuckDBPyConnection, path: Path, number: int, folder: Path) -> str:
    kind = path.suffix.lower()
    if kind in _PARQUET:
        source = f"read_parquet({_quoted(path)})"
    elif kind in _TEXT:
        source = (
            f"read_csv({_quoted(_utf8(path, number, folder))}, header = true, all_varchar = true, null_padding = true)"
        )
    else:
        raise BadInput("error.table-unknown-kind", name=path.name)
    return f"SELECT {', '.join(_columns(connection, source, path))} FROM {source}"


def _columns(connection: duckdb.DuckDBPyConnection, source: str, path: Path) -> list[str]:
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    except duckdb.Error as unreadable:
        raise BadInput("error.table-unreadable", name=path.name) from unreadable
    given: Mapping[str, str] = {str(row[0]).strip().lower(): str(row[0]) for row in described}
    missing = [name for name in NEEDED if name not in given]
    if missing:
        raise BadInput("error.table-column-missing", name=path.name, columns=", ".join(missing))
    return [_column(name, given.get(name)) for name in COLUMNS]


def _column(name: str, given: str | None) -> str:
    if given is None:
        return f'NULL::VARCHAR AS "{name}"'
    quoted = given.replace('"', '""')
    return f'nullif(trim("{quoted}"::VARCHAR), \'\') AS "{name}"'


def _ids_are_unique(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        rows = connection.execute(
            "SELECT any_value(id), count(*) FROM arrivals GROUP BY id HAVING count(*) > 1 OR id IS NULL LIMIT 1"
        ).fetchall()
    except duckdb.Error as unreadable:
        raise BadInput("error.table-unreadable", name="") from unreadable
    for identifier, count in rows:
        raise BadInput("error.table-id-twice", id=identifier or "", count=count)


def _utf8(path: Path, number: int, folder: Path) -> Path:
    """Return the file itself where it is UTF-8, else a copy of it that is."""
    if is_utf8(path):
        return path
    copy = folder / f"{number}{path.suffix}"
    copy.write_text(decode(path.read_bytes()).text, encoding="utf-8")
    return copy


def is_utf8(path: Path) -> bool:
    """Tell whether a file is UTF-8 from beginning to end."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            while lines.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _quoted(path: Path) -> str:
    return "'" + path.as_posix().replace("'", "''") + "'"
