"""What is asked of the list of commitments comes in; one page of them goes out, each with its state."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import ACTIVITY_CODES
from nhipcau.facts.commitment import CommitmentState
from nhipcau.programme.arguments import CommitmentQuestion
from nhipcau.programme.filters import COMMITMENT_SORTS, CommitmentFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging, terms
from nhipcau.programme.views import CommitmentRow, Page

MISSING = ("owner", "quantity", "due")


def commitment_list(office: Office, actor: Actor, **wanted: Unpack[CommitmentQuestion]) -> Page[CommitmentRow]:
    """Return commitments by due day unless asked otherwise."""
    demand(actor, "register.see")
    form = Form(actor.language)
    known_only(form, wanted, CommitmentQuestion)
    state = form.code("state", wanted.get("state"), tuple(CommitmentState))
    asked = CommitmentFilter(
        today=office.clock.today(),
        search=terms(form, wanted),
        agreement_id=an_id(form, "agreement_id", wanted.get("agreement_id")),
        state=CommitmentState(state) if state else None,
        owner_id=an_id(form, "owner", wanted.get("owner")),
        code=form.code("code", wanted.get("code"), ACTIVITY_CODES) or None,
        overdue=form.yes_no("overdue", wanted.get("overdue")),
        missing=form.code("missing", wanted.get("missing"), MISSING) or None,
        demo=demo(form, wanted),
        visible_to=visible_to(actor),
    )
    page = paging(office, form, wanted, COMMITMENT_SORTS, "due")
    form.check()
    return office.store.reads().commitment_list(asked, page)
