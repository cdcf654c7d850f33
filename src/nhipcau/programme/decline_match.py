"""A side's "no, thanks" comes in with its reason; the match stays declined until that side opens it again."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import DeclineReason, Match, Stage
from nhipcau.facts.errors import Conflict
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.access import match_at
from nhipcau.programme.matching.sides import demand_side, side_named
from nhipcau.programme.matching.stages import stepped
from nhipcau.programme.matching.steps import LONGEST_NOTE, step_to
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def decline_match(  # noqa: PLR0913 -- who, which, for whom, why
    office: Office,
    actor: Actor,
    match_id: str,
    *,
    side: str,
    reason: str,
    note: str = "",
    version: int | None = None,
) -> Match:
    """Decline for a side, at any stage. "No, thanks" is never overridden; "other" asks for a note."""
    demand(actor, "match.move")
    meant = side_named(actor, side)
    form = Form(actor.language)
    why = form.code("reason", reason, tuple(DeclineReason), required=True)
    said = form.text("note", note, longest=LONGEST_NOTE, required=why == DeclineReason.OTHER)
    form.check()
    with work(office, actor, "decline-match") as opened:
        match = match_at(opened, match_id, version)
        demand_side(actor, match, meant)
        if match.stage is Stage.DECLINED:
            raise Conflict("error.match-declined", id=match.id, stage=match.stage)
        declined = stepped(
            match,
            step_to(opened, Stage.DECLINED, said, meant),
            declined_by=meant,
            declined_reason=DeclineReason(why),
            declined_note=said,
        )
        return opened.save(declined, before=match)
