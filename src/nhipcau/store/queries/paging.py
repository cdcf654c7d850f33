"""Filtered rows and a place in their order come in, one page of them and the place after it go out."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from django.db.models import F, Model, Q, QuerySet

from nhipcau.facts.errors import BadInput
from nhipcau.programme.filters import Paging

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Sort:
    """A column to sort by, and how a cursor's text becomes its value again."""

    column: str
    parse: Callable[[Any], Any]


def by_text(column: str) -> Sort:
    """Sort by a column of text."""
    return Sort(column, str)


def by_number(column: str) -> Sort:
    """Sort by a column of whole numbers."""
    return Sort(column, int)


def by_share(column: str) -> Sort:
    """Sort by a column of numbers with decimals."""
    return Sort(column, float)


def by_day(column: str) -> Sort:
    """Sort by a column of days."""
    return Sort(column, date.fromisoformat)


def by_moment(column: str) -> Sort:
    """Sort by a column of moments."""
    return Sort(column, _moment)


@dataclass(frozen=True, slots=True)
class Slice(Generic[Row]):
    """The rows of one page, the cursor of the next, and how many rows there are; ``counted``: in all, else at least."""

    rows: list[Row]
    next_cursor: str | None
    total: int
    counted: bool = True


def sliced(
    rows: QuerySet[Row],
    paging: Paging,
    sorts: Mapping[str, Sort],
    *,
    count_to: int | None = None,
    total: int | None = None,
) -> Slice[Row]:
    """Return one page in three queries at most; rows without the value come last, equal ones in the order of ids.

    Rows that have to be looked at one by one are counted to ``count_to`` and no further; who knows their number already
    says it as ``total``.
    A cursor that is not of this list and order raises ``BadInput("error.cursor-malformed")``.
    """
    name = paging.sort.removeprefix("-")
    if name not in sorts:
        raise BadInput("error.sort-unknown", sort=paging.sort)
    sort = sorts[name]
    descending = paging.sort.startswith("-")
    number, counted = (total, True) if total is not None else _number_of(rows, count_to)
    start = None if paging.cursor is None else _start(paging, sort)
    wanted = rows.annotate(sorted_by=F(sort.column))
    column = "-sorted_by" if descending else "sorted_by"
    found: list[Row] = []
    # Two plain walks along an index, valued rows and then those without: one with both could use none.
    if start is None or start.value is not None:
        valued = wanted.filter(_after(start, descending=descending)).order_by(column, "pk")
        found.extend(valued[: paging.limit + 1])
    if len(found) <= paging.limit:
        unvalued = wanted.filter(Q(sorted_by__isnull=True) & _beyond(start)).order_by("pk")
        found.extend(unvalued[: paging.limit + 1 - len(found)])
    page = found[: paging.limit]
    more = len(found) > paging.limit
    return Slice(page, _cursor(paging.sort, page[-1]) if more and page else None, number, counted)


def _number_of(rows: QuerySet[Row], count_to: int | None) -> tuple[int, bool]:
    """Return how many rows there are, and whether these are all of them."""
    plain = rows.order_by()
    if count_to is None:
        return plain.count(), True
    number = plain.values("pk")[: count_to + 1].count()
    return min(number, count_to), number <= count_to


@dataclass(frozen=True, slots=True)
class _Start:
    """The last row of the page before: its sorted value (``None``: it had none) and its id."""

    value: object
    last: str


def _cursor(sort: str, row: Model) -> str:
    value = getattr(row, "sorted_by")  # noqa: B009 -- an annotation, unknown to the model's type
    plain = value.isoformat() if isinstance(value, date) else value
    return written([sort, plain, row.pk])


def _start(paging: Paging, sort: Sort) -> _Start:
    match read(paging.cursor or ""):
        case [paging.sort, None, str(last)]:
            return _Start(None, last)
        case [paging.sort, (str() | int() | float()) as plain, str(last)]:
            return _Start(_parsed(sort, plain), last)
        case _:
            raise BadInput("error.cursor-malformed")


def _after(start: _Start | None, *, descending: bool) -> Q:
    """Return the condition for valued rows behind the start; its first part bounds the walk along the index."""
    if start is None:
        return Q(sorted_by__isnull=False)
    beyond = "lt" if descending else "gt"
    bound, past = Q((f"sorted_by__{beyond}e", start.value)), Q((f"sorted_by__{beyond}", start.value))
    return bound & (past | Q(pk__gt=start.last))


def _beyond(start: _Start | None) -> Q:
    """Return the condition for rows without a value: all of them, unless the start was among them."""
    return Q(pk__gt=start.last) if start is not None and start.value is None else Q()


def _parsed(sort: Sort, plain: str | float) -> object:
    try:
        return sort.parse(plain)
    except (OverflowError, TypeError, ValueError) as malformed:
        raise BadInput("error.cursor-malformed") from malformed


def _moment(plain: str) -> datetime:
    """Return a moment of a known zone; one without, or that no calendar has, is a ``ValueError``."""
    moment = datetime.fromisoformat(plain)
    if moment.tzinfo is None:
        message = f"{plain!r} names no zone"
        raise ValueError(message)
    return moment.astimezone(UTC)


def written(place: list[object]) -> str:
    """Write a place as a cursor that fits into an address."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read(cursor: str) -> object:
    """Return the place that ``written`` wrote; anything else raises ``BadInput("error.cursor-malformed")``."""
    try:
        return json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as malformed:
        raise BadInput("error.cursor-malformed") from malformed
