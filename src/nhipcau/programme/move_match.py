"""What came of a match comes in: introduced, met, a sample, a quotation, a contract; it stands at that stage."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.errors import Conflict
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.access import match_at
from nhipcau.programme.matching.stages import moves_of, stepped
from nhipcau.programme.matching.steps import note_of, step_to
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def move_match(
    office: Office, actor: Actor, match_id: str, *, stage: str, note: str = "", version: int | None = None
) -> Match:
    """Move a match on; a stage that it cannot be moved to from where it stands raises ``Conflict``.

    Nobody is introduced before both sides accepted. Of two who move it at once the second is told
    ("error.changed-meanwhile").
    """
    demand(actor, "match.move")
    form = Form(actor.language)
    code = form.code("stage", stage, tuple(Stage), required=True)
    said = note_of(form, note)
    form.check()
    with work(office, actor, "move-match") as opened:
        match = match_at(opened, match_id, version)
        if code not in moves_of(match):
            declined = match.stage is Stage.DECLINED
            raise Conflict("error.match-declined" if declined else "error.match-state", id=match.id, stage=match.stage)
        return opened.save(stepped(match, step_to(opened, Stage(code), said)), before=match)
