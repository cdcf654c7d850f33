"""The register's organisations come in, batch by batch; the pairs of them that are alike go out."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

from nhipcau.facts.record import Bands, Record

_BATCH: Final = 20_000
_BETWEEN: Final = "|"


class DuckLinkage:
    """Linkage of a whole register on an embedded DuckDB; see ``programme.ports.Linkage``."""

    def alike(self, records: Iterable[Record], bands: Bands, /) -> list[tuple[str, str]]:
        """Return the ids of the pairs scored at least ``bands.review`` that nothing tells apart, the surest first."""
        # DuckDB and Splink take their time to load: only a full run needs them.
        linkage: Any = importlib.import_module("nhipcau.compute.linkage")
        organisations: Any = importlib.import_module("nhipcau.compute.organisations")
        with linkage.workbench() as connection:
            linked = organisations.linked_organisations(connection, _batches(records), bands)
            ids = [row[0] for row in connection.execute(f"SELECT id FROM {linkage.RECORDS} ORDER BY n").fetchall()]
            least = linkage.log_odds(bands.review)
            columns = (linked.pairs[name].to_pylist() for name in ("left", "right", "weight"))
            return [
                (ids[left], ids[right])
                for left, right, weight in zip(*columns, strict=True)
                if weight >= least and (left, right) not in linked.vetoed
            ]


def _batches(records: Iterable[Record]) -> Iterator[dict[str, list[str | None]]]:
    """Return records as the columns of ``compute.tables.COLUMNS``."""
    columns: dict[str, list[str | None]] = {}
    for record in records:
        for name, value in _row(record).items():
            columns.setdefault(name, []).append(value)
        if len(columns["id"]) == _BATCH:
            yield columns
            columns = {}
    if columns:
        yield columns


def _row(record: Record) -> dict[str, str | None]:
    return {
        "id": record.id,
        "name": _cell(record.names),
        "kind": record.kind,
        "country": record.country,
        "language": record.language,
        "acronym": _cell(record.acronyms),
        "identifier": _cell(record.identifiers),
        "address": record.address,
        "place": record.place,
        "phone": record.phone,
        "domain": record.domain,
        "people": _cell(record.people),
    }


def _cell(values: Iterable[str]) -> str | None:
    return _BETWEEN.join(value.replace(_BETWEEN, " ") for value in values) or None
