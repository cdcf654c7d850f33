"""A filter comes in, lines of the activity list go out."""

from __future__ import annotations

from django.db.models import QuerySet

from nhipcau.programme.filters import ActivityFilter, Paging
from nhipcau.programme.views import ActivityRow as ActivityLine
from nhipcau.programme.views import Page
from nhipcau.store.models import ActivityRow
from nhipcau.store.queries.paging import Sort, by_day, by_moment, sliced
from nhipcau.store.queries.visible import activities_of, every
from nhipcau.store.rows.commitment import ACTIVITIES

SORTS: dict[str, Sort] = {"on": by_day("on"), "created": by_moment("created_at")}


def activity_list(wanted: ActivityFilter, paging: Paging) -> Page[ActivityLine]:
    """Return one page of activities with what they were done under."""
    rows = _matching(wanted).select_related("commitment__agreement").prefetch_related(*ACTIVITIES.related)
    found = sliced(rows, paging, SORTS)
    return Page(items=tuple(map(_line, found.rows)), next_cursor=found.next_cursor, total=found.total)


def _matching(wanted: ActivityFilter) -> QuerySet[ActivityRow]:
    asked = {
        "commitment_id": wanted.commitment_id,
        "commitment__agreement_id": wanted.agreement_id,
        "on__gte": wanted.since,
        "on__lte": wanted.until,
        "demo": wanted.demo,
    }
    rows = activities_of(wanted.visible_to).filter(every(wanted.search))
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})


def _line(row: ActivityRow) -> ActivityLine:
    commitment = row.commitment
    return ActivityLine(
        activity=ACTIVITIES.fact(row),
        commitment_code=commitment.code,
        commitment_text=commitment.text,
        agreement_id=commitment.agreement_id,
        agreement_title=commitment.agreement.title,
    )
