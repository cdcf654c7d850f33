"""What is asked of the list of matches comes in; one page of them goes out, as far as this person may see them."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Stage
from nhipcau.programme.arguments import MatchQuestion
from nhipcau.programme.filters import MATCH_SORTS, MatchFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.sight import row_within_sight
from nhipcau.programme.matching.stages import rests_since
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging
from nhipcau.programme.views import MatchRow, Page

_WAITING = ("mine", "any")


def match_list(office: Office, actor: Actor, **wanted: Unpack[MatchQuestion]) -> Page[MatchRow]:
    """Return matches, the last moved first unless asked otherwise; enterprises see those of their own items."""
    demand(actor, "match.see")
    form = Form(actor.language)
    asked = _filter(office, actor, form, wanted)
    page = paging(office, form, wanted, MATCH_SORTS, "-moved")
    form.check()
    found = office.store.reads().match_list(asked, page)
    now = office.clock.now()
    return replace(found, items=tuple(row_within_sight(actor, row, now) for row in found.items))


def _filter(office: Office, actor: Actor, form: Form, wanted: MatchQuestion) -> MatchFilter:
    known_only(form, wanted, MatchQuestion)
    stage = form.code("stage", wanted.get("stage"), tuple(Stage))
    waiting = form.code("waiting", wanted.get("waiting"), _WAITING)
    idle = form.yes_no("idle", wanted.get("idle"))
    office_people = allowed(actor, "match.on-behalf")
    body = an_id(form, "organisation_id", wanted.get("organisation_id"))
    return MatchFilter(
        today=office.clock.today(),
        stage=Stage(stage) if stage else None,
        # Whose a match is tells who is behind a confidential item: others are not asked for by name.
        organisation_id=body if office_people else None,
        agreement_id=an_id(form, "agreement_id", wanted.get("agreement_id")) if office_people else None,
        need_id=an_id(form, "need_id", wanted.get("need_id")),
        offer_id=an_id(form, "offer_id", wanted.get("offer_id")),
        idle_before=rests_since(office.clock.now()) if idle else None,
        unanswered=bool(waiting),
        answerer=visible_to(actor) if waiting == "mine" else None,
        proposed_by=actor.id if office_people and form.yes_no("mine", wanted.get("mine")) else None,
        visible_to=visible_to(actor),
        demo=demo(form, wanted),
    )
