"""Things of one kind come in; a collection in memory that keeps what ``programme.collecting`` promises goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from nhipcau.facts.errors import Conflict

T = TypeVar("T")


@dataclass
class MemoryCollection(Generic[T]):
    """All things of one kind in a dict."""

    rows: dict[str, Any]
    kind: str

    def get(self, thing_id: str, /) -> T | None:
        return self.rows.get(thing_id)

    def get_many(self, thing_ids: Iterable[str], /) -> dict[str, T]:
        return {key: self.rows[key] for key in thing_ids if key in self.rows}

    def add(self, thing: Any, /) -> None:
        if thing.id in self.rows:
            raise Conflict("error.already-there", kind=self.kind, id=thing.id)
        self.rows[thing.id] = thing

    def add_many(self, things: Sequence[Any], /) -> None:
        taken = next((thing for thing in things if thing.id in self.rows), None)
        if taken is not None:
            raise Conflict("error.already-there", kind=self.kind, id=taken.id)
        for thing in things:
            self.add(thing)

    def save(self, thing: Any, /) -> T:
        known = self.rows.get(thing.id)
        if known is None or known.version != thing.version:
            raise Conflict("error.changed-meanwhile", kind=self.kind, id=thing.id)
        saved: T = replace(thing, version=thing.version + 1)
        self.rows[thing.id] = saved
        return saved

    def delete(self, thing_id: str, /) -> None:
        if self.rows.pop(thing_id, None) is None:
            raise Conflict("error.changed-meanwhile", kind=self.kind, id=thing_id)

    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        for thing_id in thing_ids:
            if thing_id in self.rows:
                self.delete(thing_id)

    def demo(self) -> list[T]:
        return self._where(lambda thing: thing.demo)

    def _where(self, test: Callable[[Any], bool]) -> list[T]:
        return [self.rows[key] for key in sorted(self.rows) if test(self.rows[key])]
