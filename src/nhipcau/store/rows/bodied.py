"""A fact's columns that questions ask by are named; a table goes out that keeps all the rest of it in ``body``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db.models import Model

from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.rows.table import Table

Fact = TypeVar("Fact")
Row = TypeVar("Row", bound=Model)


def bodied(
    fact: type[Fact],
    model: type[Row],
    kind: str,
    columns: tuple[str, ...],
    worked_out: Callable[[Fact], Mapping[str, object]] = lambda _fact: {},
) -> Table[Fact, Row]:
    """Return the table; ``columns`` are parts of the fact, ``worked_out`` further columns that lists need."""

    def written(thing: Fact) -> dict[str, object]:
        body = {name: part for name, part in to_record(thing).items() if name not in columns}
        return {**{name: getattr(thing, name) for name in columns}, **worked_out(thing), "body": body}

    def read(row: Row) -> Fact:
        body: Mapping[str, Any] = getattr(row, "body")  # noqa: B009 -- each of these models has one
        return from_record(fact, {**body, **{name: getattr(row, name) for name in columns}})

    return Table(model=model, kind=kind, columns=written, fact=read)
