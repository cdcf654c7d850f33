"""A side's yes to a match comes in; once both sides said so, each may know the other."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Match, Side, Stage
from nhipcau.facts.errors import Conflict
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.access import demand_on_the_market, items_of_match, match_at
from nhipcau.programme.matching.sides import demand_side, side_named
from nhipcau.programme.matching.stages import UNANSWERED, stepped
from nhipcau.programme.matching.steps import note_of, step_to
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def accept_match(
    office: Office, actor: Actor, match_id: str, *, side: str, note: str = "", version: int | None = None
) -> Match:
    """Accept for a side: an enterprise for its own, officers and advisers on behalf of either, noted as such.

    A yes that was said before changes nothing. Where an item left the market meanwhile: ``Conflict``.
    """
    demand(actor, "match.move")
    meant = side_named(actor, side)
    form = Form(actor.language)
    said = note_of(form, note)
    form.check()
    with work(office, actor, "accept-match") as opened:
        match = match_at(opened, match_id, version)
        demand_side(actor, match, meant)
        if meant in match.accepted_by and match.stage is not Stage.DECLINED:
            return match
        if match.stage not in UNANSWERED:
            declined = match.stage is Stage.DECLINED
            raise Conflict("error.match-declined" if declined else "error.match-state", id=match.id, stage=match.stage)
        demand_on_the_market(opened, *items_of_match(opened, match))
        accepted = tuple(one for one in Side if one is meant or one in match.accepted_by)
        stage = Stage.ACCEPTED if len(accepted) == len(Side) else Stage.ACCEPTED_BY_ONE
        return opened.save(stepped(match, step_to(opened, stage, said, meant), accepted_by=accepted), before=match)
