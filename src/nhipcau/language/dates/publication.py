# ruff: noqa: E501 -- lists of words, a language a line
"""A page's text comes in; the day on which the page says that it was published goes out."""

from __future__ import annotations

import re
from typing import Final

from nhipcau.language.dates.finder import find_dates
from nhipcau.language.dates.found import DAY, DateFound

_HEAD_LINES: Final = 15
_FOOT_LINES: Final = 8
_LONG_LINE: Final = 160
_LONGEST_LINE: Final = 400
_A_YEAR: Final = re.compile(r"(?:19|20)\d\d|['\u2018\u2019]\d\d\.")
_FURNITURE: Final = 30
_LEAST_SCORE: Final = 3
_FULL_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK: Final = r"\d{1,2}\s?[:hH]\s?\d{2}(?::\d{2})?(?:\s?(?:AM|PM|SA|CH|am|pm))?"
_TIME_AFTER: Final = re.compile(
    rf"[.]?\s*[,|\-\u2013(]?\s*(?:lúc\s+|at\s+|오전\s*|오후\s*)?{_CLOCK}\)?(?:\s*\(?(?:GMT|UTC|ICT|KST)?\s?[+-]?\d{{0,2}}(?::?\d{{2}})?\)?)?",
)
_TIME_BEFORE: Final = re.compile(rf"{_CLOCK}\s*[,|\-\u2013]?\s*(?:ngày\s+)?$")
_PUBLISHED: Final = re.compile(
    r"입력|등록|승인|송고|게시|작성|발행|배포|보도일|게재|\b(?:published|posted|publish(?:ed)? date|date posted|release date|press release)\b"
    r"|ngày đăng|đăng ngày|đăng lúc|đăng tải|ngày xuất bản|xuất bản|ngày đưa tin|ngày phát hành|ngày gửi",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(r"수정|최종|\b(?:updated|last modified|date)\b|cập nhật|ngày tạo", re.IGNORECASE)
_WEEKDAY: Final = re.compile(
    r"(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật|\bCN\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|[월화수목금토일]요일)"
    r"[\s,|(\-]*(?:ngày\s+)?$",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(r"[(\[]\s*[^()\[\]\n]{2,30}[,\s=]\s*(?:ngày\s+)?$")
_EVENT: Final = re.compile(
    r"thời gian|diễn ra|ký kết|lễ ký|khai mạc|일시|기간|협약|체결|\b(?:signed|signing|held|when)\b|sinh ngày|quyết định|nghị quyết|nghị định|제공",
    re.IGNORECASE,
)


def publication_date(text: str, language: str) -> DateFound | None:
    """Return the date of the header or footer line that dates the page, with its clock time in the span, or ``None``.

    Only a full day counts. A date inside the running text is the event's or somebody else's, never the page's.
    """
    best: tuple[int, int] | None = None
    chosen: DateFound | None = None
    for start, end in _outer_lines(text):
        for date in find_dates(text[start:end], language):
            if date.precision != DAY or not _FULL_DAY.fullmatch(date.value):
                continue
            score, stop = _score(text[start:end], date)
            if score >= _LEAST_SCORE and (best is None or score > best[0]):
                best = (score, start)
                first = _digits(text, start + date.start)
                chosen = DateFound(first, start + stop, date.value, DAY, "header-date")
    return chosen


def _digits(text: str, start: int) -> int:
    """Skip the words before the figures: the span of a page's date begins with its first digit."""
    while not (text[start].isdigit() or text[start].isascii()):
        start += 1
    found = re.compile(r"[\dA-Z]").search(text, start)
    return found.start() if found else start


def _outer_lines(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the first and last lines that name a year; of a long line the beginning is enough."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append((start, start + min(len(line), _LONGEST_LINE)))
        start += len(line) + 1
    if len(lines) > _HEAD_LINES + _FOOT_LINES:
        lines = lines[:_HEAD_LINES] + lines[-_FOOT_LINES:]
    return [(first, last) for first, last in lines if _A_YEAR.search(text, first, last)]


def _score(line: str, date: DateFound) -> tuple[int, int]:
    """Weigh how much a line looks like a page's date line; return the weight and the end of date and time."""
    before, after = line[: date.start], line[date.end :]
    clock = _TIME_AFTER.match(after)
    near = before[-_FURNITURE:]
    rest = len(re.sub(r"[\W\d_]", "", before + (after[clock.end() :] if clock else after)))
    score = 6 * bool(_PUBLISHED.search(near)) or 4 * bool(_UPDATED.search(near))
    score += 4 * bool(clock or _TIME_BEFORE.search(before))
    score += 3 * bool(_WEEKDAY.search(before))
    dateline = bool(_DATELINE.match(before))
    score += 3 * (rest <= _FURNITURE) + 5 * dateline
    if len(line) > _LONG_LINE and score < 6:
        score -= 5
    if not dateline and _EVENT.search(line) and not _PUBLISHED.search(near):
        score -= 4
    return score, date.end + (len(clock[0].rstrip()) if clock else 0)
