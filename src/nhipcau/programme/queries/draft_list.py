"""What is asked of the list of drafts comes in; one page of them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import DraftList, DraftState
from nhipcau.programme.arguments import DraftQuestion
from nhipcau.programme.filters import DRAFT_SORTS, DraftFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging
from nhipcau.programme.views import DraftRow, Page


def draft_list(office: Office, actor: Actor, **wanted: Unpack[DraftQuestion]) -> Page[DraftRow]:
    """Return drafts, the longest waiting first unless asked otherwise."""
    demand(actor, "draft.see")
    form = Form(actor.language)
    known_only(form, wanted, DraftQuestion)
    list_ = form.code("list", wanted.get("list"), tuple(DraftList))
    state = form.code("state", wanted.get("state"), tuple(DraftState))
    asked = DraftFilter(
        list=DraftList(list_) if list_ else None,
        state=DraftState(state) if state else None,
        document_id=an_id(form, "document_id", wanted.get("document_id")),
        proposed=form.yes_no("proposed", wanted.get("proposed")),
        demo=demo(form, wanted),
    )
    page = paging(office, form, wanted, DRAFT_SORTS, "created")
    form.check()
    return office.store.reads().draft_list(asked, page)
