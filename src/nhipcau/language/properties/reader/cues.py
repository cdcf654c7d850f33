# ruff: noqa: E501 -- lists of words
"""Plain text comes in; the words that tell what its numbers are about go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from nhipcau.language.properties.closed_lists import ATTENDANCE, LANGUAGES, RIGHTS
from nhipcau.language.properties.levels import degree_words
from nhipcau.language.properties.reader.amounts import NUMBER_WORDS
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
    [
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
        "특허",
        "독점",
        "비독점",
    ],
)
_LETTER: Final = re.compile("[a-z0-9]")


class Cue(NamedTuple):
    """Words at ``start:end`` and what they may announce: ``before`` a number, ``behind`` one, or a list.

    ``before`` and ``behind`` hold codes of properties, ``>=`` and ``<=``, "list:" with the property that a list follows
    of, and "name:" with the property that the words are a member of (English, know-how, cao đẳng). ``lists`` and
    ``lists_ended`` are the properties of lists that begin behind the words, and that end before them.
    """

    start: int
    end: int
    before: frozenset[str]
    behind: frozenset[str]
    lists: tuple[str, ...]
    lists_ended: tuple[str, ...]


NumberWord = tuple[int, int, Decimal]
"""Where a number in words begins and ends, and its value."""


@dataclass(frozen=True, slots=True)
class _Entry:
    forms: tuple[str, ...]
    latin_start: bool
    latin_end: bool
    native: bool
    before: frozenset[str]
    behind: frozenset[str]
    lists: tuple[str, ...]
    lists_ended: tuple[str, ...]
    number: Decimal | None


def find_cues(text: PlainText, language: str) -> tuple[list[Cue], list[NumberWord]]:
    """Return the cues of a text in order, of those that overlap the longest, and the numbers in words."""
    automaton, entries = _automaton()
    found: list[Cue] = []
    numbers: list[NumberWord] = []
    done = 0
    hits = [
        (start, -end, index) for index, start, end in automaton.find_matches_as_indexes(text.plain, overlapping=True)
    ]
    hits.sort()
    for start, negative, index in hits:
        end, entry = -negative, entries[index]
        if entry.number is not None:
            if _is_number(text, start, end, entry, language):
                numbers.append((start, end, entry.number))
        elif start >= done and _stands(text, start, end, entry, language):
            done = end
            found.append(Cue(start, end, entry.before, entry.behind, entry.lists, entry.lists_ended))
    return found, numbers


def _is_number(text: PlainText, start: int, end: int, entry: _Entry, language: str) -> bool:
    before, behind = text.plain[start - 1 : start], text.plain[end : end + 1]
    if before.isalnum() or (behind.isalnum() and entry.latin_end) or behind in {"", "."}:
        return False
    return text.is_written(start, end, entry.forms, bare=language == "vi")


def _stands(text: PlainText, start: int, end: int, entry: _Entry, language: str) -> bool:
    plain = text.plain
    if entry.latin_start and start and _LETTER.match(plain, start - 1):
        return False
    if entry.latin_end and _LETTER.match(plain, end) and not plain[end].isdigit():
        return False
    bare = entry.native or (language == "vi" and plain[start:end] not in _NEEDS_ACCENTS)
    return text.is_written(start, end, entry.forms, bare=bare)


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[_Entry, ...]]:
    gathered: dict[str, tuple[list[str], set[str], set[str]]] = {}
    for code, words in (*BEFORE.items(), (">=", AT_LEAST_BEFORE), ("<=", AT_MOST_BEFORE), *_lists()):
        _gather(gathered, code, words.split("|"), 1)
    behind_lists = ((LIST + code, words) for code, words in LISTED_BEHIND.items())
    for code, words in (*BEHIND.items(), (">=", AT_LEAST_BEHIND), ("<=", AT_MOST_BEHIND), *behind_lists):
        _gather(gathered, code, words.split("|"), 2)
    numbers: dict[str, tuple[tuple[str, ...], Decimal]] = {}
    for word, value in NUMBER_WORDS.items():
        plain = plain_text(word).plain
        numbers[plain] = ((*numbers[plain][0], word) if plain in numbers else (word,), Decimal(value))
    entries = [_entry(plain, tuple(forms), before, behind) for plain, (forms, before, behind) in gathered.items()]
    entries += [_entry(plain, forms, set(), set(), value) for plain, (forms, value) in numbers.items()]
    every = (*gathered, *numbers)
    return AhoCorasick(every, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA), tuple(entries)


def _entry(
    plain: str, forms: tuple[str, ...], before: set[str], behind: set[str], number: Decimal | None = None
) -> _Entry:
    return _Entry(
        forms=forms,
        latin_start=bool(_LETTER.match(plain)),
        latin_end=bool(_LETTER.match(plain[-1])),
        native=plain in forms,
        before=frozenset(before),
        behind=frozenset(behind),
        lists=tuple(sorted(code.removeprefix(LIST) for code in before if code.startswith(LIST))),
        lists_ended=tuple(sorted(code.removeprefix(LIST) for code in behind if code.startswith(LIST))),
        number=number,
    )


def _lists() -> Iterable[tuple[str, str]]:
    yield from ((LIST + code, words) for code, words in LISTED.items())
    yield from ((NAME + "language", _long(words, 2)) for words in LANGUAGES.values())
    yield from ((NAME + "ip_status", _long(words, 4)) for words in RIGHTS.values())
    yield from ((NAME + "certificate", words) for words in ATTENDANCE.values())
    yield from ((NAME + "degree", word) for word in degree_words())


def _long(words: str, least: int) -> str:
    """Leave out the short names, which are other words as well: hàn is to weld, hoa a flower."""
    return "|".join(
        word for word in words.split("|") if len(word) >= least and word not in _OTHER_WORDS and word != "độc quyền"
    )


def _gather(gathered: dict[str, tuple[list[str], set[str], set[str]]], code: str, words: list[str], side: int) -> None:
    for word in filter(None, words):
        entry = gathered.setdefault(plain_text(word).plain, ([], set(), set()))
        if word not in entry[0]:
            entry[0].append(word)
        entry[1 if side == 1 else 2].add(code)  # type: ignore[union-attr]
