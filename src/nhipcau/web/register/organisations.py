"""A request about organisations comes in; the list, one organisation, or a change of it goes out."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.organisation import Name, Organisation, Person, Post
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.organisation_list import organisation_list
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.views import OrganisationView
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import answered, asked, filter_form, last_batch
from nhipcau.web.register.chosen import chosen_bodies
from nhipcau.web.register.merge_lines import merge_lines

_FILTERS = ("country", "kind", "demo", "sort", "cursor")
_SPARE_NAMES = 2
_REACHED = ("address", "phone", "domain", "founded")


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
        "may_merge": allowed(request.actor, "organisation.merge"),
        "merge_lines": merge_lines(view),
        "posts": _posts(view),
    }
    return render(request, "nhipcau/register/organisation.html", context)


def _posts(view: OrganisationView) -> list[tuple[Person, tuple[Post, ...]]]:
    """Return the people of a body with their posts at it."""
    here = view.organisation.id
    return [(one, tuple(post for post in one.posts if post.organisation_id == here)) for one in view.people]


@require_http_methods(["GET", "POST"])
@page
def edit(request: Visit, organisation_id: str) -> HttpResponse:
    """Set an organisation right by hand."""
    view = organisation_page(request.office, request.actor, organisation_id)
    form, status, names = Form(_values(view.organisation)), 200, list(view.organisation.names)
    numbers = [(number.scheme, number.value) for number in view.organisation.identifiers]
    if request.method == "POST":
        names, numbers = _names(request.POST), _numbers(request.POST)
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
                parent_id=request.POST.get("parent_id", ""),
                identifiers=numbers,
                **{part: request.POST.get(part, "") for part in _REACHED},
            )
        except InvalidFields as wrong:
            form, status = Form.again(request.POST, wrong), 422
        else:
            tell(request, "done.saved", undo=last_batch(request, "organisation", organisation_id))
            return redirect("web:organisation", organisation_id)
    shown = [*names, *[Name("", "und", "alias")] * _SPARE_NAMES]
    context = {"view": view, "body": view.organisation, "form": form, "names": shown}
    context |= {"numbers": [*numbers, ("", "")]}
    above = [view.parent] if view.parent else []
    context["parents"] = chosen_bodies(request, above, [form.values.get("parent_id", "")])
    return render(request, "nhipcau/register/organisation_form.html", context, status=status)


def _values(body: Organisation) -> dict[str, str]:
    return {
        "country": body.country or "",
        "kind": body.kind.value if body.kind else "",
        "place": body.place or "",
        "parent_id": body.parent_id or "",
        "version": str(body.version),
        **{part: str(getattr(body, part) or "") for part in _REACHED},
    }


def _names(typed: QueryDict) -> list[Name]:
    rows = zip(typed.getlist("name"), typed.getlist("language"), typed.getlist("name_kind"), strict=False)
    return [Name(text, language, kind) for text, language, kind in rows if text.strip()]


def _numbers(typed: QueryDict) -> list[tuple[str, str]]:
    rows = zip(typed.getlist("scheme"), typed.getlist("number"), strict=False)
    return [(scheme, number) for scheme, number in rows if number.strip()]
