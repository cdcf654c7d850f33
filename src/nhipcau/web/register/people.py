"""A request about people comes in; the list or one person goes out."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render

from nhipcau.programme.queries.person_list import person_list
from nhipcau.programme.queries.person_page import person_page
from nhipcau.web.page import Visit, page
from nhipcau.web.register.asking import answered, asked, filter_form

_FILTERS = ("organisation_id", "demo", "sort", "cursor")


@page
def people(request: Visit) -> HttpResponse:
    """List people; search and order stand in the address."""
    ask = partial(person_list, request.office, request.actor)
    found, understood = answered(ask, asked(request.GET, _FILTERS))
    context = {
        "found": found,
        "form": filter_form(request.GET),
        "understood": understood,
        "filtered": any(request.GET.get(key) for key in ("organisation_id", "demo", "q")),
    }
    return render(request, "nhipcau/register/people.html", context)


@page
def person(request: Visit, person_id: str) -> HttpResponse:
    """Show one person: names, posts as the papers give them, agreements."""
    view = person_page(request.office, request.actor, person_id)
    posts = [
        (row, named) for row in view.agreements for named in row.agreement.people if named.person_id == view.person.id
    ]
    return render(request, "nhipcau/register/person.html", {"view": view, "person": view.person, "posts": posts})
