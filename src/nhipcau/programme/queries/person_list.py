"""What is asked of the list of people comes in; one page of them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import PersonQuestion
from nhipcau.programme.filters import PERSON_SORTS, PersonFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging, terms
from nhipcau.programme.views import Page, PersonRow


def person_list(office: Office, actor: Actor, **wanted: Unpack[PersonQuestion]) -> Page[PersonRow]:
    """Return people by name unless asked otherwise."""
    demand(actor, "register.see")
    form = Form(actor.language)
    known_only(form, wanted, PersonQuestion)
    asked = PersonFilter(
        search=terms(form, wanted),
        organisation_id=an_id(form, "organisation_id", wanted.get("organisation_id")),
        demo=demo(form, wanted),
        visible_to=visible_to(actor),
    )
    page = paging(office, form, wanted, PERSON_SORTS, "name")
    form.check()
    return office.store.reads().person_list(asked, page)
