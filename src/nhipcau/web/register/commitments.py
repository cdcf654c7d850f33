"""A request about commitments comes in; the list, one commitment, or what was done under it goes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.errors import InvalidFields
from nhipcau.programme.abandon_commitment import abandon_commitment
from nhipcau.programme.concretise_commitment import concretise_commitment
from nhipcau.programme.edit_activity import edit_activity
from nhipcau.programme.log_activity import log_activity
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.activity_file import activity_file
from nhipcau.programme.queries.commitment_list import commitment_list
from nhipcau.programme.queries.commitment_page import commitment_page
from nhipcau.programme.remove_activity import remove_activity
from nhipcau.programme.resume_commitment import resume_commitment
from nhipcau.programme.views import CommitmentView
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import answered, asked, filter_form, last_batch
from nhipcau.web.register.chosen import chosen_bodies
from nhipcau.web.register.evidence import said_by_subject

_FILTERS = ("state", "owner", "code", "missing", "overdue", "agreement_id", "demo", "sort", "cursor")
_DESK = {
    "commitments-without-owner": {"missing": "owner"},
    "commitments-without-quantity": {"missing": "quantity"},
    "commitments-without-due": {"missing": "due"},
    "late": {"state": "late"},
}


@page
def commitments(request: Visit) -> HttpResponse:
    """List commitments; search, filters and order stand in the address."""
    query = request.GET.copy()
    query.update(_DESK.get(query.get("desk", ""), {}))
    ask = partial(commitment_list, request.office, request.actor)
    found, understood = answered(ask, asked(query, _FILTERS))
    context = {
        "found": found,
        "form": filter_form(query),
        "understood": understood,
        "filtered": any(query.get(key) for key in (*_FILTERS, "q") if key not in {"sort", "cursor"}),
    }
    return render(request, "nhipcau/register/commitments.html", context)


@page
def commitment(request: Visit, commitment_id: str) -> HttpResponse:
    """Show one commitment: owner, quantity, due date, what was done, the words that promise it."""
    return _shown(request, commitment_page(request.office, request.actor, commitment_id))


def _shown(request: Visit, view: CommitmentView, status: int = 200, **forms: Form) -> HttpResponse:
    promise = view.row.commitment
    said = said_by_subject(view.evidence, ())
    context: dict[str, object] = {
        "view": view,
        "row": view.row,
        "commitment": promise,
        "said": [one for group in said.values() for one in group],
        "owners": _owners(request, view, forms.get("form")),
        "activities": [(one, allowed(request.actor, "activity.edit", one)) for one in view.activities],
        "may_edit": allowed(request.actor, "register.edit", view.agreement),
        "may_log": allowed(request.actor, "activity.log", promise),
        "may_see_history": allowed(request.actor, "history.see"),
        "form": Form(_values(promise)),
        "activity_form": Form({"on": request.office.clock.today().isoformat()}, prefix="activity-"),
        "abandon_form": Form({}, prefix="abandon-"),
        **forms,
    }
    return render(request, "nhipcau/register/commitment.html", context, status=status)


def _owners(request: Visit, view: CommitmentView, typed: Form | None) -> list[tuple[str, str]]:
    """Return the parties, the owner, and whom the form names already."""
    bodies = list(view.organisations)
    if view.owner and view.owner not in bodies:
        bodies.append(view.owner)
    return chosen_bodies(request, bodies, [typed.values.get("owner_id", "")] if typed else [])


def _values(promise: Commitment) -> dict[str, str]:
    return {
        "owner_id": promise.owner_id or "",
        "quantity": f"{promise.quantity:f}" if promise.quantity is not None else "",
        "unit": promise.unit or "",
        "due_on": promise.due_on.isoformat() if promise.due_on else "",
        "version": str(promise.version),
    }


def _done(request: Visit, commitment_id: str, kind: str, thing_id: str) -> HttpResponse:
    tell(request, "done.saved", undo=last_batch(request, kind, thing_id))
    return redirect("web:commitment", commitment_id)


@require_POST
@page
def concretise(request: Visit, commitment_id: str) -> HttpResponse:
    """Give a commitment its owner, quantity with unit and due date, or any of them."""
    typed = request.POST
    parts = {key: typed.get(key, "") for key in ("owner_id", "quantity", "unit", "due_on")}
    try:
        concretise_commitment(
            request.office,
            request.actor,
            commitment_id,
            version=version_of(typed),
            **parts,
        )
    except InvalidFields as wrong:
        view = commitment_page(request.office, request.actor, commitment_id)
        return _shown(request, view, 422, form=Form.again(typed, wrong))
    return _done(request, commitment_id, "commitment", commitment_id)


@require_POST
@page
def abandon(request: Visit, commitment_id: str) -> HttpResponse:
    """Give a commitment up, with the reason."""
    typed = request.POST
    try:
        abandon_commitment(
            request.office, request.actor, commitment_id, reason=typed.get("reason", ""), version=version_of(typed)
        )
    except InvalidFields as wrong:
        view = commitment_page(request.office, request.actor, commitment_id)
        return _shown(request, view, 422, abandon_form=Form.again(typed, wrong, "abandon-"))
    return _done(request, commitment_id, "commitment", commitment_id)


@require_POST
@page
def resume(request: Visit, commitment_id: str) -> HttpResponse:
    """Take an abandoned commitment up again."""
    resume_commitment(request.office, request.actor, commitment_id, version=version_of(request.POST))
    return _done(request, commitment_id, "commitment", commitment_id)


@require_POST
@page
def log(request: Visit, commitment_id: str) -> HttpResponse:
    """Write down what was done: date, participants, note, how much of the quantity, files."""

    def write(**parts: object) -> Activity:
        return log_activity(request.office, request.actor, commitment_id, **parts)  # type: ignore[arg-type]  # ActivityParts

    return _written(request, commitment_id, write)


@require_POST
@page
def rewrite(request: Visit, commitment_id: str, activity_id: str) -> HttpResponse:
    """Set an activity right."""

    def write(**parts: object) -> Activity:
        return edit_activity(
            request.office,
            request.actor,
            activity_id,
            version=version_of(request.POST),
            **parts,  # type: ignore[arg-type]  # ActivityParts
        )

    return _written(request, commitment_id, write)


def _written(request: Visit, commitment_id: str, write: Callable[..., Activity]) -> HttpResponse:
    typed = request.POST
    largest = request.office.limits.largest_file + 1
    try:
        done = write(
            on=typed.get("on", ""),
            note=typed.get("note", ""),
            participants=typed.get("participants", "").splitlines(),
            quantity=typed.get("quantity", ""),
            files=[(upload.name or "", upload.read(largest)) for upload in request.FILES.getlist("files")],
        )
    except InvalidFields as wrong:
        view = commitment_page(request.office, request.actor, commitment_id)
        return _shown(request, view, 422, activity_form=Form.again(typed, wrong, "activity-"))
    return _done(request, commitment_id, "activity", done.id)


@require_POST
@page
def remove(request: Visit, commitment_id: str, activity_id: str) -> HttpResponse:
    """Take an activity away; the history keeps it and its way back."""
    remove_activity(request.office, request.actor, activity_id, version=version_of(request.POST))
    return _done(request, commitment_id, "activity", activity_id)


@page
def file(request: Visit, activity_id: str, key: str) -> HttpResponse:
    """Send a file of an activity: always as a download, never as something a browser would run."""
    found, data = activity_file(request.office, request.actor, activity_id, key)
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=found.name) or "attachment",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)
