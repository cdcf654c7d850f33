# ruff: noqa: E501 -- a pattern a line
"""A stretch of text comes in; the names that it lists, and whether one belongs to the list, go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nhipcau.language.properties.concepts_asked import Concepts
from nhipcau.language.properties.members import is_unknown

_ELEMENT: Final = re.compile(r"[^,;&+/·、\n|()]+(?:\([^)\s]{1,16}\)[^,;&+/·、\n|()]*)?")
PARTING: Final = re.compile(r"\s*[,&+/·、|]\s*")
_AND: Final = re.compile(r"\s+(?:va|and|or|hoac|cung|또는|혹은|및|plus)\s+|(?<=[a-z0-9])(?:와|과)\s|(?<=어)[와과]\s")
# What looks like a grade or a mark although nothing knows it: ALDC8, AlSi10MnMg, SAE 9254, KEMA.
_CODE: Final = re.compile(
    r"(?=.*\d)(?=.*[A-Z])[A-Z0-9][A-Za-z0-9.-]{0,15}(?: [A-Z0-9.-]{1,8})?$|[A-Z]{2,6}(?:-[A-Z]{1,3})?(?: [A-Z]{2,5})?$"
)
_LEVEL: Final = re.compile(r"(?:TRL|TOPIK|HV|HRC|PLC|CNC|OEE|KPI|MOQ|VND|USD|KRW)\b|ISO ?[1-9]$")
_NO_NAME: Final = re.compile(
    r"\d|니다|theo|yêu cầu|khách|certificat|test|report|성적서|시험|보증|supplied|available|handling|customer|your|every|any|all|mọi|tất cả"
    r"|đa dạng|other|khác|등록|제공|다양|모든|kiểm|nhập|giao|추천|가능|관리|선택|drawing|bản vẽ|도면|request|요청|cost|list|data",
)
_AFTER_NAME: Final = re.compile(
    r"(?:\s*(?:인증서?|보유|있음|취득|획득|을|를|이|가|등|사용|취급|대응|가능|있습니다|입니다|합니다)"
    r"|\s+(?:certified|certification|certificate|available|in stock|yet)(?![a-z]))+.*$",
)
_UNKNOWN_TOO: Final = frozenset({"material", "certificate", "surface"})
_LONGEST_NAME: Final = 48
_FEW_WORDS: Final = 5


def elements(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each name between ``start`` and ``end`` stands; commas, slashes and "and" part them."""
    while start < end:
        match = _ELEMENT.match(plain, start, end)
        if match is None:
            return
        joined = _AND.search(plain, start, match.end())
        last = joined.start() if joined else match.end()
        yield start, last
        parting = PARTING.match(plain, match.end(), end)
        start = joined.end() if joined else parting.end() if parting else end


def trimmed(raw: str, plain: str, first: int, last: int) -> tuple[str, int]:
    """Return a name without the verb or noun that follows it (취득, certified), and where it ends."""
    after = _AFTER_NAME.search(plain, first + 1, last)
    cut = after.start() if after else last
    word = raw[first:cut].rstrip()
    return word, first + len(word)


def is_member(code: str, word: str, vocabulary: Concepts, *, loose: bool) -> bool:
    """Tell whether an element belongs to the list: a known name, a grade or mark, or ``loose`` any short name."""
    if not word or len(word) > _LONGEST_NAME:
        return False
    if not is_unknown(code, word, vocabulary):
        return True
    if code not in _UNKNOWN_TOO:
        return False
    if _CODE.match(word) and not _LEVEL.match(word):
        return True
    words = word.split()
    return loose and len(words) <= _FEW_WORDS and not _NO_NAME.search(word.lower())
