"""Parts of a person set right come in; the person with them goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Name, Person, Post
from nhipcau.programme.arguments import PersonParts
from nhipcau.programme.forms import Form
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.people import KIND, propose_people
from nhipcau.programme.registering.organisations import real
from nhipcau.programme.work import Work, unchanged, work

_SPOKEN = (*LANGUAGES, "und")
_MOST = 50


def edit_person(office: Office, actor: Actor, person_id: str, *, version: int, **parts: Unpack[PersonParts]) -> Person:
    """Set spellings or posts; those left out stay. A new spelling may make the person look like another: proposed."""
    demand(actor, "register.edit")
    with work(office, actor, "edit-person") as opened:
        person = standing(opened, KIND, person_id)
        if not isinstance(person, Person):
            raise TypeError(KIND)
        unchanged(person, version)
        form = Form(actor.language)
        changes = _changes(opened, form, parts, person)
        form.check()
        saved = opened.save(replace(person, **changes), before=person)
        if saved.names != person.names:
            propose_people(opened, [saved], origin="officer")
        return saved


def _changes(opened: Work, form: Form, parts: PersonParts, person: Person) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in parts:
        if name not in PersonParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "names" in parts:
        changes["names"] = _names(form, parts["names"])
    if "posts" in parts:
        changes["posts"] = _posts(opened, form, parts["posts"], person)
    return changes


def _names(form: Form, typed: Sequence[tuple[str, str]]) -> tuple[Name, ...]:
    names = []
    for number, (text, language) in enumerate(typed):
        words = form.text("names", text)
        spoken = form.code("names", language or "und", _SPOKEN)
        if words:
            names.append(Name(words, spoken, "alias" if number else "official"))
    if not names:
        form.refuse("names", Message("field.required"))
    if len(names) > _MOST:
        form.refuse("names", Message("field.too-many", {"limit": _MOST}))
    return tuple(dict.fromkeys(names))


def _posts(
    opened: Work, form: Form, typed: Sequence[tuple[str, str, str | None, str | None]], person: Person
) -> tuple[Post, ...]:
    """Return the posts; one that was there keeps the source that told it."""
    known = opened.unit.organisations.get_many({body for body, *_ in typed if body})
    told = {(post.organisation_id, post.title): post.source for post in person.posts}
    posts = []
    for body_id, title, since, until in typed:
        name = form.text("posts", title)
        if not body_id and not name:
            continue
        body = known.get(body_id)
        if body is None or body.merged_into is not None:
            form.refuse("posts", Message("field.organisation-unknown", {"value": body_id}))
            continue
        real(opened, body, demo=person.demo)
        period = {"since": form.edtf("posts", since), "until": form.edtf("posts", until)}
        source = told.get((body_id, name), opened.actor.name)
        posts.append(Post(organisation_id=body_id, title=name, source=source, **period))
    if len(posts) > _MOST:
        form.refuse("posts", Message("field.too-many", {"limit": _MOST}))
    return tuple(dict.fromkeys(posts))
