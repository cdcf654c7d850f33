"""A question about imports comes in; imports, their rows and counts go out."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, QuerySet

from nhipcau.facts.organisation_import import Import, ImportRow, Outcome, RowCounts
from nhipcau.programme.filters import ImportRowFilter
from nhipcau.store.models import ImportLineRow, ImportSheetRow
from nhipcau.store.rows.organisation_import import IMPORTS, line_fact

_ERROR, _WARNING = 2, 1


def import_list(limit: int) -> tuple[Import, ...]:
    """Return the newest imports."""
    return tuple(IMPORTS.fact(row) for row in ImportSheetRow.objects.order_by("-created_at", "-pk")[:limit])


def import_page(import_id: str) -> tuple[Import, RowCounts] | None:
    """Return one import and how its rows stand."""
    row = ImportSheetRow.objects.filter(pk=import_id).first()
    return (IMPORTS.fact(row), counts(import_id)) if row else None


def import_rows(wanted: ImportRowFilter) -> tuple[ImportRow, ...]:
    """Return the rows that a filter asks for."""
    lines = _lines(wanted).filter(number__gt=wanted.after).order_by("number")[: wanted.limit]
    return tuple(map(line_fact, lines))


def _lines(wanted: ImportRowFilter) -> QuerySet[ImportLineRow]:
    lines = ImportLineRow.objects.filter(owner_id=wanted.import_id)
    if not wanted.show:
        return lines
    if wanted.show == "error":
        return lines.filter(worst=_ERROR, skipped=False)
    if wanted.show == "warning":
        return lines.filter(worst=_WARNING, skipped=False)
    if wanted.show == "skipped":
        return lines.filter(skipped=True)
    if wanted.show in tuple(Outcome):
        return lines.filter(outcome=wanted.show)
    return lines.filter(codes__contains=f"\n{wanted.show}\n")


def counts(import_id: str) -> RowCounts:
    """Count the rows of an import; three questions, however many rows there are."""
    lines = ImportLineRow.objects.filter(owner_id=import_id).order_by()
    kept = Counter(dict(lines.filter(skipped=False).values_list("worst").annotate(number=Count("pk"))))
    problems: Counter[str] = Counter()
    found = lines.exclude(worst=0).filter(skipped=False).values_list("codes").annotate(number=Count("pk"))
    for codes, number in found:
        problems.update(dict.fromkeys(filter(None, codes.split("\n")), number))
    outcomes = dict(lines.exclude(outcome="").values_list("outcome").annotate(number=Count("pk")))
    skipped = lines.filter(skipped=True).count()
    return RowCounts(
        rows=sum(kept.values()) + skipped,
        errors=kept[_ERROR],
        warnings=kept[_WARNING],
        skipped=skipped,
        problems=dict(sorted(problems.items(), key=lambda item: (-item[1], item[0]))),
        outcomes=outcomes,
    )
