"""A request about organisations comes in; the list, one organisation, or a change of it goes out."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.organisation_list import organisation_list
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import answered, asked, filter_form, last_batch

_FILTERS = ("country", "kind", "demo", "sort", "cursor")
_SPARE_NAMES = 2


@page
def organisations(request: Visit) -> HttpResponse:
    """List organisations; search, filters and order stand in the address."""
    ask = partial(organisation_list, request.office, request.actor)
    found, understood = answered(ask, asked(request.GET, _FILTERS))
    context = {
        "found": found,
        "form": filter_form(request.GET),
        "understood": understood,
        "filtered": any(request.GET.get(key) for key in ("country", "kind", "demo", "q")),
    }
    return render(request, "nhipcau/register/organisations.html", context)


@page
def organisation(request: Visit, organisation_id: str) -> HttpResponse:
    """Show one organisation: its names, agreements, commitments and people."""
    view = organisation_page(request.office, request.actor, organisation_id)
    context = {
        "view": view,
        "body": view.organisation,
        "may_edit": allowed(request.actor, "register.edit"),
        "may_see_history": allowed(request.actor, "history.see"),
    }
    return render(request, "nhipcau/register/organisation.html", context)


@require_http_methods(["GET", "POST"])
@page
def edit(request: Visit, organisation_id: str) -> HttpResponse:
    """Set an organisation right by hand."""
    view = organisation_page(request.office, request.actor, organisation_id)
    form, status, names = Form(_values(view.organisation)), 200, list(view.organisation.names)
    if request.method == "POST":
        names = _names(request.POST)
        try:
            edit_organisation(
                request.office,
                request.actor,
                organisation_id,
                version=version_of(request.POST),
                names=[(name.text, name.language, name.kind) for name in names],
                country=request.POST.get("country", ""),
                kind=request.POST.get("kind", ""),
                place=request.POST.get("place", ""),
            )
        except InvalidFields as wrong:
            form, status = Form.again(request.POST, wrong), 422
        else:
            tell(request, "done.saved", undo=last_batch(request, "organisation", organisation_id))
            return redirect("web:organisation", organisation_id)
    shown = [*names, *[Name("", "und", "alias")] * _SPARE_NAMES]
    context = {"view": view, "body": view.organisation, "form": form, "names": shown}
    return render(request, "nhipcau/register/organisation_form.html", context, status=status)


def _values(body: Organisation) -> dict[str, str]:
    return {
        "country": body.country or "",
        "kind": body.kind.value if body.kind else "",
        "place": body.place or "",
        "version": str(body.version),
    }


def _names(typed: QueryDict) -> list[Name]:
    rows = zip(typed.getlist("name"), typed.getlist("language"), typed.getlist("name_kind"), strict=False)
    return [Name(text, language, kind) for text, language, kind in rows if text.strip()]
