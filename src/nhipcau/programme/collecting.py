"""What every collection of things in a store can do, as a protocol; ``programme.ports`` adds what each kind can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Collection(Protocol[T]):
    """All things of one kind, within one unit of work."""

    def get(self, thing_id: str, /) -> T | None:
        """Return the thing, or ``None``."""
        ...

    def get_many(self, thing_ids: Iterable[str], /) -> dict[str, T]:
        """Return those of the things that exist, by id, in one query."""
        ...

    def add(self, thing: T, /) -> None:
        """Store a new thing as it is, with its version; a known id raises ``Conflict("error.already-there")``."""
        ...

    def add_many(self, things: Sequence[T], /) -> None:
        """Store new things at once; where one is known, none is stored and ``Conflict`` raised as by ``add``."""
        ...

    def save(self, thing: T, /) -> T:
        """Store a changed thing and return it with its version one higher.

        The stored version must equal ``thing.version``; otherwise, or where it is gone, ``Conflict``
        ("error.changed-meanwhile", ``kind``, ``id``) is raised and nothing is stored.
        """
        ...

    def delete(self, thing_id: str, /) -> None:
        """Take a thing away; an unknown id raises ``Conflict("error.changed-meanwhile")``."""
        ...

    def delete_many(self, thing_ids: Iterable[str], /) -> None:
        """Take things away at once; ids that are unknown are passed over."""
        ...

    def demo(self) -> list[T]:
        """Return all demo things, in the order of their ids."""
        ...
