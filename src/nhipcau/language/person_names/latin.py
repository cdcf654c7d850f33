"""Text comes in; candidates for names of persons in Latin letters, Vietnamese and Korean, go out."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Final

from nhipcau.language import surnames
from nhipcau.language.person_names.found import NameFound, spaced
from nhipcau.language.person_names.latin_words import (
    AFTER_A_POST,
    ALONE,
    ENGLISH_WORDS,
    GIVEN_OR_POST,
    HIGHLAND_EXCEPTIONS,
    KOREAN_GIVEN,
    LONGEST,
    MIDDLE_NAMES,
    NEXT_WORD,
    ORG_BEFORE,
    POST_PAIRS,
    ROLE_AFTER,
    SHORTEST,
    TITLED,
    VIETNAMESE_SYLLABLE,
)
from nhipcau.language.places import place_named
from nhipcau.language.text import fold

ROMANISED_SURNAMES: Final = frozenset(name for names in surnames.KOREAN_ROMANISED.values() for name in names.split())
_LengthAt = Callable[[list[re.Match[str]], int, str, int], int]


def titled_names(text: str) -> Iterator[NameFound]:
    """Yield the capitalised run behind each title."""
    for match in TITLED.finditer(text):
        words = _name_words(match["run"])
        if words and not ROLE_AFTER.match(words[0][0]):
            end = match.start("run") + words[-1].end()
            title = match["title"].strip(" \t(,")
            start = match.start("run")
            before = match.start("title") + (match["title"][0] == "(")
            yield NameFound(start, end, spaced(text[start:end]), title, before)


def _name_words(run: str) -> list[re.Match[str]]:
    """Return the words of a capitalised run up to the first that begins a post or a body."""
    words: list[re.Match[str]] = []
    for word in re.finditer(r"\S+", run):
        if len(words) >= LONGEST or (words and _ends_name(word, words[0][0], is_last=word.end() == len(run))):
            break
        words.append(word)
    return words


def _ends_name(word: re.Match[str], first: str, *, is_last: bool) -> bool:
    """Tell whether a word is no more part of the name: a post (not a given name such as Thành), an acronym."""
    if ROLE_AFTER.match(word[0]):
        return not (is_last and word[0] in GIVEN_OR_POST)
    return word[0].isupper() and len(word[0]) > 1 and not first.isupper()


def untitled_names(text: str) -> Iterator[NameFound]:
    """Yield runs that a surname tells to be names, without any title."""
    for match in ALONE.finditer(text):
        words = list(re.finditer(r"\S+", match["run"]))
        if len(words) < SHORTEST:
            continue
        yield from _inside(text, match.start("run"), words)


def _inside(text: str, offset: int, words: list[re.Match[str]]) -> Iterator[NameFound]:
    """Find names within one capitalised run (Giám đốc VITASK An Kyoung Jin); a surname in front counts first."""
    found = list(_with_surname(text, offset, words, _length))
    yield from found or _with_surname(text, offset, words, _length_before_surname)


def _with_surname(text: str, offset: int, words: list[re.Match[str]], length_at: _LengthAt) -> Iterator[NameFound]:
    position = 0
    while position < len(words) - 1:
        length = length_at(words, position, text, offset)
        start = offset + words[position].start()
        if length < SHORTEST or not _may_stand(text, start, words, position, length):
            position += 1
            continue
        end = offset + words[position + length - 1].end()
        yield NameFound(start, end, spaced(text[start:end]))
        position += length


def _may_stand(text: str, start: int, words: list[re.Match[str]], position: int, length: int) -> bool:
    """Tell whether a run may be a name without any title: no street, school or place, no headline in capitals."""
    if ORG_BEFORE.search(text, max(0, start - 40), start):
        return False
    name = " ".join(word[0] for word in words[position : position + length])
    if name.isupper() and len(words) > LONGEST:
        return False
    return place_named(name) is None and place_named(" ".join(name.split()[:2])) is None


def _length(words: list[re.Match[str]], position: int, text: str, offset: int) -> int:
    """Return how many words from ``position`` on make a name, 0 where none begins there."""
    first = words[position][0]
    following = [word[0] for word in words[position + 1 : position + LONGEST]]
    length = 1 + _lasting(following, lambda word: _is_vietnamese_given(word, first))
    last = offset + words[position + length - 1].end()
    if length > SHORTEST and _begins_post(words[position + length - 1][0], text, last):
        length -= 1
    second = following[0] if following else ""
    rare = first in surnames.VIETNAMESE and second in MIDDLE_NAMES and length > SHORTEST
    if (
        first == "Y"
        and second not in HIGHLAND_EXCEPTIONS
        and following
        and AFTER_A_POST.search(text, max(0, offset + words[position].start() - 12), offset + words[position].start())
    ):
        return min(max(length, SHORTEST), len(following) + 1)
    if length >= SHORTEST and (rare or _is_vietnamese_surname(first)):
        return length
    return _korean_length(first, following)


def _begins_post(word: str, text: str, end: int) -> bool:
    after = NEXT_WORD.match(text, end)
    return after is not None and f"{word} {after[1]}".lower() in POST_PAIRS


def _lasting(words: list[str], fits: Callable[[str], bool]) -> int:
    return len(list(itertools.takewhile(fits, words)))


def _is_vietnamese_surname(word: str) -> bool:
    return _titlecase(word) in surnames.VIETNAMESE_COMMON or _titlecase(word) in _plain_vietnamese_surnames()


@functools.cache
def _plain_vietnamese_surnames() -> frozenset[str]:
    return frozenset(fold(name).title() for name in surnames.VIETNAMESE_COMMON) - {"Ma", "La", "Tu", "To", "Than"}


def _is_vietnamese_given(word: str, surname: str) -> bool:
    if "-" in word or (word.isupper() and len(word) > 1 and not surname.isupper()):
        return False
    if ROLE_AFTER.match(word) and word not in GIVEN_OR_POST:
        return False
    return VIETNAMESE_SYLLABLE.fullmatch(fold(word)) is not None and word.lower() not in ENGLISH_WORDS


def _korean_length(first: str, following: list[str]) -> int:
    """Kim Dong-hyun, An Kyoung Jin, Lee Hyeonse: a surname and one or two words."""
    fits = _fitting(first, following)
    if not fits or _titlecase(first) not in ROMANISED_SURNAMES:
        return 0
    return 1 + (1 if "-" in following[0] else min(fits, 2))


def _length_before_surname(words: list[re.Match[str]], position: int, _text: str, _offset: int) -> int:
    """Deuk-woon Lee, Yeon Gil Jung: one or two words and a surname."""
    first = words[position][0]
    following = [word[0] for word in words[position + 1 : position + 3]]
    fits = _fitting(first, following) if _is_korean_given(first) else 0
    for length in (2, 1):
        if fits >= length and _titlecase(following[length - 1]) in ROMANISED_SURNAMES:
            return 1 + length
    return 0


def _fitting(first: str, following: list[str]) -> int:
    return _lasting(following[:2], lambda word: _is_korean_given(word) and word.isupper() == first.isupper())


def _is_korean_given(word: str) -> bool:
    return (
        word.isascii()
        and len(word) > 1
        and KOREAN_GIVEN.fullmatch(word) is not None
        and word.lower() not in ENGLISH_WORDS
        and ROLE_AFTER.match(word) is None
    )


def _titlecase(word: str) -> str:
    return word[:1] + word[1:].lower()
