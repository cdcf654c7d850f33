# ruff: noqa: E501 -- a pattern a line
"""Plain text with its cues comes in; the materials, certificates, languages, rights it lists go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties.concepts_asked import Concepts
from nhipcau.language.properties.reader.cues import NAME, Cue
from nhipcau.language.properties.reader.denial import is_denied
from nhipcau.language.properties.reader.list_words import STRICT
from nhipcau.language.properties.reader.listed_names import PARTING, elements, is_member, trimmed
from nhipcau.language.properties.reader.names_read import named
from nhipcau.language.properties.reader.plain_text import PlainText
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.said import Said

_OPENING: Final = re.compile(
    r"(?:은|는|이|가|로는|로|:|：|-|=|(?:are|is|gom|la|cac loai|nhu|includes?|including|of|for|ve|bang)(?![a-z])| )*"
)
_END: Final = re.compile(r"\.(?=\s|$)|[;!?\n]|\s-\s|\s/\s(?=[^\n]*(?:\s/\s|\s-\s))")
_BEFORE_LIST: Final = re.compile(r"\.(?=\s)|[;!?\n:]|\s-\s|(?:^|\n)- |\s/\s|\((?![^()]*\))")
_OPEN: Final = frozenset({"material", "certificate", "language", "ip_status", "surface", "equipment", "process"})
# 취득반 is a class for it, 취득 지원 help with it.
_NOT_HELD: Final = re.compile(
    r" ?(?:반|과정|지원|대비|컨설팅|교육|준비|자문|대행|시험|expert|consult|support|training)|[가-힣](?<![한했하함완업으을를및된])"
)
_CALLED_SO: Final = re.compile("certificat|인증")
_GAINED: Final = frozenset(
    {
        "미인증",
        "미보유",
        "미취득",
        "인증 준비",
        "인증 준비 중",
        "취득",
        "획득",
        "인증 보유",
        "인증보유",
        "인증 취득",
        "인증 획득",
        "duoc chung nhan",
    }
)
_LONGEST: Final = 110
_CUES_BESIDE: Final = 5


def read_lists(text: PlainText, cues: Sequence[Cue], raw: str, kind: ItemKind, vocabulary: Concepts) -> Iterator[Said]:
    """Yield the members of lists, one by one, that stand behind the words for a list, or before them."""
    done = 0
    for at, cue in enumerate(cues):
        for code in cue.lists:
            if code not in _OPEN or kind not in PROPERTIES[code].kinds:
                continue
            for said in _listed(text, cues, at, raw, code, vocabulary):
                done = max(done, said.end)
                yield said
        for code in cue.lists_ended:
            if code not in _OPEN or kind not in PROPERTIES[code].kinds:
                continue
            beside = max((one.end for one in cues[max(0, at - _CUES_BESIDE) : at] if one.lists_ended), default=0)
            yield from _listed_before(text, cue, raw, code, vocabulary, max(done, beside))


def _listed(text: PlainText, cues: Sequence[Cue], at: int, raw: str, code: str, vocabulary: Concepts) -> Iterator[Said]:
    plain, cue = text.plain, cues[at]
    following_cues = cues[at + 1 : at + 1 + _LONGEST // 2]
    following = next((one.start for one in following_cues if one.before), len(raw))
    opening = _OPENING.match(plain, cue.end)
    start = opening.end() if opening else cue.end
    stop = _END.search(plain, start, start + _LONGEST)
    end = stop.start() if stop else min(len(plain), start + _LONGEST)
    denied = is_denied(plain, cue.start, cue.end) or is_denied(plain, cue.end, cue.end)
    announced = not denied and text.lower[cue.start : cue.end] not in STRICT and _opens_a_thought(plain, cue.start)
    for first, beyond in elements(plain, start, end):
        word, last = trimmed(raw, plain, first, beyond)
        beside = first == start or (first < following and plain[first - 2 : first] != ", ")
        loose = (announced and beside) or (code == "certificate" and _CALLED_SO.search(plain, last, beyond) is not None)
        if not is_member(code, word, vocabulary, loose=loose):
            return
        missing = denied or is_denied(plain, first, last)
        names = [
            name for name in following_cues if NAME + code in name.before and first <= name.start < name.end <= last
        ]
        if names:
            yield from (named(code, name, raw, denied=missing) for name in names)
        else:
            yield Said(property=code, value=word, start=first, end=last, denied=missing)


def _opens_a_thought(plain: str, start: int) -> bool:
    """Tell whether a cue begins what is said: "Material: …", not "… of recycled material …"."""
    before = plain[max(0, start - 8) : start].rstrip(" -")
    return start < 3 or not before or before[-1] in ".,;:/(!?\n\u2022|"


def _listed_before(text: PlainText, cue: Cue, raw: str, code: str, vocabulary: Concepts, done: int) -> Iterator[Said]:
    """Yield what stands right before a word such as 취득, 사용 or certified, back to the first unknown name."""
    plain = text.plain
    if _NOT_HELD.match(plain, cue.end) or plain[cue.start - 1 : cue.start] in {"미", "비", "못", "안"}:
        return
    start = max(done, cue.start - _LONGEST)
    beyond = start + len(plain[start : cue.start].rstrip(" :"))
    for stop in _BEFORE_LIST.finditer(plain, start, beyond):
        start = stop.end()
    opening = PARTING.match(plain, start, beyond)
    start = opening.end() if opening else start
    for first, last in reversed(list(elements(plain, start, beyond))):
        word = raw[first:last].strip(" -•*")
        begin = raw.index(word, first)
        end = begin + len(word)
        loose = code == "certificate" and end >= beyond - 1 and plain[cue.start : cue.end] in _GAINED
        if not is_member(code, word, vocabulary, loose=loose):
            return
        missing = is_denied(plain, begin, end) or is_denied(plain, begin, cue.end)
        yield Said(property=code, value=word, start=begin, end=end, denied=missing)
