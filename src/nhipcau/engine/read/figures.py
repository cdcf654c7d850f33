"""A page and its agreements come in; its figures go out, each with the role it plays: promised, term, target, background."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.engine.read.page import Range, within
from nhipcau.facts.codes import FigureRole, Strength
from nhipcau.facts.reading import AgreementRead, FigureRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.language.numbers import NumberFound

_TIME = {"year", "month", "week", "day", "hour"}
_SMALL = 5
_TARGET = re.compile(
    r"mục tiêu|phấn đấu|chỉ tiêu|đặt ra|\btarget|\baims? to\b|\bgoal\b|by 20\d\d\b|목표", re.IGNORECASE
)
_TERM = re.compile(
    r"thời hạn|hiệu lực|có giá trị trong|kéo dài|valid (?:for|until)|in force|\bterm of\b|period of|유효\s?기간|협약\s?기간|"
    r"기간은|동안 유효|향후",
    re.IGNORECASE,
)


def figures(page: Page, agreements: tuple[AgreementRead, ...]) -> tuple[FigureRead, ...]:
    """Return the numbers that say something, each once.

    Money, shares, areas and counts of things count; the length of a period only where it is the term of an agreement.
    """
    promises = _promises(page, agreements)
    found: dict[tuple[object, str], FigureRead] = {}
    for number in page.numbers:
        figure = _figure(page, number, promises)
        if figure is not None:
            found.setdefault((figure.value, figure.unit), figure)
    return tuple(found.values())


def _promises(page: Page, agreements: tuple[AgreementRead, ...]) -> tuple[Range, ...]:
    """Return the sentences in which an agreement promises something or is signed."""
    spans = [
        activity.span
        for agreement in agreements
        for activity in agreement.activities
        if activity.span and activity.strength is Strength.COMMITMENT
    ]
    return tuple({page.sentence_at(span.start) for span in spans})


def _figure(page: Page, number: NumberFound, promises: tuple[Range, ...]) -> FigureRead | None:
    unit = number.unit
    sentence = page.sentence_at(number.start)
    if unit is None or not _counts(page, number, unit, sentence):
        return None
    return FigureRead(
        value=number.value,
        unit=unit,
        what=page.text[number.end : number.noun_end].strip() or number.unit_text,
        role=_role(page, (number.start, number.end), unit, promises),
        approx=number.approx,
        as_of=_as_of(page, number.start, sentence),
        span=page.span(number.start, number.end),
    )


def _counts(page: Page, number: NumberFound, unit: str, sentence: Range) -> bool:
    """Leave out small counts (*two sides*, *3 parties*) and periods that are no term."""
    if unit in _TIME:
        return bool(_TERM.search(page.quote(sentence)))
    largest = max(number.value) if isinstance(number.value, tuple) else number.value
    return unit not in {"sides", "countries", "parties", "times"} or largest >= _SMALL


def _role(page: Page, reach: Range, unit: str, promises: tuple[Range, ...]) -> FigureRole:
    sentence = page.sentence_at(reach[0])
    words = page.quote(sentence)
    if unit in _TIME and _TERM.search(words):
        return FigureRole.TERM
    if any(within(reach, promise) for promise in promises):
        return FigureRole.COMMITMENT
    if _TARGET.search(words):
        return FigureRole.POLICY_TARGET
    return FigureRole.CONTEXT


def _as_of(page: Page, start: int, sentence: Range) -> str | None:
    """Return the nearest date before the figure in its sentence: *tính đến tháng 10/2020*."""
    before = [date for date in page.dates if sentence[0] <= date.start and date.end <= start]
    return before[-1].value if before else None
