"""Facts of one kind come in within one unit of work, are kept, and come out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic, cast

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet

from nhipcau.facts.errors import Conflict
from nhipcau.store.bulk import insert
from nhipcau.store.rows.table import Children, ChildRow, Fact, Row, Table

_BATCH = 500


class Rows(Generic[Fact, Row]):
    """All things of one kind; see ``programme.ports.Collection`` for what each method promises."""

    def __init__(self, table: Table[Fact, Row]) -> None:
        """Keep facts as ``table`` says."""
        self._table = table

    def get(self, thing_id: str, /) -> Fact | None:
        """Return the thing, or ``None``."""
        return next(iter(self._facts(self._rows().filter(pk=thing_id))), None)

    def get_many(self, thing_ids: Iterable[str], /) -> dict[str, Fact]:
        """Return those that exist, by id, in the order asked for."""
        wanted = list(dict.fromkeys(thing_ids))
        if not wanted:
            return {}
        facts = {str(row.pk): self._table.fact(row) for row in self._rows().filter(pk__in=wanted)}
        return {thing_id: facts[thing_id] for thing_id in wanted if thing_id in facts}

    def add(self, thing: Fact, /) -> None:
        """Store a new thing."""
        columns = self._table.columns(thing)
        try:
            # A savepoint: the unit stays usable when the key is taken.
            with transaction.atomic():
                self._manager().bulk_create([self._table.model(**columns)])
        except IntegrityError as taken:
            raise Conflict("error.already-there", kind=self._table.kind, id=columns["id"]) from taken
        _insert(self._table.children(thing))
        self._table.after([thing])

    def add_many(self, things: Sequence[Fact], /) -> None:
        """Store new things at once."""
        if not things:
            return
        rows = [self._table.model(**self._table.columns(thing)) for thing in things]
        try:
            with transaction.atomic():
                insert(self._table.model, rows)
        except IntegrityError as taken:
            raise Conflict("error.already-there", kind=self._table.kind, id=str(rows[0].pk)) from taken
        children: dict[type[Model], list[ChildRow]] = {}
        for thing in things:
            for model, more in self._table.children(thing).items():
                children.setdefault(model, []).extend(more)
        _insert(children)
        self._table.after(things)

    def save(self, thing: Fact, /) -> Fact:
        """Store a changed thing if nobody changed it meanwhile; return it with its version one higher."""
        columns = dict(self._table.columns(thing))
        thing_id = str(columns["id"])
        mine = self._manager().filter(pk=thing_id)
        if self._table.versioned:
            mine = mine.filter(version=columns["version"])
            columns["version"] = cast("int", columns["version"]) + 1
        if not mine.update(**columns):
            raise self._changed_meanwhile(thing_id)
        children = self._table.children(thing)
        for model in children:
            _all(model).filter(**{self._table.owner: thing_id}).delete()
        _insert(children)
        self._table.after([thing])
        return replace(cast("Any", thing), version=columns["version"]) if self._table.versioned else thing

    def delete(self, thing_id: str, /) -> None:
        """Take a thing away; whether others still refer to it is found out when the unit ends."""
        if not self._manager().filter(pk=thing_id).delete()[0]:
            raise self._changed_meanwhile(thing_id)

    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        """Take things away at once."""
        ids = list(thing_ids)
        for start in range(0, len(ids), _BATCH):
            self._manager().filter(pk__in=ids[start : start + _BATCH]).delete()

    def demo(self) -> list[Fact]:
        """Return all demo things, by id."""
        return self._listed(demo=True)

    def _listed(self, **wanted: object) -> list[Fact]:
        return self._facts(self._rows().filter(**wanted).order_by("pk").distinct())

    def _facts(self, rows: QuerySet[Row]) -> list[Fact]:
        return [self._table.fact(row) for row in rows]

    def _rows(self) -> QuerySet[Row]:
        return self._manager().prefetch_related(*self._table.related)

    def _manager(self) -> QuerySet[Row]:
        return _all(self._table.model)

    def _changed_meanwhile(self, thing_id: str) -> Conflict:
        return Conflict("error.changed-meanwhile", kind=self._table.kind, id=thing_id)


def _insert(children: Children) -> None:
    for model, rows in children.items():
        if rows:
            insert(model, rows)


def _all(model: type[Row]) -> QuerySet[Row]:
    return model._default_manager.all()  # noqa: SLF001 -- Django's documented name for it
