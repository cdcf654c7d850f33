"""A request about one import comes in; its page, a row of it, its progress or its rejected rows go out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from nhipcau import wiring
from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.organisation_import import Column, Import, ImportRow, ImportState, Outcome, Severity
from nhipcau.programme.commit_import import announce, commit_beside
from nhipcau.programme.correct_import_row import correct_import_row
from nhipcau.programme.map_columns import choose_sheet, map_columns
from nhipcau.programme.queries.import_page import ImportPage, import_page, rejected_rows
from nhipcau.programme.undo_import import undo_import
from nhipcau.web.forms import version_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.voice import spoken
from nhipcau.words.labels import label, report_label

_LONGEST_NUMBER: Final = 9
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row that is looked through: its place, text, and what is wrong with it."""

    place: int
    head: str
    text: str
    wrong: tuple[str, ...]
    worst: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row with its cells, and what is wrong with it as a whole."""

    row: ImportRow
    cells: tuple[Cell, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the rows: its code, words, and how many rows it leaves."""

    code: str
    title: str
    count: int


@page
def one_import(request: Visit, import_id: str) -> HttpResponse:
    """Show an import: its columns, problems and rows, or what became of them."""
    found = _found(request, import_id)
    return render(request, "nhipcau/imports/page.html", _context(request, found))


@require_POST
@page
def columns(request: Visit, import_id: str) -> HttpResponse:
    """Say what the columns hold, or take another sheet of the file."""
    sheet = request.POST.get("sheet")
    if sheet is not None:
        choose_sheet(request.office, request.actor, import_id, sheet)
        return redirect("web:import", import_id)
    try:
        mapping = request.POST.getlist("column")
        map_columns(request.office, request.actor, import_id, mapping, version=version_of(request.POST))
    except InvalidFields as wrong:
        context = _context(request, _found(request, import_id))
        context["mistakes"] = [spoken(message) for message in wrong.fields.values()]
        return render(request, "nhipcau/imports/page.html", context, status=422)
    tell(request, "done.columns-mapped")
    return redirect("web:import", import_id)


@require_POST
@page
def row(request: Visit, import_id: str, number: int) -> HttpResponse:
    """Correct cells of a row, leave it out, or take it back in."""
    typed = {key.removeprefix("cell-"): text for key, text in request.POST.items() if key.startswith("cell-")}
    cells = {int(place): str(text) for place, text in typed.items() if _is_number(place)}
    skip = request.POST.get("skip")
    skipped = None if skip is None else skip == "yes"
    changed = correct_import_row(request.office, request.actor, import_id, number, cells=cells, skipped=skipped)
    if not request.htmx:
        return redirect("web:import", import_id)
    found = import_page(request.office, request.actor, import_id, limit=1)
    context = {"one": found.one, "line": _line(found.one, changed), "counts": found.counts, "changed": True}
    return render(request, "nhipcau/imports/row.html", context | _numbers(request, found))


@require_POST
@page
def commit(request: Visit, import_id: str) -> HttpResponse:
    """Begin to take the rows in; the page shows how far that is."""
    announce(request.office, request.actor, import_id)
    wiring.in_background(partial(commit_beside, request.office, request.actor, import_id))
    return redirect("web:import", import_id)


@page
def progress(request: Visit, import_id: str) -> HttpResponse:
    """Show how far an import is; once it is over, the browser loads the page anew."""
    found = import_page(request.office, request.actor, import_id, limit=1)
    response = render(request, "nhipcau/imports/progress.html", {"found": found, "percent": _percent(found)})
    if found.working is None:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
@page
def take_back(request: Visit, import_id: str) -> HttpResponse:
    """Take a committed import back."""
    one = undo_import(request.office, request.actor, import_id)
    if one.kept:
        tell(request, "done.import-undone-kept", count=one.kept)
    else:
        tell(request, "done.import-undone")
    return redirect("web:import", import_id)


@page
def rejected(request: Visit, import_id: str) -> HttpResponse:
    """Send the rows that were not taken in as a spreadsheet, with the reasons."""
    from nhipcau.report.rejected import rejected as workbook_of  # noqa: PLC0415 -- openpyxl loads here

    one, rows = rejected_rows(request.office, request.actor, import_id)
    body = workbook_of(one.heads, rows, report_label(language_of(request)), spoken)
    headers = {"Content-Disposition": f'attachment; filename="nhipcau-{one.id}-rejected.xlsx"'}
    return HttpResponse(body, content_type=_XLSX, headers=headers)


def _found(request: Visit, import_id: str) -> ImportPage:
    show, after = request.GET.get("show", ""), request.GET.get("after", "")
    return import_page(
        request.office, request.actor, import_id, show=show[:60], after=int(after) if _is_number(after) else 0
    )


def _context(request: Visit, found: ImportPage) -> dict[str, object]:
    one = found.one
    return {
        "found": found,
        "one": one,
        "counts": found.counts,
        "lines": [_line(one, row) for row in found.rows],
        "mapped": [
            (place, head, one.mapping[place].value, [row.cells[place] for row in found.sample if row.cells[place]])
            for place, head in enumerate(one.heads)
        ],
        "used": [(place, head) for place, head in enumerate(one.heads) if one.mapping[place]],
        "columns": [(column.value, label("import-column", column.value, language_of(request))) for column in Column],
        "show": request.GET.get("show", ""),
        "percent": _percent(found),
        "done": one.state is ImportState.DONE,
        "outcomes": [(outcome, found.counts.outcomes.get(outcome.value, 0)) for outcome in Outcome if outcome],
    } | _numbers(request, found)


def _numbers(request: Visit, found: ImportPage) -> dict[str, object]:
    """Return the filters with their counts, and how many rows would be taken in."""
    counts, language = found.counts, language_of(request)
    if found.one.state is ImportState.DONE:
        filters = [
            Filter(outcome.value, label("import-outcome", outcome.value, language), counts.outcomes[outcome.value])
            for outcome in Outcome
            if counts.outcomes.get(outcome.value)
        ]
    else:
        filters = [
            Filter(code, label("import-problem", code, language), count) for code, count in counts.problems.items()
        ]
    return {"filters": filters, "good": counts.rows - counts.errors - counts.skipped}


def _line(one: Import, row: ImportRow) -> Line:
    cells = tuple(
        Cell(place, one.heads[place], text, *_wrong(row, place))
        for place, text in enumerate(row.cells)
        if one.mapping[place]
    )
    return Line(row, cells, _wrong(row, None)[0])


def _wrong(row: ImportRow, place: int | None) -> tuple[tuple[str, ...], str]:
    found = [problem for problem in row.problems if problem.column == place]
    worst = Severity.ERROR if any(problem.severity is Severity.ERROR for problem in found) else Severity.WARNING
    return tuple(spoken(problem.said) for problem in found), worst.value if found else ""


def _percent(found: ImportPage) -> int:
    working = found.working
    return 100 * working.done // max(working.total, 1) if working else 0


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER
