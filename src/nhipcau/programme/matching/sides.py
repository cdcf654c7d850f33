"""A person and a match come in; the sides that this person may speak for go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Match, Side
from nhipcau.facts.errors import NotAllowed
from nhipcau.programme.forms import Form
from nhipcau.programme.matching.stages import organisation_of
from nhipcau.programme.permissions import allowed


def speaks_for(actor: Actor, match: Match) -> tuple[Side, ...]:
    """Return the sides: an enterprise's own; of officers and advisers both, on behalf of them."""
    if allowed(actor, "match.on-behalf", match):
        return tuple(Side)
    if not allowed(actor, "match.move", match):
        return ()
    return tuple(side for side in Side if organisation_of(match, side) == actor.organisation_id)


def demand_side(actor: Actor, match: Match, side: Side) -> None:
    """Raise ``NotAllowed`` where a person does not speak for a side."""
    if side not in speaks_for(actor, match):
        raise NotAllowed("error.not-allowed", permission="match.move")


def side_named(actor: Actor, typed: str) -> Side:
    """Return the side that was typed; an unknown one raises ``InvalidFields``."""
    form = Form(actor.language)
    side = form.code("side", typed, tuple(Side), required=True)
    form.check()
    return Side(side)


def reopens_for(actor: Actor, match: Match) -> bool:
    """Tell whether a person may take a "no, thanks" back: the side itself, or the office that had said it for it."""
    if match.declined_by is None:
        return False
    if allowed(actor, "match.on-behalf", match):
        return match.steps[-1].for_side
    return match.declined_by in speaks_for(actor, match)
