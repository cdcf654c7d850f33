"""What is asked of the list of activities comes in; one page of them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import ActivityQuestion
from nhipcau.programme.filters import ACTIVITY_SORTS, ActivityFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging, terms
from nhipcau.programme.views import ActivityRow, Page


def activity_list(office: Office, actor: Actor, **wanted: Unpack[ActivityQuestion]) -> Page[ActivityRow]:
    """Return activities, the latest first unless asked otherwise."""
    demand(actor, "register.see")
    form = Form(actor.language)
    known_only(form, wanted, ActivityQuestion)
    asked = ActivityFilter(
        search=terms(form, wanted),
        commitment_id=an_id(form, "commitment_id", wanted.get("commitment_id")),
        agreement_id=an_id(form, "agreement_id", wanted.get("agreement_id")),
        since=form.day("since", wanted.get("since")),
        until=form.day("until", wanted.get("until")),
        demo=demo(form, wanted),
        visible_to=visible_to(actor),
    )
    page = paging(office, form, wanted, ACTIVITY_SORTS, "-on")
    form.check()
    return office.store.reads().activity_list(asked, page)
