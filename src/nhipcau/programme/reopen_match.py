"""A side that said no changes its mind; the match is proposed anew, with that side's yes."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.errors import Conflict, NotAllowed
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.access import demand_on_the_market, items_of_match, match_at
from nhipcau.programme.matching.sides import reopens_for
from nhipcau.programme.matching.stages import stepped
from nhipcau.programme.matching.steps import note_of, step_to
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def reopen_match(office: Office, actor: Actor, match_id: str, *, note: str = "", version: int | None = None) -> Match:
    """Open a declined match again: the side that declined alone, or the office where the office had said it for it.

    The side that opens it has said yes; the other one is asked (again).
    """
    demand(actor, "match.move")
    form = Form(actor.language)
    said = note_of(form, note)
    form.check()
    with work(office, actor, "reopen-match") as opened:
        match = match_at(opened, match_id, version)
        if match.stage is not Stage.DECLINED or match.declined_by is None:
            raise Conflict("error.match-state", id=match.id, stage=match.stage)
        if not reopens_for(actor, match):
            raise NotAllowed("error.match-declined", id=match.id)
        demand_on_the_market(opened, *items_of_match(opened, match))
        reopened = stepped(
            match,
            step_to(opened, Stage.ACCEPTED_BY_ONE, said, match.declined_by),
            accepted_by=(match.declined_by,),
            declined_by=None,
            declined_reason=None,
            declined_note="",
        )
        return opened.save(reopened, before=match)
