"""Lines of a list come in; one page of them goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from nhipcau.facts.errors import BadInput
from nhipcau.programme.filters import Paging
from nhipcau.programme.views import Page

R = TypeVar("R")
Key = Callable[[Any], Any]


def page(rows: Iterable[R], paging: Paging, keys: dict[str, Key], identify: Key) -> Page[R]:
    name, down = paging.sort.removeprefix("-"), paging.sort.startswith("-")
    ordered = sorted(rows, key=identify)
    key = keys[name]
    valued = [row for row in ordered if key(row) not in (None, "")]
    valued.sort(key=key, reverse=down)
    ordered = valued + [row for row in ordered if key(row) in (None, "")]
    start = 0
    if paging.cursor is not None:
        if not paging.cursor.isdigit():
            raise BadInput("error.cursor-malformed")
        start = int(paging.cursor)
    end = start + paging.limit
    return Page(
        items=tuple(ordered[start:end]), next_cursor=str(end) if end < len(ordered) else None, total=len(ordered)
    )
