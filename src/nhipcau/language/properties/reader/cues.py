# ruff: noqa: E501 -- lists of words
"""Plain text comes in; the words that tell what its numbers are about go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from nhipcau.language.lexicon import Lexicon
from nhipcau.language.properties.closed_lists import LANGUAGES, RIGHTS
from nhipcau.language.properties.levels import degree_words
from nhipcau.language.properties.reader.cue_words import (
    AT_LEAST_BEFORE,
    AT_LEAST_BEHIND,
    AT_MOST_BEFORE,
    AT_MOST_BEHIND,
    BEFORE,
    BEHIND,
)
from nhipcau.language.properties.reader.list_words import LISTED, LISTED_BEHIND
from nhipcau.language.properties.reader.plain_text import PlainText, plain_text

LIST: Final = "list:"
NAME: Final = "name:"
# Said of everything and nothing without their accents: "day" (dày), "can" (cần), "gia" (giá), "ap" (áp).
_NEEDS_ACCENTS: Final = frozenset(
    {"day", "can", "gia", "ap", "giao", "sau", "mat", "den", "toi", "tu", "cao", "dai", "lo", "tran", "phi", "hon", "tren", "cu", "may", "luc", "san", "lech", "tong", "suot"},
)  # fmt: skip
_OTHER_WORDS: Final = frozenset(
    {
        "hàn",
        "anh",
        "nhật",
        "trung",
        "hoa",
        "vi",
        "vn",
        "ko",
        "kr",
        "en",
        "ja",
        "jp",
        "zh",
        "cn",
        "de",
        "fr",
        "ru",
        "일어",
        "베어",
        "중어",
        "한어",
        "한글",
        "patent",
        "exclusive",
        "độc quyền",
        "특허",
        "독점",
        "비독점",
    }
)
_LETTER: Final = re.compile("[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at ``start:end`` and what they may announce: ``before`` a number, ``behind`` one, or a list.

    ``before`` and ``behind`` hold codes of properties, ``>=`` and ``<=``, "list:" with the property that a list follows
    of, and "name:" with the property that the words are a member of (English, know-how, cao đẳng).
    """

    start: int
    end: int
    before: frozenset[str]
    behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Entry:
    forms: tuple[str, ...]
    latin_start: bool
    latin_end: bool
    native: bool
    before: frozenset[str]
    behind: frozenset[str]


def find_cues(text: PlainText, language: str) -> list[Cue]:
    """Return the cues of a text in order; of those that overlap the longest stands."""
    lexicon, entries = _lexicon()
    found: list[Cue] = []
    done = 0
    plain = text.plain
    for start, end, index in sorted(lexicon.every(plain), key=_leftmost_longest):
        entry = entries[index]
        if start < done or not _stands(text, start, end, entry, language):
            continue
        done = end
        found.append(Cue(start, end, entry.before, entry.behind))
    return found


def _leftmost_longest(hit: tuple[int, int, int]) -> tuple[int, int]:
    return hit[0], -hit[1]


def _stands(text: PlainText, start: int, end: int, entry: _Entry, language: str) -> bool:
    plain = text.plain
    if entry.latin_start and start and _LETTER.match(plain, start - 1):
        return False
    if entry.latin_end and _LETTER.match(plain, end) and not plain[end].isdigit():
        return False
    if text.lower[start:end] in entry.forms:
        return True
    bare = entry.native or (language == "vi" and plain[start:end] not in _NEEDS_ACCENTS)
    return text.is_written(start, end, entry.forms, bare=bare)


@functools.cache
def _lexicon() -> tuple[Lexicon, tuple[_Entry, ...]]:
    gathered: dict[str, tuple[list[str], set[str], set[str]]] = {}
    for code, words in (*BEFORE.items(), (">=", AT_LEAST_BEFORE), ("<=", AT_MOST_BEFORE), *_lists()):
        _gather(gathered, code, words.split("|"), 1)
    behind_lists = ((LIST + code, words) for code, words in LISTED_BEHIND.items())
    for code, words in (*BEHIND.items(), (">=", AT_LEAST_BEHIND), ("<=", AT_MOST_BEHIND), *behind_lists):
        _gather(gathered, code, words.split("|"), 2)
    entries = tuple(
        _Entry(
            forms=tuple(forms),
            latin_start=bool(_LETTER.match(plain)),
            latin_end=bool(_LETTER.match(plain[-1])),
            native=plain in forms,
            before=frozenset(before),
            behind=frozenset(behind),
        )
        for plain, (forms, before, behind) in gathered.items()
    )
    return Lexicon(tuple(gathered)), entries


def _lists() -> Iterable[tuple[str, str]]:
    yield from ((LIST + code, words) for code, words in LISTED.items())
    yield from ((NAME + "language", _long(words, 2)) for words in LANGUAGES.values())
    yield from ((NAME + "ip_status", _long(words, 4)) for words in RIGHTS.values())
    yield from ((NAME + "degree", word) for word in degree_words())


def _long(words: str, least: int) -> str:
    """Leave out the short names, which are other words as well: hàn is to weld, hoa a flower."""
    return "|".join(word for word in words.split("|") if len(word) >= least and word not in _OTHER_WORDS)


def _gather(gathered: dict[str, tuple[list[str], set[str], set[str]]], code: str, words: list[str], side: int) -> None:
    for word in filter(None, words):
        entry = gathered.setdefault(plain_text(word).plain, ([], set(), set()))
        if word not in entry[0]:
            entry[0].append(word)
        entry[1 if side == 1 else 2].add(code)  # type: ignore[union-attr]
