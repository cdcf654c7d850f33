"""A request for drafts comes in; the lists of drafts, each with its count, go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from nhipcau.facts.draft import Decision
from nhipcau.programme.arguments import DraftQuestion
from nhipcau.programme.queries.draft_list import draft_list
from nhipcau.programme.views import DraftRow
from nhipcau.web.drafts.naming import name_of
from nhipcau.web.drafts.parts import Words
from nhipcau.web.page import Visit, page

LISTS: Final[tuple[tuple[str, Words, DraftQuestion], ...]] = (
    ("agreement", gettext_lazy("To confirm"), {"list": "agreement", "state": "open"}),
    ("planned", gettext_lazy("Planned"), {"list": "planned", "state": "open"}),
    ("no-agreement", gettext_lazy("Without an agreement"), {"list": "no-agreement", "state": "open"}),
    ("confirmed", gettext_lazy("Confirmed"), {"state": "confirmed"}),
    ("rejected", gettext_lazy("Rejected"), {"state": "rejected"}),
)
# What the desk's sections ask for, in the words of this list.
_FROM_DESK: Final = {"drafts-to-confirm": "false", "same-proposals": "true"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One of the lists."""

    title: Words
    address: str
    current: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A draft as a line of the list."""

    row: DraftRow
    title: str
    date: str
    decided: int
    total: int


@require_safe
@page
def drafts(request: Visit) -> HttpResponse:
    """Show one of the lists of drafts."""
    asked = request.GET
    chosen = next((one for one in LISTS if one[0] == asked.get("list")), LISTS[0])
    proposed = asked.get("proposed", _FROM_DESK.get(asked.get("desk", ""), ""))
    wanted = chosen[2].copy()
    wanted |= {"proposed": proposed, "sort": asked.get("sort", "")}
    wanted |= {"cursor": asked.get("cursor"), "demo": asked.get("demo")}
    rows = draft_list(request.office, request.actor, **wanted)
    context = {
        "rows": rows,
        "lines": [_line(row) for row in rows.items],
        "tabs": [_tab(request, code, title, question, chosen[0]) for code, title, question in LISTS],
        "list": chosen[0],
        "proposed": proposed,
        "filtered": bool(proposed or asked.get("demo")),
        "proposals": [("true", _("Perhaps already in the register")), ("false", _("New"))],
    }
    return render(request, "nhipcau/draft/list.html", context)


def _tab(request: Visit, code: str, title: Words, question: DraftQuestion, chosen: str) -> Tab:
    one = question.copy()
    one["limit"] = 1
    return Tab(
        title=title,
        address=f"{reverse('web:drafts')}?list={code}",
        current=code == chosen,
        count=draft_list(request.office, request.actor, **one).total,
    )


def _line(row: DraftRow) -> Line:
    values = row.draft.values
    dates = [value.content.get("value", "") for value in values if value.field == "date"]
    return Line(
        row=row,
        title=name_of(row.draft) or row.document_title or _("Draft"),
        date=next(filter(None, dates), ""),
        decided=sum(value.decision is not Decision.PENDING for value in values),
        total=len(values),
    )
