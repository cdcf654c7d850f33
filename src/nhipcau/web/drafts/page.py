"""A request for one draft comes in; its page, or the piece of it that changed, goes out."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import reswap, retarget

from nhipcau.facts.draft import DraftState, DraftValue
from nhipcau.facts.errors import NhipCauError, NotFound
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.draft_page import draft_page
from nhipcau.programme.views import DraftView
from nhipcau.web.drafts.board import ADDED, Board, Editing, board_of
from nhipcau.web.drafts.inputs import empty_form, form_of
from nhipcau.web.drafts.naming import name_of
from nhipcau.web.errors import status_of
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, language_of, page


@require_safe
@page
def draft(request: Visit, draft_id: str) -> HttpResponse:
    """Show a draft beside its text; ``edit`` or ``add`` in the address opens a form."""
    view = draft_page(request.office, request.actor, draft_id)
    return full(request, view, editing=_asked_for(request, view))


@require_safe
@page
def value(request: Visit, draft_id: str, key: str) -> HttpResponse:
    """Show one value again, with its form where ``edit`` is asked for."""
    view = draft_page(request.office, request.actor, draft_id)
    found = value_of(view, key)
    editing = Editing(key=key, field=found.field, form=form_of(found)) if "edit" in request.GET else None
    board = board_of(request.actor, view, language_of(request), editing=editing)
    return render(request, "nhipcau/draft/value.html", {"board": board, "value": board.value(key)})


@require_safe
@page
def addition(request: Visit, draft_id: str) -> HttpResponse:
    """Show a group with the form of a new value open, or closed again."""
    demand(request.actor, "draft.decide")
    view = draft_page(request.office, request.actor, draft_id)
    field = _addable(request.GET.get("field") or request.GET.get("add", ""))
    editing = Editing(field=field, form=empty_form(field, request.GET)) if "close" not in request.GET else None
    board = board_of(request.actor, view, language_of(request), editing=editing)
    response = render(request, "nhipcau/draft/group.html", {"board": board, "group": board.group_of(field)})
    return retarget(reswap(response, "outerHTML"), f"#group-{field}")


def full(
    request: Visit,
    view: DraftView,
    *,
    editing: Editing | None = None,
    mistakes: Form | None = None,
    error: NhipCauError | None = None,
) -> HttpResponse:
    """Answer with the whole page; an error stands above the present state, under its own status."""
    board = board_of(request.actor, view, language_of(request), editing=editing, mistakes=mistakes)
    context = {
        "board": board,
        "error": error.message if error else None,
        "title": title_of_draft(board),
    }
    status = status_of(error) if error else HTTPStatus.OK
    if not request.htmx:
        return render(request, "nhipcau/draft/page.html", context, status=status)
    response = render(request, "nhipcau/draft/board.html", context, status=status)
    return retarget(reswap(response, "outerHTML"), "#draft")


def title_of_draft(board: Board) -> str:
    """Name a draft by its parties, or by its document."""
    document = board.view.document
    return name_of(board.draft) or document.title or document.file_name or _("Draft")


def value_of(view: DraftView, key: str) -> DraftValue:
    """Return one value of a draft; ``NotFound`` where it has none of this key."""
    found = next((value for value in view.draft.values if value.key == key), None)
    if found is None:
        raise NotFound("error.not-found", kind="draft", id=key)
    return found


def _asked_for(request: Visit, view: DraftView) -> Editing | None:
    """Return the form that the address asks for, if any."""
    if view.draft.state is not DraftState.OPEN:
        return None
    if "edit" in request.GET:
        found = value_of(view, request.GET["edit"])
        return Editing(key=found.key, field=found.field, form=form_of(found))
    if "add" in request.GET:
        field = _addable(request.GET["add"])
        return Editing(field=field, form=empty_form(field, request.GET))
    return None


def _addable(field: str) -> str:
    if field not in ADDED:
        raise NotFound("error.not-found", kind="draft", id=field)
    return field
