"""A match comes in; the stages that it may be moved to, who has not answered yet, and how long it rests go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from nhipcau.facts.deal import Match, Side, Stage, Step

IDLE_DAYS: Final = 30
UNANSWERED: Final = (Stage.PROPOSED, Stage.ACCEPTED_BY_ONE)
_OVER: Final = (Stage.DECLINED, Stage.CONTRACT, Stage.REPEAT_ORDER)
_ON_THE_WAY: Final = (
    Stage.INTRODUCED,
    Stage.MEETING,
    Stage.SAMPLE,
    Stage.QUOTATION,
    Stage.CONTRACT,
    Stage.REPEAT_ORDER,
)
# These come again and in any order: another meeting after the sample, a second quotation, one order after the other.
_AGAIN: Final = (Stage.MEETING, Stage.SAMPLE, Stage.QUOTATION)


def moves_of(match: Match) -> tuple[Stage, ...]:
    """Return the stages that a match may be moved to: none before both sides accepted, then forward or sideways."""
    if match.stage is Stage.ACCEPTED:
        return tuple(stage for stage in _ON_THE_WAY if stage is not Stage.REPEAT_ORDER)
    if match.stage not in _ON_THE_WAY:
        return ()
    if match.stage in (Stage.CONTRACT, Stage.REPEAT_ORDER):
        return (Stage.REPEAT_ORDER,)
    later = _ON_THE_WAY[_ON_THE_WAY.index(match.stage) + 1 :]
    again = _AGAIN if match.stage in _AGAIN else ()
    return tuple(
        stage for stage in _ON_THE_WAY if stage is not Stage.REPEAT_ORDER and (stage in later or stage in again)
    )


def waiting_for(match: Match) -> tuple[Side, ...]:
    """Return the sides that have not said yes or no."""
    return tuple(side for side in Side if side not in match.accepted_by) if match.stage in UNANSWERED else ()


def idle_days(match: Match, now: datetime) -> int:
    """Return how many days nothing moved; of one that is declined or at a contract 0: nothing is waited for."""
    return 0 if match.stage in _OVER else max(0, (now - match.moved_at).days)


def rests_since(now: datetime) -> datetime:
    """Return the moment before which a match has to be moved last to count as resting."""
    return now - timedelta(days=IDLE_DAYS)


def organisation_of(match: Match, side: Side) -> str:
    """Return whose side it is."""
    return match.need_organisation_id if side is Side.NEED else match.offer_organisation_id


def stepped(match: Match, step: Step, **changes: object) -> Match:
    """Return a match with one step more, at the stage of that step."""
    return replace(
        match,
        stage=step.stage,
        moved_at=step.at,
        steps=(*match.steps, step),
        **changes,  # type: ignore[arg-type]  # parts of a match
    )
