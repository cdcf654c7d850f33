"""What fits a need or an offer comes in; rows to show, with bars that compare and checks in their order, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from nhipcau.engine.match.ranking import is_right_thing
from nhipcau.facts.matching import TOPIC_PARTS, Check, Fit, Part, Standing
from nhipcau.facts.message import Message
from nhipcau.programme.views import FitRow

_REASONS: Final = 4
_OF_THE_TOPIC: Final = 2
_ORDER: Final = {Standing.UNMET: 0, Standing.NOT_STATED: 1, Standing.MET: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFit:
    """How two fit, as a page shows it.

    ``width`` is the bar in percent of the best; ``failed`` are the musts that are not met, ``reasons`` the parts that
    count most, why it is the right thing before what it meets.
    """

    fit: Fit
    width: int
    checks: tuple[Check, ...]
    failed: tuple[Message, ...]
    reasons: tuple[Part, ...]
    met: int
    unmet: int
    not_stated: int

    @property
    def to_close(self) -> bool:
        """Tell whether a requirement is not met: what a plan can close."""
        return self.unmet > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A line of what fits; ``closed`` says what became true of a pair that was a near miss before, if anything."""

    row: FitRow
    shown: ShownFit
    closed: Message | None = None


def shown_rows(rows: Iterable[FitRow], best: int, closed: Mapping[str, Message] | None = None) -> list[ShownRow]:
    """Return the lines; ``best`` is the score whose bar is full, ``closed`` are by the id of the other item."""
    told = closed or {}
    return [ShownRow(row=row, shown=shown_fit(row.fit, best), closed=told.get(row.other.item.id)) for row in rows]


def less_alike(rows: Iterable[ShownRow], best: int) -> tuple[list[ShownRow], list[ShownRow]]:
    """Return the lines worth reading, and those whose topic is far below ``best``, the most alike of all.

    What somebody set on its way, and what was a near miss before, stays in sight.
    """
    alike: list[ShownRow] = []
    less: list[ShownRow] = []
    for line in rows:
        far = not is_right_thing(line.shown.fit, best)
        (less if far and not line.row.stage and line.closed is None else alike).append(line)
    return alike, less


def shown_fit(fit: Fit, best: int) -> ShownFit:
    """Return one fit: what fails first, musts before wishes."""
    checks = tuple(sorted(fit.checks, key=lambda one: (_ORDER[one.standing], not one.requirement.must)))
    counts = Counter(check.standing for check in checks)
    return ShownFit(
        fit=fit,
        width=max(2, min(100, round(100 * fit.score / best))) if best > 0 else 2,
        checks=checks,
        failed=tuple(_said(one) for one in checks if one.standing is Standing.UNMET and one.requirement.must),
        reasons=_reasons(fit),
        met=counts[Standing.MET],
        unmet=counts[Standing.UNMET],
        not_stated=counts[Standing.NOT_STATED],
    )


def _reasons(fit: Fit) -> tuple[Part, ...]:
    """Return why it is the right thing, then what else counts most: the requirements stand in full below it."""
    gains = sorted((part for part in fit.parts if part.points > 0), key=lambda part: -part.points)
    first = [part for part in gains if part.code in TOPIC_PARTS][:_OF_THE_TOPIC]
    return tuple([*first, *(part for part in gains if part not in first)][:_REASONS])


def _said(check: Check) -> Message:
    """Say which must failed, and against what."""
    if check.distance is not None:
        return Message(
            "match.requirement-unmet-distance", {"requirement": check.requirement, "distance": check.distance}
        )
    return Message("match.requirement-unmet", {"requirement": check.requirement, "found": check.found})
