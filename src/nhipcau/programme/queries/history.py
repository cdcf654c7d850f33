"""What is asked of the history comes in; one page of changes, newest first, goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.change import Change
from nhipcau.programme.arguments import HistoryQuestion
from nhipcau.programme.filters import HistoryFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import an_id, known_only, paging
from nhipcau.programme.record_change import KINDS
from nhipcau.programme.views import Page

_NEWEST_FIRST = "-at"


def history(office: Office, actor: Actor, **wanted: Unpack[HistoryQuestion]) -> Page[Change]:
    """Return changes of a thing, a person, a batch, or all."""
    demand(actor, "history.see")
    form = Form(actor.language)
    known_only(form, wanted, HistoryQuestion)
    asked = HistoryFilter(
        kind=form.code("kind", wanted.get("kind"), tuple(KINDS)) or None,
        subject_id=an_id(form, "id", wanted.get("id")),
        actor_id=an_id(form, "actor_id", wanted.get("actor_id")),
        batch=an_id(form, "batch", wanted.get("batch")),
    )
    page = paging(office, form, wanted, ("at",), _NEWEST_FIRST)
    form.check()
    return office.store.reads().history(asked, page)
