"""What is asked of the list of development plans comes in; one page of them goes out, those that a person may see."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import PlanQuestion
from nhipcau.programme.filters import PLAN_SORTS, PlanFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.planning.sight import plan_rows
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging
from nhipcau.programme.views import Page, PlanRow


def plan_list(office: Office, actor: Actor, **wanted: Unpack[PlanQuestion]) -> Page[PlanRow]:
    """Return plans, the newest first unless asked otherwise; enterprises see those of their own offers."""
    demand(actor, "plan.see")
    form = Form(actor.language)
    known_only(form, wanted, PlanQuestion)
    asked = PlanFilter(
        offer_id=an_id(form, "offer_id", wanted.get("offer_id")),
        need_id=an_id(form, "need_id", wanted.get("need_id")),
        visible_to=visible_to(actor),
        demo=demo(form, wanted),
    )
    page = paging(office, form, wanted, PLAN_SORTS, "-made")
    form.check()
    found = office.store.reads().plan_list(asked, page)
    return Page(items=plan_rows(office, actor, found.items), next_cursor=found.next_cursor, total=found.total)
