"""What is asked of the list of organisations comes in; one page of them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import PartyKind
from nhipcau.programme.arguments import OrganisationQuestion
from nhipcau.programme.filters import ORGANISATION_SORTS, OrganisationFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import demo, known_only, paging, terms
from nhipcau.programme.views import OrganisationRow, Page


def organisation_list(office: Office, actor: Actor, **wanted: Unpack[OrganisationQuestion]) -> Page[OrganisationRow]:
    """Return organisations by name unless asked otherwise."""
    demand(actor, "register.see")
    form = Form(actor.language)
    known_only(form, wanted, OrganisationQuestion)
    kind = form.code("kind", wanted.get("kind"), tuple(PartyKind))
    asked = OrganisationFilter(
        search=terms(form, wanted),
        country=form.country("country", wanted.get("country")),
        kind=PartyKind(kind) if kind else None,
        demo=demo(form, wanted),
        visible_to=visible_to(actor),
    )
    page = paging(office, form, wanted, ORGANISATION_SORTS, "name")
    form.check()
    return office.store.reads().organisation_list(asked, page)
