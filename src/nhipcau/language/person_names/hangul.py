"""Text comes in; candidates for names of persons in Hangul, Korean and Vietnamese, go out."""

from __future__ import annotations

from collections.abc import Iterator

from nhipcau.language.person_names.found import NameFound, spaced
from nhipcau.language.person_names.hangul_words import (
    AFTER_POST,
    BARE_KOREAN,
    BEFORE_POST,
    BODY_ENDS,
    DISTRICTS,
    HANGUL_WORD,
    IS_POST,
    LONGEST_GIVEN_WORD,
    LONGEST_SURNAME_ALONE,
    NOT_A_NAME,
    PARTICLE_ENDS,
    POST_BEFORE,
    POST_SOON,
    SOLID_VIETNAMESE,
    VIETNAMESE_START,
)
from nhipcau.language.person_names.latin_words import LONGEST, SHORTEST


def hangul_names(text: str) -> Iterator[NameFound]:
    """Yield names in Hangul that stand near a post, Vietnamese ones first; they may overlap."""
    yield from _vietnamese_in_hangul(text)
    for pattern in (BEFORE_POST, AFTER_POST, BARE_KOREAN):
        position = 0
        while match := pattern.search(text, position):
            name, groups = match["name"], match.groupdict()
            near = len(name) > SHORTEST or not groups.get("between")
            if near and _can_be_hangul_name(name):
                yield NameFound(match.start("name"), match.end("name"), name)
            position = match.end("name")


def _vietnamese_in_hangul(text: str) -> Iterator[NameFound]:
    """Find 응우옌 티 홍 and 호반담: a Vietnamese surname, short words behind it, and a post not far."""
    for match in SOLID_VIETNAMESE.finditer(text):
        if POST_SOON.match(text, match.end()):
            yield NameFound(match.start(), match.end(), match["name"])
    for match in VIETNAMESE_START.finditer(text):
        end = _vietnamese_end(text, match.end())
        short = len(match["name"]) == LONGEST_SURNAME_ALONE
        words = len(text[match.end() : end].split())
        beside = POST_SOON.match(text, end) or POST_BEFORE.search(text, max(0, match.start() - 8), match.start())
        if words >= (2 if short else 1) and beside:
            yield NameFound(match.start(), end, spaced(text[match.start() : end]))


def _vietnamese_end(text: str, end: int) -> int:
    """Return where the short words behind a surname end; a district's or body's word at the end is none of them."""
    ends = [end]
    while len(ends) < LONGEST and (word := HANGUL_WORD.match(text, ends[-1])) and _is_given_word(word["word"]):
        ends.append(word.end())
    while len(ends) > 1 and text[ends[-2] : ends[-1]].strip() in DISTRICTS:
        ends.pop()
    return ends[-1]


def _is_given_word(word: str) -> bool:
    if len(word) > LONGEST_GIVEN_WORD or (len(word) > SHORTEST and word.endswith(BODY_ENDS)):
        return False
    return word not in NOT_A_NAME and not IS_POST.fullmatch(word)


def _can_be_hangul_name(name: str) -> bool:
    return name not in NOT_A_NAME and not name.endswith(PARTICLE_ENDS) and not IS_POST.fullmatch(name)
