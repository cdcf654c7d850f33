# ruff: noqa: E501 -- tables of letters
"""A word in Hangul comes in; the known words it is made of, and the Latin letters of the rest, go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nhipcau.language.organisation_names.lexicon import Meaning, phrases, table
from nhipcau.language.organisation_names.sounds import hangul_sound, sound
from nhipcau.language.romanise import romanise

_LONGEST_PART: Final = 9
_LONGEST_WORD: Final = 60
_HANGUL: Final = "가"
# Letters as Hangul spells them. Those of one common syllable count only beside one of the others.
_LETTERS: Final[Mapping[str, str]] = {
    "에이치": "h", "에이": "a", "에프": "f", "제이": "j", "케이": "k", "아이": "i", "에스": "s", "더블유": "w", "더블류": "w", "브이": "v",
    "엑스": "x", "와이": "y", "제트": "z", "엘": "l", "엠": "m", "엔": "n", "큐": "q", "알": "r", "아르": "r", "씨": "c", "디": "d",
}  # fmt: skip
_WEAK_LETTERS: Final[Mapping[str, str]] = {
    "비": "b",
    "이": "e",
    "지": "g",
    "오": "o",
    "피": "p",
    "티": "t",
    "유": "u",
    "시": "c",
}
# A trade behind a firm's name; in front it is a name itself.
_ENDS_ONLY: Final = frozenset({"조선"})
# What the names of ministries, offices and agencies end in, where all else is known.
_ENDINGS: Final[Mapping[str, tuple[Meaning, ...]]] = {
    "부": (Meaning("head", "ministry"),), "국": (Meaning("head", "department"), Meaning("head", "agency")),
    "청": (Meaning("head", "agency"),),
}  # fmt: skip
_UNKNOWN_COST: Final = 1.0
_KNOWN_COST: Final = 0.9
_LONE_LETTER_COST: Final = 1.5
_MOST_LETTERS: Final = 5
_LETTER: Final = re.compile("|".join(sorted((*_LETTERS, *_WEAK_LETTERS), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a word: what it means, or how it is spelled in Latin letters."""

    hangul: str
    meanings: tuple[Meaning, ...] = ()
    latin: str = ""
    sound: str = ""


@functools.lru_cache(maxsize=100_000)
def parts_of(word: str) -> tuple[Part, ...]:
    """Return the parts of a word, in order: known words as long as can be, the rest in Latin letters."""
    word = word[:_LONGEST_WORD]
    size = len(word)
    cost = [0.0] + [float("inf")] * size
    came: list[tuple[int, str]] = [(0, "")] * (size + 1)
    reach = _reach()
    for start in range(size):
        if cost[start] + _UNKNOWN_COST < cost[start + 1]:
            cost[start + 1], came[start + 1] = cost[start] + _UNKNOWN_COST, (start, "unknown")
        longest = reach.get(word[start])
        if not longest:
            continue
        for end, kind, price in _steps(word, start, longest):
            if cost[start] + price < cost[end]:
                cost[end], came[end] = cost[start] + price, (start, kind)
    steps: list[tuple[int, int, str]] = []
    end = size
    while end:
        start, kind = came[end]
        steps.append((start, end, kind))
        end = start
    return _ended(tuple(_joined(word, steps[::-1])))


def _ended(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    *rest, last = parts
    ending = _ENDINGS.get(last.hangul)
    if ending is None or not rest or not all(part.meanings for part in rest):
        return parts
    return (*rest, Part(last.hangul, meanings=ending))


@functools.cache
def _reach() -> Mapping[str, int]:
    """Return, for each syllable that something known begins with, how long the longest of it is."""
    reach: dict[str, int] = {}
    for piece in (*_known(), *loans(), *_LETTERS, *_WEAK_LETTERS):
        reach[piece[0]] = min(max(reach.get(piece[0], 0), len(piece)), _LONGEST_PART)
    return MappingProxyType(reach)


def _steps(word: str, start: int, longest: int) -> Iterator[tuple[int, str, float]]:
    """Return the known words that begin at ``start``: where one ends, its kind and its price."""
    for end in range(start + 1, min(len(word), start + longest) + 1):
        piece = word[start:end]
        known = _known().get(piece)
        if known is not None and _may_stand(known, word, start, end):
            yield end, "known", _KNOWN_COST
        if piece in loans() and end - start > 1:
            yield end, "loan", _KNOWN_COST + 0.05
    yield from _runs(word, start)


def _runs(word: str, start: int) -> Iterator[tuple[int, str, float]]:
    """Return the runs of spelled letters that begin at ``start``: two or more, or one of two syllables (제이, 케이)."""
    end, letters, sure = start, 0, False
    while letters < _MOST_LETTERS:
        found = _LETTER.match(word, end)
        if found is None:
            return
        end, letters, sure = found.end(), letters + 1, sure or found[0] in _LETTERS
        if sure and letters > 1:
            yield end, "letters", _KNOWN_COST
        elif sure and end - start > 1:
            yield end, "letters", _LONE_LETTER_COST


def _may_stand(meanings: tuple[Meaning, ...], word: str, start: int, end: int) -> bool:
    """A place of two syllables stands at the beginning or behind such a one; one syllable counts only at an end."""
    if end - start == 1:
        return end == len(word) and start > 0 and meanings[0].role in ("seat", "filler")
    if all(meaning.role == "place" for meaning in meanings):
        return start in (0, 2) or end - start > 2 or word[start:end] == "비나"
    return start > 0 or word[start:end] not in _ENDS_ONLY


@functools.cache
def _known() -> Mapping[str, tuple[Meaning, ...]]:
    return MappingProxyType(
        {
            key: tuple(dict.fromkeys(entry.meaning for entry in entries))
            for key, entries in phrases().items()
            if key >= _HANGUL
        },
    )


@functools.cache
def loans() -> Mapping[str, tuple[str, ...]]:
    """Return the loan words, as Hangul writes them, with their spellings in Latin letters, the usual one first."""
    return MappingProxyType({row["hangul"]: tuple(row["latin"].split(";")) for row in table("loans.tsv")})


def _joined(word: str, steps: list[tuple[int, int, str]]) -> Iterator[Part]:
    """Give each step its meaning or its Latin letters; neighbouring unknown syllables are one part."""
    unknown = ""
    for start, end, kind in steps:
        piece = word[start:end]
        if kind == "unknown":
            unknown += piece
            continue
        if unknown:
            yield Part(unknown, latin=romanise(unknown), sound=hangul_sound(unknown))
            unknown = ""
        if kind == "known":
            yield Part(piece, meanings=_known()[piece])
        else:
            latin = loans()[piece][0] if kind == "loan" else _lettered(piece)
            yield Part(piece, latin=latin, sound=sound(latin))
    if unknown:
        yield Part(unknown, latin=romanise(unknown), sound=hangul_sound(unknown))


def _lettered(piece: str) -> str:
    return "".join(_LETTERS.get(found[0]) or _WEAK_LETTERS[found[0]] for found in _LETTER.finditer(piece))
