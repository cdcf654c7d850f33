"""What the desk wants to know of matches comes in; the sections of those that wait, rest, or are new, go out."""

from __future__ import annotations

from typing import Final

from django.db.models import Count, F, Min, Q, QuerySet

from nhipcau.programme.filters import DeskQuery, FoundFilter
from nhipcau.programme.views import DeskItem, DeskSection
from nhipcau.store.models import DealRow, FoundRow
from nhipcau.store.queries.deals import a_side, new_pairs, unanswered, under_way

_BETWEEN: Final = " · "


def to_answer(query: DeskQuery) -> DeskSection:
    """Return the matches that wait for a yes or a no: of an enterprise its own, of the office all."""
    rows = DealRow.objects.filter(a_side(query.visible_to), unanswered(query.visible_to))
    return _matches("matches-to-answer", rows, query)


def resting(query: DeskQuery) -> DeskSection:
    """Return the matches under way that nothing moved for a while."""
    moved = Q(moved_at__lt=query.moved_before) if query.moved_before else Q()
    return _matches("matches-idle-30-days", DealRow.objects.filter(a_side(query.visible_to), under_way(), moved), query)


def new_matches(query: DeskQuery) -> DeskSection:
    """Return the needs (of an enterprise its own needs and offers) for which something was found since last seen."""
    wanted = FoundFilter(today=query.today, since=query.seen_at, visible_to=query.visible_to)
    sides = ("need",) if query.visible_to is None else ("need", "offer")
    count, items = 0, []
    for side in sides:
        rows = new_pairs(wanted)
        if query.visible_to is not None:
            rows = rows.filter(**{f"{side}__organisation_id": query.visible_to})
        number, some = _by_item(side, rows, query)
        count += number
        items += some
    items.sort(key=lambda item: (item.since, item.id))
    return DeskSection(code="new-matches", count=count, items=tuple(items[: query.sample]))


def _by_item(side: str, rows: QuerySet[FoundRow], query: DeskQuery) -> tuple[int, list[DeskItem]]:
    count = rows.order_by().aggregate(n=Count(f"{side}_id", distinct=True))["n"]
    grouped = rows.order_by().values_list(f"{side}_id", f"{side}__title", f"{side}__kind", f"{side}__demo")
    first = grouped.annotate(first=Min("since")).order_by("first", f"{side}_id")[: query.sample]
    return count, [
        DeskItem(kind=side, id=key, title=title, since=since.astimezone(query.zone).date(), code=kind, demo=demo)
        for key, title, kind, demo, since in first
    ]


def _matches(code: str, rows: QuerySet[DealRow], query: DeskQuery) -> DeskSection:
    found = rows.annotate(sought=F("need__title"), offered=F("offer__title")).order_by("moved_at", "pk")
    items = tuple(
        DeskItem(
            kind="match",
            id=row.pk,
            title=_title(row, query.visible_to),
            since=row.moved_at.astimezone(query.zone).date(),
            code=row.stage,
            demo=row.demo,
        )
        for row in found[: query.sample]
    )
    return DeskSection(code=code, count=rows.order_by().count(), items=items)


def _title(row: DealRow, own: str | None) -> str:
    """Return the title of one's own item, which tells nothing of the other side; the office sees both."""
    values = vars(row)
    if own is None:
        return _BETWEEN.join((values["sought"], values["offered"]))
    return str(values["sought"] if row.need_organisation_id == own else values["offered"])
