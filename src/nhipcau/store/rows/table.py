"""What a fact needs to be kept: its columns, its child rows, the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model

Fact = TypeVar("Fact")
Row = TypeVar("Row", bound=Model)
# A child row is a row of its model, or its columns by name: thousands of them are written without a model each.
ChildRow = Model | Mapping[str, object]
Children = Mapping[type[Model], Sequence[ChildRow]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Fact, Row]):
    """How one kind of fact is kept.

    ``columns`` gives the row's own values without its children; ``children`` gives, for each child model, its rows,
    which name their parent in the column ``owner``; ``fact`` reads a row whose ``related`` children were fetched.
    ``versioned`` facts are saved optimistically. ``after`` keeps, in the same transaction, what several things share.
    """

    model: type[Row]
    kind: str
    columns: Callable[[Fact], Mapping[str, object]]
    fact: Callable[[Row], Fact]
    children: Callable[[Fact], Children] = lambda _fact: {}
    owner: str = ""
    related: tuple[str, ...] = ()
    versioned: bool = True
    after: Callable[[Iterable[Fact]], None] = lambda _facts: None
