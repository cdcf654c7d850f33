"""A filter comes in, entries of the history go out, newest first."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from nhipcau.facts.change import Change
from nhipcau.facts.errors import BadInput
from nhipcau.programme.filters import HistoryFilter, Paging
from nhipcau.programme.views import Page
from nhipcau.store.models import ChangeRow
from nhipcau.store.queries.paging import read, written
from nhipcau.store.rows.change import CHANGES

_ORDER = "history"


def history(wanted: HistoryFilter, paging: Paging) -> Page[Change]:
    """Return one page of changes in two queries."""
    rows = _matching(wanted)
    total = rows.count()
    if paging.cursor is not None:
        rows = rows.filter(_before(paging.cursor))
    found = list(rows.order_by("-number")[: paging.limit + 1])
    page = found[: paging.limit]
    more = len(found) > paging.limit and bool(page)
    cursor = written([_ORDER, page[-1].number]) if more else None
    return Page(items=tuple(map(CHANGES.fact, page)), next_cursor=cursor, total=total)


def _matching(wanted: HistoryFilter) -> QuerySet[ChangeRow]:
    asked = {
        "kind": wanted.kind,
        "subject_id": wanted.subject_id,
        "actor_id": wanted.actor_id,
        "batch": wanted.batch,
    }
    return ChangeRow.objects.filter(**{name: value for name, value in asked.items() if value is not None})


def _before(cursor: str) -> Q:
    match read(cursor):
        case ["history", int(number)]:
            return Q(number__lt=number)
        case _:
            raise BadInput("error.cursor-malformed")
