"""Rows of one table come in and are inserted by one prepared statement: for thousands at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import (
    AutoField,
    BinaryField,
    BooleanField,
    CharField,
    Field,
    ForeignKey,
    IntegerField,
    Model,
    TextField,
)

_AT_ONCE = 2_000
# What a driver takes as it is; only the rest has to be prepared.
_AS_THEY_ARE: Final[Mapping[type[Any], frozenset[type[object]]]] = {
    BooleanField: frozenset({bool, NoneType}),
    IntegerField: frozenset({int, NoneType}),
    CharField: frozenset({str, NoneType}),
    TextField: frozenset({str, NoneType}),
    BinaryField: frozenset({bytes, NoneType}),
    ForeignKey: frozenset({str, NoneType}),
}


def insert(model: type[Model], rows: Sequence[Model | Mapping[str, object]]) -> None:
    """Insert rows, or their columns by name, as they are; numbers that the database gives are not read back.

    Django writes one long statement of all rows and compiles every value into it: measured at a third of an import.
    """
    meta = model._meta  # noqa: SLF001 -- Django's documented name for it
    # The connection itself: the one that Django hands out looks it up anew for every value.
    connection = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in meta.concrete_fields if not (field.primary_key and isinstance(field, AutoField))]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 -- our own tables
    prepared = [(field.attname, _as_it_is(field), field.get_db_prep_save) for field in fields]
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            values: list[tuple[Any, ...]] = [
                tuple(
                    value if type(value := columns_of[name]) in as_it_is else save(value, connection)
                    for name, as_it_is, save in prepared
                )
                for columns_of in (vars(row) if isinstance(row, Model) else row for row in some)
            ]
            cursor.executemany(statement, values)


def _as_it_is(field: Field[Any, Any]) -> frozenset[type[object]]:
    return next((kinds for kind, kinds in _AS_THEY_ARE.items() if isinstance(field, kind)), frozenset())
