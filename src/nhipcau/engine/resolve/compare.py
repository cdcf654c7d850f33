"""Two records come in; how surely they are one body, and everything that speaks for and against it, goes out.

Where three independent fields or more are known on both sides, the weights of the levels add up (Fellegi and Sunter
1969). Where only names are known they are judged by themselves (``names_alone``): a ministry or a technopark has its
name for itself, a firm has not.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from nhipcau.engine.resolve.fields import ELSE, ORGANISATION, Field, Row, level_of, row_of
from nhipcau.engine.resolve.names_alone import names_alone
from nhipcau.engine.resolve.prepared import Prepared, prepare
from nhipcau.engine.resolve.vetoes import vetoes
from nhipcau.engine.resolve.weights import DEFAULT, DEFAULT_BANDS
from nhipcau.facts.message import Message
from nhipcau.facts.record import Band, Bands, Pair, Reason, Record, Weights

_ENOUGH_FIELDS: Final = 3
_LIMIT: Final = 60.0
_MOST_WHERE_ONE_DIFFERS: Final = 0.9


class Verdict(NamedTuple):
    """What was worked out of two records before the office's thresholds come into it."""

    score: float
    prior: float
    reasons: tuple[Reason, ...]
    vetoes: tuple[Message, ...]


def compare(left: Record, right: Record, weights: Weights = DEFAULT, bands: Bands = DEFAULT_BANDS) -> Pair:
    """Return what two records say of being one body."""
    return compare_prepared(prepare(left), prepare(right), weights, bands)


def compare_prepared(left: Prepared, right: Prepared, weights: Weights = DEFAULT, bands: Bands = DEFAULT_BANDS) -> Pair:
    """Return what two prepared records say of being one body."""
    against = vetoes(left, right)
    one, other = row_of(left), row_of(right)
    reasons = tuple(
        reason
        for reason in (_reason(field, (left, one), (right, other), weights) for field in ORGANISATION)
        if reason is not None
    )
    if len(reasons) < _ENOUGH_FIELDS and not _same_identifier(reasons):
        alone = names_alone(left, right)
        if alone is not None:
            said = (alone.reason, *(reason for reason in reasons if reason.field != "name"))
            # What little else is known still counts, but it settles no more than the names could.
            score = min(probability(sum(reason.weight for reason in said)), max(alone.score, alone.most))
            return _pair(left, right, Verdict(score, 0.0, said, against), bands)
    score = probability(weights.prior + sum(reason.weight for reason in reasons))
    if _name_or_place_differs(reasons) and not _same_identifier(reasons):
        # Firms of one owner share house, phone and people, a parent and its subsidiary elsewhere name and phone:
        # however much agrees, this is a person's business.
        score = min(score, _MOST_WHERE_ONE_DIFFERS)
    return _pair(left, right, Verdict(score, weights.prior, reasons, against), bands)


def probability(log_odds: float) -> float:
    """Return the probability of log2 odds."""
    bounded = max(-_LIMIT, min(_LIMIT, log_odds))
    return 1 / (1 + math.pow(2, -bounded))


def band_of(score: float, bands: Bands, *, vetoed: bool) -> Band:
    """Return what follows from a score."""
    if vetoed or score < bands.review:
        return Band.APART
    return Band.LINK if score >= bands.link else Band.REVIEW


def _pair(left: Prepared, right: Prepared, verdict: Verdict, bands: Bands) -> Pair:
    return Pair(
        left=left.id,
        right=right.id,
        score=verdict.score,
        band=band_of(verdict.score, bands, vetoed=bool(verdict.vetoes)),
        prior=verdict.prior,
        reasons=verdict.reasons,
        vetoes=verdict.vetoes,
    )


def _same_identifier(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.field == "identifier" and reason.level == "same" for reason in reasons)


def _name_or_place_differs(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.field in ("name", "place") and reason.level == ELSE for reason in reasons)


def _reason(field: Field, left: tuple[Prepared, Row], right: tuple[Prepared, Row], weights: Weights) -> Reason | None:
    level = level_of(field, left[1], right[1])
    if level is None:
        return None
    shown = {"left": _shown(field, *left), "right": _shown(field, *right)}
    weight = weights.levels[field.name][level]
    return Reason(field=field.name, level=level, weight=weight, said=Message(f"reason.{field.name}.{level}", shown))


def _shown(field: Field, prepared: Prepared, row: Row) -> str:
    """Return what a person is shown of a field: names and people as they were written, other values as compared."""
    if field.name == "name":
        return prepared.names[0].text
    if field.name == "people":
        return ", ".join(prepared.persons)
    value = row[field.known]
    return value.rpartition(":")[2] if isinstance(value, str) else ", ".join(value)
