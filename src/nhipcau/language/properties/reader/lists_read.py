# ruff: noqa: E501 -- a pattern a line
"""Plain text with its cues comes in; the materials, certificates, languages, rights it lists go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties.concepts_asked import Concepts, Tagged
from nhipcau.language.properties.members import is_unknown
from nhipcau.language.properties.reader.cues import LIST, NAME, Cue
from nhipcau.language.properties.reader.denial import is_denied
from nhipcau.language.properties.reader.list_words import SPOKEN_BEHIND, STRICT
from nhipcau.language.properties.reader.plain_text import PlainText
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.said import Said

_OPENING: Final = re.compile(
    r"(?:은|는|이|가|로는|로|:|：|-|=|(?:are|is|gom|la|cac loai|nhu|includes?|including|of|for|ve|bang)(?![a-z])| )*"
)
_ELEMENT: Final = re.compile(r"[^,;&+/·、\n|()]+(?:\([^)\s]{1,16}\)[^,;&+/·、\n|()]*)?")
_PARTING: Final = re.compile(r"\s*[,&+/·、|]\s*")
_AND: Final = re.compile(r"\s+(?:va|and|or|hoac|cung|또는|혹은|및|plus)\s+|(?<=[a-z0-9])(?:와|과)\s|(?<=어)[와과]\s")
_END: Final = re.compile(r"\.(?=\s|$)|[;!?\n]|\s-\s|\s/\s(?=[^\n]*(?:\s/\s|\s-\s))")
_BEFORE_LIST: Final = re.compile(r"\.(?=\s)|[;!?\n:]|\s-\s|(?:^|\n)- |\s/\s|\((?![^()]*\))")
# What looks like a grade or a mark although nothing knows it: ALDC8, AlSi10MnMg, SAE 9254, KEMA.
_CODE: Final = re.compile(
    r"(?=.*\d)(?=.*[A-Z])[A-Z0-9][A-Za-z0-9.-]{0,15}(?: [A-Z0-9.-]{1,8})?$|[A-Z]{2,6}(?:-[A-Z]{1,3})?(?: [A-Z]{2,5})?$"
)
_LEVEL: Final = re.compile(r"(?:TRL|TOPIK|HV|HRC|PLC|CNC|OEE|KPI|MOQ|VND|USD|KRW)\b|ISO ?[1-9]$")
_MARK: Final = re.compile(r"[A-Z]{3}|[A-Z].*\d|[A-Z]{2}(?![A-Z])(?=.{6})|인증|certif|hứng nhận")
_BESIDE: Final = re.compile(r"\s*(?:[,/&+·]|and|và|및)\s*([A-Z][A-Za-z0-9.-]{1,12}(?: \d{2,5})?)(?![A-Za-z])")
_NO_NAME: Final = re.compile(
    r"\d|니다|theo|yêu cầu|khách|certificat|test|report|성적서|시험|보증|supplied|available|handling|customer|your|every|any|all|mọi|tất cả"
    r"|đa dạng|other|khác|등록|제공|다양|모든|kiểm|nhập|giao|추천|가능|관리|선택|drawing|bản vẽ|도면|request|요청|cost|list|data",
)
_OPEN: Final = frozenset({"material", "certificate", "language", "ip_status", "surface", "equipment", "process"})
_UNKNOWN_TOO: Final = frozenset({"material", "certificate", "surface"})
_LONGEST: Final = 110
_LONGEST_NAME: Final = 48
_FEW_WORDS: Final = 5
# 취득반 is a class for it, 취득 지원 help with it.
_NOT_HELD: Final = re.compile(
    r" ?(?:반|과정|지원|대비|컨설팅|교육|준비|자문|대행|시험|expert|consult|support|training)|[가-힣](?<![한했하함완업으을를및된])"
)
_EVERYDAY: Final = frozenset(
    {
        "know-how",
        "knowhow",
        "know how",
        "노하우",
        "기술 노하우",
        "bi quyet",
        "bi quyet cong nghe",
        "bi quyet ky thuat",
        "chuyen nhuong",
        "양도",
    }
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
_BETWEEN: Final = 5
# Nobody speaks more, and a list that never ends must not grow.
_LANGUAGES: Final = 8
_SPOKEN: Final = re.compile(SPOKEN_BEHIND)
_AFTER_NAME: Final = re.compile(
    r"(?:\s*(?:인증서?|보유|있음|취득|획득|을|를|이|가|등|사용|취급|대응|가능|있습니다|입니다|합니다)"
    r"|\s+(?:certified|certification|certificate|available|in stock|yet)(?![a-z]))+.*$",
)


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
            beside = max((one.end for one in cues[max(0, at - _FEW_WORDS) : at] if one.lists_ended), default=0)
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
    for first, beyond in _elements(plain, start, end):
        word, last = _trimmed(raw, plain, first, beyond)
        beside = first == start or (first < following and plain[first - 2 : first] != ", ")
        loose = (announced and beside) or (code == "certificate" and _CALLED_SO.search(plain, last, beyond) is not None)
        if not _is_member(code, word, vocabulary, loose=loose):
            return
        missing = denied or is_denied(plain, first, last)
        names = [
            name for name in following_cues if NAME + code in name.before and first <= name.start < name.end <= last
        ]
        if names:
            yield from (_named(code, name, raw, denied=missing) for name in names)
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
    opening = _PARTING.match(plain, start, beyond)
    start = opening.end() if opening else start
    for first, last in reversed(list(_elements(plain, start, beyond))):
        word = raw[first:last].strip(" -•*")
        begin = raw.index(word, first)
        end = begin + len(word)
        loose = code == "certificate" and end >= beyond - 1 and plain[cue.start : cue.end] in _GAINED
        if not _is_member(code, word, vocabulary, loose=loose):
            return
        missing = is_denied(plain, begin, end) or is_denied(plain, begin, cue.end)
        yield Said(property=code, value=word, start=begin, end=end, denied=missing)


def _elements(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        match = _ELEMENT.match(plain, start, end)
        if match is None:
            return
        joined = _AND.search(plain, start, match.end())
        last = joined.start() if joined else match.end()
        yield start, last
        parting = _PARTING.match(plain, match.end(), end)
        start = joined.end() if joined else parting.end() if parting else end


def _trimmed(raw: str, plain: str, first: int, last: int) -> tuple[str, int]:
    after = _AFTER_NAME.search(plain, first + 1, last)
    cut = after.start() if after else last
    word = raw[first:cut].rstrip()
    return word, first + len(word)


def _is_member(code: str, word: str, vocabulary: Concepts, *, loose: bool) -> bool:
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


def read_standing_alone(
    text: PlainText, raw: str, kind: ItemKind, tags: Sequence[Tagged], vocabulary: Concepts
) -> Iterator[Said]:
    """Yield certificates that a maker's text names anywhere: they are what it holds, or says that it lacks."""
    if kind is not ItemKind.PRODUCT:
        return
    for tag in tags:
        if vocabulary.concept(tag.concept).facet == "certificate" and _MARK.search(raw, tag.start, tag.end):
            yield _certificate(text, raw, tag.start, tag.end)
            beside = _BESIDE.match(raw, tag.end)
            while beside and _is_member("certificate", beside[1], vocabulary, loose=False):
                yield _certificate(text, raw, *beside.span(1))
                beside = _BESIDE.match(raw, beside.end(1))


def _certificate(text: PlainText, raw: str, start: int, end: int) -> Said:
    missing = is_denied(text.plain, start, end)
    return Said(property="certificate", value=raw[start:end], start=start, end=end, denied=missing)


def read_names(text: PlainText, cues: Sequence[Cue], raw: str, kind: ItemKind) -> Iterator[Said]:
    """Yield the languages, rights and degrees that stand outside lists, where the words around say that they count."""
    spoken: list[Cue] = []
    rights_end = -_FEW_WORDS
    for at, cue in enumerate(cues):
        if NAME + "language" in cue.before:
            spoken = [*spoken[-_LANGUAGES:], cue] if spoken and cue.start - spoken[-1].end <= _BETWEEN else [cue]
            if _SPOKEN.match(text.plain, cue.end):
                yield from (_named("language", name, raw) for name in spoken)
        elif NAME + "ip_status" in cue.before and kind is ItemKind.TECHNOLOGY:
            if _is_common(text.plain, cue) and cue.start - rights_end > _BETWEEN:
                continue
            rights_end = cue.end
            yield _named("ip_status", cue, raw, denied=is_denied(text.plain, cue.start, cue.end))
        elif NAME + "certificate" in cue.before:
            yield _named("certificate", cue, raw, denied=is_denied(text.plain, cue.start, cue.end))
        elif NAME + "degree" in cue.before and _is_asked(cue, cues[max(0, at - 1)], cues[at + 1 : at + 2]):
            yield _named("degree", cue, raw)


def _named(code: str, cue: Cue, raw: str, *, denied: bool = False) -> Said:
    return Said(property=code, value=raw[cue.start : cue.end], start=cue.start, end=cue.end, denied=denied)


def _is_common(plain: str, cue: Cue) -> bool:
    """Tell whether a right is also an everyday word: know-how is one only beside other rights."""
    return plain[cue.start : cue.end] in _EVERYDAY


def _is_asked(cue: Cue, before: Cue, behind: Sequence[Cue]) -> bool:
    """Tell whether a degree is meant: trình độ cao đẳng, 학사 이상, bachelor or above."""
    announced = LIST + "degree" in before.before and 0 <= cue.start - before.end <= _BETWEEN
    return announced or any(
        (">=" in one.behind or LIST + "degree" in one.behind) and one.start - cue.end <= _BETWEEN for one in behind
    )
