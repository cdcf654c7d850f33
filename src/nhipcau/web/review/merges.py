"""A request to take a merge back, or to choose among values, comes in; the organisation's page goes out."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from nhipcau.programme.choose_value import choose_value, revoke_choice
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.unmerge_organisations import unmerge_organisations
from nhipcau.web.forms import version_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.register.asking import last_batch
from nhipcau.web.register.merge_lines import merge_lines
from nhipcau.words.names import shown_name


@require_http_methods(["GET", "POST"])
@page
def unmerge(request: Visit, organisation_id: str, merge_id: str) -> HttpResponse:
    """Say what taking a merge back does, then do it."""
    demand(request.actor, "organisation.merge")
    view = organisation_page(request.office, request.actor, organisation_id)
    line = next((line for line in merge_lines(view) if line.merge.id == merge_id), None)
    if line is None:
        raise not_found("merge", merge_id)
    if request.method == "POST":
        done = unmerge_organisations(request.office, request.actor, merge_id)
        tell(request, "done.unmerged", undo=done.batch, name=shown_name(line.gone.names, language_of(request)))
        return redirect("web:organisation", done.merge.gone)
    middle = line.merge.kept != organisation_id
    members = {member.id: member for member in view.members}
    context = {"view": view, "body": view.organisation, "line": line, "middle": members.get(line.merge.kept)}
    return render(request, "nhipcau/review/unmerge.html", context | {"is_middle": middle})


@require_POST
@page
def choose(request: Visit, organisation_id: str) -> HttpResponse:
    """Show one of several values from now on, or take such a choice back."""
    typed = request.POST
    field, version = typed.get("field", ""), version_of(typed)
    if typed.get("revoke") == "yes":
        revoke_choice(request.office, request.actor, organisation_id, field=field, version=version)
        tell(request, "done.choice-revoked", undo=last_batch(request, "organisation", organisation_id))
    else:
        value = typed.get("value", "")
        choose_value(request.office, request.actor, organisation_id, field=field, value=value, version=version)
        tell(request, "done.value-chosen", undo=last_batch(request, "organisation", organisation_id))
    return redirect("web:organisation", organisation_id)
