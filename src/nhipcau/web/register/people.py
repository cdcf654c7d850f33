"""A request about people comes in; the list, one person, or a change of one goes out."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Name, Post
from nhipcau.facts.resolving import Merge
from nhipcau.programme.edit_person import edit_person
from nhipcau.programme.merge_people import merge_people
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.person_list import person_list
from nhipcau.programme.queries.person_page import person_page
from nhipcau.programme.unmerge_person import unmerge_person
from nhipcau.programme.views import PersonView
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.register.asking import answered, asked, filter_form, last_batch
from nhipcau.web.register.chosen import chosen_bodies
from nhipcau.words.names import shown_name

_FILTERS = ("organisation_id", "demo", "sort", "cursor")
_SPARE_NAMES = 2


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
        "may_review": allowed(request.actor, "organisation.review"),
    }
    return render(request, "nhipcau/register/people.html", context)


@page
def person(request: Visit, person_id: str) -> HttpResponse:
    """Show one person: all spellings, posts with their periods, agreements, and who was merged into them."""
    return _shown(request, person_page(request.office, request.actor, person_id))


def _shown(request: Visit, view: PersonView, form: Form | None = None, status: int = 200) -> HttpResponse:
    named = [
        (row, named) for row in view.agreements for named in row.agreement.people if named.person_id == view.person.id
    ]
    context = {
        "view": view,
        "person": view.person,
        "named": named,
        "bodies": {body.id: body for body in view.bodies},
        "merges": _standing(view),
        "form": form or Form(),
        "may_edit": allowed(request.actor, "register.edit"),
        "may_merge": allowed(request.actor, "organisation.merge"),
        "may_see_history": allowed(request.actor, "history.see"),
    }
    return render(request, "nhipcau/register/person.html", context, status=status)


def _standing(view: PersonView) -> list[tuple[Merge, tuple[Name, ...]]]:
    """Return the merges that stand, with the spellings of who went."""
    gone = {member.id: member.names for member in view.members}
    return [(merge, gone[merge.gone]) for merge in view.merges if merge.undone_at is None and merge.gone in gone]


@require_http_methods(["GET", "POST"])
@page
def edit(request: Visit, person_id: str) -> HttpResponse:
    """Set spellings and posts right by hand."""
    demand(request.actor, "register.edit")
    view = person_page(request.office, request.actor, person_id)
    form, status = Form({"version": str(view.person.version)}), 200
    names, posts = list(view.person.names), list(view.person.posts)
    if request.method == "POST":
        names, posts = _names(request.POST), _posts(request.POST)
        try:
            edit_person(
                request.office,
                request.actor,
                person_id,
                version=version_of(request.POST),
                names=[(name.text, name.language) for name in names],
                posts=[(post.organisation_id, post.title, post.since, post.until) for post in posts],
            )
        except InvalidFields as wrong:
            form, status = Form.again(request.POST, wrong), 422
        else:
            tell(request, "done.saved", undo=last_batch(request, "person", person_id))
            return redirect("web:person", person_id)
    named = [post.organisation_id for post in posts]
    own = [view.organisation] if view.organisation else []
    context = {
        "view": view,
        "person": view.person,
        "form": form,
        "names": [*names, *[Name("", "und", "alias")] * _SPARE_NAMES],
        "posts": [*posts, Post(organisation_id="", title="")],
        "bodies": chosen_bodies(request, [*view.bodies, *own], named),
    }
    return render(request, "nhipcau/register/person_form.html", context, status=status)


def _names(typed: QueryDict) -> list[Name]:
    rows = zip(typed.getlist("name"), typed.getlist("language"), strict=False)
    return [Name(text, language) for text, language in rows if text.strip()]


def _posts(typed: QueryDict) -> list[Post]:
    rows = zip(*(typed.getlist(part) for part in ("body", "title", "since", "until")), strict=False)
    return [
        Post(organisation_id=body, title=title, since=since, until=until)
        for body, title, since, until in rows
        if body or title.strip()
    ]


@require_POST
@page
def merge(request: Visit, person_id: str) -> HttpResponse:
    """Merge another person, chosen by name, into this one."""
    other = request.POST.get("other", "").strip()
    if not other:
        view = person_page(request.office, request.actor, person_id)
        wrong = InvalidFields({"other": Message("field.required")})
        return _shown(request, view, Form.again(request.POST, wrong), 422)
    merge_people(request.office, request.actor, person_id, other, despite=request.POST.get("despite") == "yes")
    view = person_page(request.office, request.actor, person_id)
    name = shown_name(view.person.names, language_of(request))
    tell(request, "done.people-merged", undo=last_batch(request, "person", person_id), name=name)
    return redirect("web:person", person_id)


@require_POST
@page
def unmerge(request: Visit, person_id: str) -> HttpResponse:
    """Let a person who was merged into another stand by themselves again."""
    done = unmerge_person(request.office, request.actor, person_id)
    view = person_page(request.office, request.actor, person_id)
    tell(request, "done.person-unmerged", undo=done.batch, name=shown_name(view.person.names, language_of(request)))
    return redirect("web:person", person_id)
