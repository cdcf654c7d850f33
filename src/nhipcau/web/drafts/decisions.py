"""What a person decided about a draft comes in; one verb later the changed piece, or the way on, goes out."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from nhipcau.facts.draft import Decision
from nhipcau.facts.errors import Conflict, InvalidFields, NotFound
from nhipcau.facts.message import Message
from nhipcau.programme.add_value import add_value
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_all import decide_all
from nhipcau.programme.decide_value import decide_value
from nhipcau.programme.not_the_same import not_the_same
from nhipcau.programme.queries.draft_page import draft_page
from nhipcau.programme.queries.history import history
from nhipcau.programme.reject_draft import reject_draft
from nhipcau.programme.reopen_draft import reopen_draft
from nhipcau.web.drafts.board import ADDED, Editing, board_of
from nhipcau.web.drafts.inputs import typed_content
from nhipcau.web.drafts.page import full, value_of
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, language_of, page, tell


@require_POST
@page
def value(request: Visit, draft_id: str, key: str) -> HttpResponse:
    """Accept, change, reject one value, or take the decision back."""
    view = draft_page(request.office, request.actor, draft_id)
    before = value_of(view, key)
    field, decision = before.field, _decision(request)
    content = typed_content(field, request.POST, before.span) if decision is Decision.CHANGED else None
    try:
        decide_value(
            request.office,
            request.actor,
            draft_id,
            key,
            decision=decision,
            content=content,
            version=version_of(request.POST),
        )
    except InvalidFields as wrong:
        return _again(request, draft_id, Editing(key=key, field=field, form=_typed(request, wrong, f"{key}-")), wrong)
    except Conflict as late:
        editing = Editing(key=key, field=field, form=_typed(request, None, f"{key}-")) if content else None
        return _told(request, draft_id, late, editing)
    moved = "quote" in (content or {}) or decision is Decision.PENDING
    return _changed(request, draft_id, field, key, text_changed=moved)


@require_POST
@page
def add(request: Visit, draft_id: str) -> HttpResponse:
    """Add a value that the reader did not find."""
    field = request.POST.get("field", "")
    if field not in ADDED:
        raise NotFound("error.not-found", kind="draft", id=field)
    content, prefix = typed_content(field, request.POST), f"new-{field}-"
    try:
        added = add_value(
            request.office,
            request.actor,
            draft_id,
            field=field,
            content=content,
            version=version_of(request.POST),
        )
    except InvalidFields as wrong:
        return _again(request, draft_id, Editing(field=field, form=_typed(request, wrong, prefix)), wrong)
    except Conflict as late:
        return _told(request, draft_id, late, Editing(field=field, form=_typed(request, None, prefix)))
    new = [value.key for value in added.values if value.field == field][-1]
    return _changed(request, draft_id, field, new, text_changed=True)


@require_POST
@page
def accept_all(request: Visit, draft_id: str) -> HttpResponse:
    """Accept every value that waits."""
    try:
        decide_all(request.office, request.actor, draft_id, version=version_of(request.POST))
    except Conflict as late:
        return _told(request, draft_id, late)
    if request.htmx:
        return full(request, draft_page(request.office, request.actor, draft_id))
    return redirect("web:draft", draft_id)


@require_POST
@page
def confirm(request: Visit, draft_id: str) -> HttpResponse:
    """Put the agreement into the register, or add this report to the known one."""
    same_as = request.POST.get("same_as") or None
    try:
        agreement = confirm_draft(
            request.office, request.actor, draft_id, version=version_of(request.POST), same_as=same_as
        )
    except InvalidFields as wrong:
        view = draft_page(request.office, request.actor, draft_id)
        return full(request, view, mistakes=Form({}, wrong.fields, "field-"), error=wrong)
    except Conflict as late:
        return _told(request, draft_id, late)
    told = "done.evidence-added" if same_as else "done.agreement-confirmed"
    tell(request, told, undo=_last_batch(request, "draft", draft_id))
    return redirect("web:agreement", agreement.id)


@require_POST
@page
def reject(request: Visit, draft_id: str) -> HttpResponse:
    """Put a draft aside and go on to the next one."""
    view = draft_page(request.office, request.actor, draft_id)
    try:
        reject_draft(
            request.office,
            request.actor,
            draft_id,
            version=version_of(request.POST),
            reason=request.POST.get("reason", ""),
        )
    except Conflict as late:
        return _told(request, draft_id, late)
    tell(request, "done.draft-rejected", undo=_last_batch(request, "draft", draft_id))
    if view.next_id:
        return redirect("web:draft", view.next_id)
    return HttpResponseRedirect(f"{reverse('web:drafts')}?list={view.draft.list}")


@require_POST
@page
def reopen(request: Visit, draft_id: str) -> HttpResponse:
    """Take a rejected draft up again."""
    try:
        reopen_draft(request.office, request.actor, draft_id, version=version_of(request.POST))
    except Conflict as late:
        return _told(request, draft_id, late)
    tell(request, "done.draft-reopened", undo=_last_batch(request, "draft", draft_id))
    return redirect("web:draft", draft_id)


@require_POST
@page
def another(request: Visit, draft_id: str) -> HttpResponse:
    """Say that this is not the agreement which the register knows."""
    try:
        not_the_same(request.office, request.actor, draft_id, version=version_of(request.POST))
    except Conflict as late:
        return _told(request, draft_id, late)
    tell(request, "done.not-the-same", undo=_last_batch(request, "draft", draft_id))
    return redirect("web:draft", draft_id)


def _decision(request: Visit) -> Decision:
    try:
        return Decision(request.POST.get("decision", ""))
    except ValueError as unknown:
        raise InvalidFields({"decision": Message("error.field-not-a-choice")}) from unknown


def _typed(request: Visit, wrong: InvalidFields | None, prefix: str) -> Form:
    return Form.again(request.POST, wrong or InvalidFields({}), prefix)


def _changed(request: Visit, draft_id: str, field: str, key: str, *, text_changed: bool) -> HttpResponse:
    """Answer with the value or the group that changed, the progress and the text beside it."""
    if not request.htmx:
        return HttpResponseRedirect(f"{reverse('web:draft', args=[draft_id])}#value-{key}")
    board = board_of(request.actor, draft_page(request.office, request.actor, draft_id), language_of(request))
    found = board.value(key) if request.htmx.target == f"value-{key}" else None
    context = {"board": board, "value": found, "group": board.group_of(field), "text_changed": text_changed}
    return render(request, "nhipcau/draft/changed.html", context)


def _again(request: Visit, draft_id: str, editing: Editing, wrong: InvalidFields) -> HttpResponse:
    """Answer with the form as it was typed and the mistakes at its fields."""
    view = draft_page(request.office, request.actor, draft_id)
    if not request.htmx:
        return full(request, view, editing=editing, error=wrong)
    board = board_of(request.actor, view, language_of(request), editing=editing)
    name = "value" if editing.key else "group"
    context = {"board": board, "value": board.value(editing.key), "group": board.group_of(editing.field)}
    return render(request, f"nhipcau/draft/{name}.html", context, status=422)


def _told(request: Visit, draft_id: str, late: Conflict, editing: Editing | None = None) -> HttpResponse:
    """Tell who was faster, above the draft as it stands now; what was typed stays where it can still be used."""
    last = history(request.office, request.actor, kind="draft", id=draft_id, limit=1).items
    if late.code == "error.changed-meanwhile" and last:
        late = Conflict("error.draft-changed-by", by=last[0].actor_name, at=last[0].at)
    return full(request, draft_page(request.office, request.actor, draft_id), editing=editing, error=late)


def _last_batch(request: Visit, kind: str, thing_id: str) -> str:
    """Return the batch of the last change to a thing: the one that "undo" takes back."""
    found = history(request.office, request.actor, kind=kind, id=thing_id, limit=1).items
    return found[0].batch if found else ""
