"""A page and its agreements come in; its figures go out with their roles: promised, term, target, background."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from nhipcau.engine.read.page import Range
from nhipcau.facts.codes import FigureRole, Strength
from nhipcau.facts.reading import AgreementRead, FigureRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.language.numbers import NumberFound

_TIME = {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "decades", "times"}
_UNKNOWN_UNIT = "items"
_NO_THINGS = frozenset(
    {
        "tuổi",
        "giờ",
        "phút",
        "ngày",
        "lần",
        "chiều",
        "sáng",
        "giây",
        "độ",
        "điểm",
        "và",
        "tại",
        "của",
        "là",
        "đã",
        "years",
        "am",
        "pm",
        "and",
        "of",
    }
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:(?-i:[A-Z]{2,})|\b(?:số|thứ|khóa|khoá|phường|quận|điều|mục|trang|kỳ|tổ|đường|lớp|hạng|top|phòng|ga|km|"
    r"mã|đợt|bậc|"
    r"cấp|No\.?|"
    r"Article|Level|Phase|Section|Room))\s?$",
    re.IGNORECASE,
)
_SMALL = 5
_FEW = 10
_ENGLISH_BODY = re.compile(r"\b(?:population|staff|workforce|membership|delegation|team|enrol?lment)\sof\s(?:\w+\s)?$")
_ENGLISH_NOUN = re.compile(
    r"-(?:bed|seat|member|student|room|household|strong|tonne)\b"
    r"|\s(?!(?:in|on|at|of|by|to|and|or|per|from|for|is|was|as|with|years|months|days|hours|minutes|times)\b)"
    r"(?:[A-Za-z][\w’'-]*\s){0,2}?(?!(?:years|months|weeks|days|hours|minutes|times|this|its|his|was|is|as|"
    r"has)\b)(?:[a-z][a-z-]{2,}|[A-Z]{2,})s\b"
)
_TARGET = re.compile(
    r"mục tiêu|phấn đấu|chỉ tiêu|đặt ra|\btarget|\baims? to\b|\bgoal\b|by 20\d\d\b|목표", re.IGNORECASE
)
_COST = re.compile(
    r"kinh phí|trị giá|giá trị|ngân sách|vốn|tài trợ|사업비|예산|규모|총 \d|worth|funding|budget|cost", re.IGNORECASE
)
_TERM = re.compile(
    r"thời hạn|hiệu lực|thêm \d+ năm|có giá trị trong|kéo dài|valid (?:for|until)|in force|\bterm of\b|period of|"
    r"\bexpires?\b|"
    r"유효\s?기간|협약\s?기간|"
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


def _promises(page: Page, agreements: tuple[AgreementRead, ...]) -> frozenset[Range]:
    """Return the sentences in which an agreement promises something or is signed."""
    spans = [
        activity.span
        for agreement in agreements
        for activity in agreement.activities
        if activity.span and activity.strength is not Strength.BENEFIT
    ]
    sentences = {page.sentence_at(span.start) for span in spans}
    for agreement in agreements:
        signing = page.sentence_at(agreement.span.start) if agreement.span else (0, 0)
        if _COST.search(page.quote(signing)):
            sentences.add(signing)
    return frozenset(sentences | _going_on(page, sentences))


def _going_on(page: Page, sentences: set[Range]) -> set[Range]:
    """Return the sentences right after a promise in its paragraph that speak of its cost or its length."""
    following = set()
    for before, after in pairwise(page.sentences):
        if before not in sentences:
            continue
        same_paragraph = "\n" not in page.text[max(0, before[1] - 1) : after[0]]
        if same_paragraph and _COST.search(page.quote(after)):
            following.add(after)
    return following


def _figure(page: Page, number: NumberFound, promises: frozenset[Range]) -> FigureRead | None:
    unit = number.unit or _unit_of_noun(page, number)
    sentence = page.sentence_at(number.start)
    if (
        unit is None
        or "\n" in page.text[number.start : number.end]
        or not _counts(page, number, unit, sentence, promises)
    ):
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


def _unit_of_noun(page: Page, number: NumberFound) -> str | None:
    """A number before a common noun counts things whose unit has no code: *870 giường*, *5 cánh tay robot*."""
    if page.language == "en" and _counts_english(page, number):
        return _UNKNOWN_UNIT
    noun = page.text[number.end : number.noun_end].strip()
    before = page.text[max(0, number.start - 12) : number.start]
    written = page.text[number.start : number.end].strip()[-1:].isdigit()
    if noun.split(" ", 1)[0] in _NO_THINGS:
        return None
    if not noun[:1].islower() or not written or "\n" in noun or _NO_COUNT_BEFORE.search(before):
        return None
    return _UNKNOWN_UNIT if isinstance(number.value, float) and number.value > 1 else None


def _counts_english(page: Page, number: NumberFound) -> bool:
    """Tell whether a plural noun follows a number: *2.2 million visitors*, *1,500-bed*, *20 skilled guides*."""
    if not isinstance(number.value, float) or number.value < _FEW:
        return False
    before = page.text[max(0, number.start - 40) : number.start]
    if _ENGLISH_BODY.search(before):
        return True
    return bool(_ENGLISH_NOUN.match(page.text, number.end)) and not _NO_COUNT_BEFORE.search(before)


def _counts(page: Page, number: NumberFound, unit: str, sentence: Range, promises: frozenset[Range]) -> bool:
    """Leave out small counts (*two sides*, *3 parties*) and periods that nobody promised."""
    if unit in _TIME:
        return sentence in promises or _is_term(page, number.start, sentence)
    largest = max(number.value) if isinstance(number.value, tuple) else number.value
    return unit not in {"sides", "countries", "parties", "times"} or largest >= _SMALL


def _is_term(page: Page, start: int, sentence: Range) -> bool:
    """Tell whether a period is how long the agreement runs: *gia hạn thêm 5 năm*, 협약 기간은 3년."""
    return _TERM.search(page.text, max(sentence[0], start - 45), min(sentence[1], start + 25)) is not None


def _role(page: Page, reach: Range, unit: str, promises: frozenset[Range]) -> FigureRole:
    sentence = page.sentence_at(reach[0])
    words = page.quote(sentence)
    if unit in _TIME and _is_term(page, reach[0], sentence):
        return FigureRole.TERM
    if sentence in promises:
        return FigureRole.COMMITMENT
    if _TARGET.search(words):
        return FigureRole.POLICY_TARGET
    return FigureRole.CONTEXT


def _as_of(page: Page, start: int, sentence: Range) -> str | None:
    """Return the nearest date before the figure in its sentence: *tính đến tháng 10/2020*."""
    at = bisect_left(page.dates, start, key=lambda date: date.start) - 1
    near = at >= 0 and sentence[0] <= page.dates[at].start
    return page.dates[at].value if near else None
