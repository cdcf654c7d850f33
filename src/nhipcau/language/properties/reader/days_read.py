"""A text comes in; the day from which something is to be had goes out."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.facts.market import ItemKind
from nhipcau.language.dates import find_dates
from nhipcau.language.properties.reader.cues import Cue
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.said import Said

_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_AROUND: Final = 24
_DAY: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")
_FARTHEST: Final = 40
# "khởi động ngày" and "ngày 01/10/2026" share a word.
_OVERLAP: Final = 6


def read_days(raw: str, cues: Sequence[Cue], kind: ItemKind, language: str) -> Iterator[Said]:
    """Yield the days on which something starts; a month begins with its first day."""
    if kind not in PROPERTIES["start_date"].kinds:
        return
    done = 0
    for year in _YEAR.finditer(raw):
        first = max(done, year.start() - _AROUND)
        for start, end, value in _days(raw[first : year.end() + _AROUND], language):
            if first + start < done or not _DAY.match(value):
                continue
            done = first + end
            if kind is ItemKind.SITE or _is_start(cues, first + start, done):
                day = value if len(value) > 7 else value + "-01"
                yield Said(property="start_date", value=day, start=first + start, end=done)


def _is_start(cues: Sequence[Cue], start: int, end: int) -> bool:
    first = bisect.bisect_left(cues, start - 2 * _FARTHEST, key=_begin)
    near = cues[first : bisect.bisect_right(cues, end + _OVERLAP, key=_begin)]
    before = any("start_date" in cue.before and -_OVERLAP <= start - cue.end <= _FARTHEST for cue in near)
    return before or any("start_date" in cue.behind and 0 <= cue.start - end <= _OVERLAP for cue in near)


def _begin(cue: Cue) -> int:
    return cue.start


@functools.lru_cache(maxsize=4096)
def _days(window: str, language: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((date.start, date.end, date.value) for date in find_dates(window, language))
