"""Plain text with its cues comes in; the materials, certificates, languages, rights it lists go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties.closed_lists import LANGUAGES, RIGHTS
from nhipcau.language.properties.concepts_asked import Concepts, Tagged
from nhipcau.language.properties.levels import degree_words
from nhipcau.language.properties.members import members
from nhipcau.language.properties.reader.cues import LIST, Cue
from nhipcau.language.properties.reader.denial import is_denied
from nhipcau.language.properties.reader.list_words import SPOKEN_BEHIND
from nhipcau.language.properties.reader.plain_text import PlainText, plain_text
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.said import Said

_OPENING: Final = re.compile(r"(?:은|는|이|가|을|를|로는|로|:|：|-|=|are|is|gom|la|cac loai|nhu|include|includes|including|of|for|ve|bang| )*")
_ELEMENT: Final = re.compile(r"[^,;&+/·、\n|()]+(?:\([^)\n]{1,24}\)[^,;&+/·、\n|()]*)?")
_PARTING: Final = re.compile(r"\s*[,&+/·、|]\s*")
_AND: Final = re.compile(r"\s+(?:va|and|or|hoac|cung|또는|혹은|및|plus)\s+|(?<=[a-z0-9])(?:와|과)\s|\s*및\s*|(?<=어)[와과]\s")
_END: Final = re.compile(r"\.(?=\s|$)|[;!?\n]|\s-\s|\s/\s(?=[^\n]*(?:\s/\s|\s-\s))|\)")
_CODE: Final = re.compile(r"(?=[^\s]*\d)[a-z][a-z0-9.-]{2,15}$|[a-z]{1,3}-?[a-z]{1,3}$")
_LONGEST: Final = 110
_FIRST_LONGEST: Final = 32
_AFTER_NAME: Final = re.compile(r"\s*(?:인증서?|보유|있음|취득|획득|을|를|이|가|등|사용|취급|대응|가능|있습니다|입니다|합니다|certified|certificate|available|in stock)+.*$")


def read_lists(
    text: PlainText, cues: Sequence[Cue], raw: str, kind: ItemKind, vocabulary: Concepts
) -> Iterator[Said]:
    """Yield the members of lists, one by one, that stand behind the words for a list."""
    for at, cue in enumerate(cues):
        following = cues[at + 1].start if at + 1 < len(cues) else len(raw)
        for said in cue.before:
            code = said.removeprefix(LIST)
            if said == code or code not in PROPERTIES or kind not in PROPERTIES[code].kinds:
                continue
            yield from _listed(text, cue, raw, code, vocabulary, following)


def _listed(
    text: PlainText, cue: Cue, raw: str, code: str, vocabulary: Concepts, following: int
) -> Iterator[Said]:
    plain = text.plain
    opening = _OPENING.match(plain, cue.end)
    start = opening.end() if opening else cue.end
    stop = _END.search(plain, start, start + _LONGEST)
    end = stop.start() if stop else min(len(plain), start + _LONGEST)
    denied = is_denied(plain, cue.start, cue.end) if code == "certificate" else False
    for first, last in _elements(plain, start, end):
        word, last = _trimmed(raw, plain, first, last)
        if not _is_member(code, word, plain[first:last], vocabulary, is_first=first == start, before=last <= following or first < following):
            return
        missing = denied or is_denied(plain, first, last)
        yield Said(property=code, value=word, start=first, end=last, denied=missing)


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


def _is_member(code: str, word: str, plain: str, vocabulary: Concepts, *, is_first: bool, before: bool) -> bool:
    """Tell whether an element belongs to the list: a known name, or right behind the cue one that looks like a name."""
    if not word or len(word) > _FIRST_LONGEST + 16:
        return False
    known = members(code, word, vocabulary)
    if not any(one.startswith("word:") for one in known):
        return True
    if code in {"language", "ip_status"}:
        return False
    if _CODE.match(plain):
        return True
    return is_first and before and code == "certificate" and plain.startswith(("giay chung nhan", "certificate of", "수료증"))


def read_standing_alone(
    text: PlainText, raw: str, kind: ItemKind, tags: Sequence[Tagged], vocabulary: Concepts
) -> Iterator[Said]:
    """Yield certificates that a maker's text names anywhere: they are what it holds, or says that it lacks."""
    if kind is not ItemKind.PRODUCT:
        return
    for tag in tags:
        if vocabulary.concept(tag.concept).facet == "certificate":
            missing = tag.denied or is_denied(text.plain, tag.start, tag.end)
            yield Said(property="certificate", value=raw[tag.start : tag.end], start=tag.start, end=tag.end, denied=missing)


def read_spoken(text: PlainText, raw: str) -> Iterator[Said]:
    """Yield the languages that somebody is said to speak or to teach in: 베트남어·한국어 대화 가능, English spoken."""
    named, spoken = _spoken()
    names: list[re.Match[str]] = []
    for match in named.finditer(text.plain):
        if names and match.start() - names[-1].end() > 5:
            names = []
        names.append(match)
        if spoken.match(text.plain, match.end()):
            for name in names:
                yield Said(property="language", value=raw[name.start() : name.end()], start=name.start(), end=name.end())
            names = []


@functools.cache
def _spoken() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted(
        {plain_text(word).plain for listed in LANGUAGES.values() for word in listed.split("|") if len(word) > 2},
        key=len,
        reverse=True,
    )
    latin = "|".join(re.escape(word) for word in words if word[0].isascii())
    hangul = "|".join(re.escape(word) for word in words if not word[0].isascii())
    return re.compile(rf"(?<![a-z])(?:(?:{latin})(?![a-z])|{hangul})"), re.compile(SPOKEN_BEHIND)


def read_rights(text: PlainText, raw: str) -> Iterator[Said]:
    """Yield the rights to a technology that a text names anywhere."""
    taken = 0
    for match in _rights().finditer(text.plain):
        if match.start() >= taken:
            taken = match.end()
            yield Said(
                property="ip_status",
                value=raw[match.start() : match.end()],
                start=match.start(),
                end=match.end(),
                denied=is_denied(text.plain, match.start(), match.end()),
            )


@functools.cache
def _rights() -> re.Pattern[str]:
    words = {plain_text(word).plain for listed in RIGHTS.values() for word in listed.split("|") if len(word) > 3}
    listed = sorted(words - {"patent", "exclusive", "doc quyen"}, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in listed if word[0].isascii())
    hangul = "|".join(re.escape(word) for word in listed if not word[0].isascii())
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|(?:{hangul})")


def read_degrees(text: PlainText, cues: Sequence[Cue], raw: str) -> Iterator[Said]:
    """Yield the degree that stands behind its word (trình độ cao đẳng, 학력 전문대졸) or before "or above"."""
    for match in _degrees().finditer(text.plain):
        behind = any(">=" in cue.behind and 0 <= cue.start - match.end() <= 3 for cue in cues)
        before = any(LIST + "degree" in cue.before and 0 <= match.start() - cue.end <= 3 for cue in cues)
        if before or behind:
            yield Said(property="degree", value=raw[match.start() : match.end()], start=match.start(), end=match.end())


@functools.cache
def _degrees() -> re.Pattern[str]:
    words = sorted(degree_words(), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words))
