"""What fits a need or an offer comes in; it goes out with reasons and notes as sentences in the asker's language."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from nhipcau.facts.market import Need, Offer
from nhipcau.facts.matching import Fit
from nhipcau.facts.message import Message
from nhipcau.programme.views import FitRow, ItemMatches, ItemRow
from nhipcau.words.requirements import requirement
from nhipcau.words.sentences import say


@dataclass(frozen=True, slots=True, kw_only=True)
class FitTold:
    """A pair: its parts and checks as codes, and as sentences.

    ``reasons`` say the parts of the score in their order, ``gaps`` what is asked for and not met, musts first,
    ``open_questions`` what is asked for and not stated.
    """

    row: FitRow
    reasons: tuple[str, ...]
    gaps: tuple[str, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FitsTold:
    """What fits a need or an offer: matches and near misses apart; ``notes`` say what the reader must know."""

    asked: ItemRow[Need] | ItemRow[Offer]
    matches: tuple[FitTold, ...]
    near_misses: tuple[FitTold, ...]
    notes: tuple[str, ...]
    may_propose: bool


def told(found: ItemMatches) -> FitsTold:
    """Return what fits, with sentences."""
    return FitsTold(
        asked=found.asked,
        matches=tuple(map(_row, found.matches)),
        near_misses=tuple(map(_row, found.near_misses)),
        notes=sentences(found.notes),
        may_propose=found.may_propose,
    )


def reasons_of(fit: Fit) -> tuple[str, ...]:
    """Return the sentences that a score is the sum of."""
    return sentences(tuple(part.said for part in fit.parts))


def sentences(messages: tuple[Message, ...]) -> tuple[str, ...]:
    """Say messages in the language that was asked for."""
    return tuple(say(message, language()) for message in messages)


def language() -> str:
    """Return the language that was asked for."""
    return (get_language() or "en")[:2]


def _row(row: FitRow) -> FitTold:
    return FitTold(
        row=row,
        reasons=reasons_of(row.fit),
        gaps=tuple(requirement(check.requirement, language()) for check in row.fit.gaps),
        open_questions=tuple(requirement(check.requirement, language()) for check in row.fit.open_questions),
    )
