"""What is asked of the list of agreements comes in; one page of them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import SECTOR_CODES, AgreementType
from nhipcau.facts.commitment import CommitmentState
from nhipcau.programme.arguments import AgreementQuestion
from nhipcau.programme.filters import AGREEMENT_SORTS, AgreementFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.name_keys import folded
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging, terms
from nhipcau.programme.views import AgreementRow, Page


def agreement_list(office: Office, actor: Actor, **wanted: Unpack[AgreementQuestion]) -> Page[AgreementRow]:
    """Return agreements, the latest signed first unless asked otherwise."""
    demand(actor, "register.see")
    form = Form(actor.language)
    known_only(form, wanted, AgreementQuestion)
    kind = form.code("type", wanted.get("type"), tuple(AgreementType))
    state = form.code("state", wanted.get("state"), tuple(CommitmentState))
    asked = AgreementFilter(
        today=office.clock.today(),
        search=terms(form, wanted),
        sector=form.code("sector", wanted.get("sector"), SECTOR_CODES) or None,
        type=AgreementType(kind) if kind else None,
        state=CommitmentState(state) if state else None,
        year=form.whole("year", wanted.get("year"), least=1900, most=2200),
        place=folded(form.text("place", wanted.get("place"))) or None,
        country=form.country("country", wanted.get("country")),
        organisation_id=an_id(form, "organisation_id", wanted.get("organisation_id")),
        demo=demo(form, wanted),
        visible_to=visible_to(actor),
    )
    page = paging(office, form, wanted, AGREEMENT_SORTS, "-signed")
    form.check()
    return office.store.reads().agreement_list(asked, page)
