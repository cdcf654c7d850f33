"""A name comes in; the ways in which its parts may be spelled in Latin letters, as keys of sound, go out.

A name in Hangul is spelled out in every way its parts are usually written: loan words as in their own language
(하이테크: hi-tech), trade words translated (전자: electronics), letters as letters (엘지: LG), all else romanised.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nhipcau.language.organisation_names.hangul import Part, loans, parts_of
from nhipcau.language.organisation_names.lexicon import spelled, table
from nhipcau.language.organisation_names.parts import words_of
from nhipcau.language.organisation_names.sounds import hangul_skeleton, hangul_sound, skeleton, sound
from nhipcau.language.places import places
from nhipcau.language.text import fold

_HANGUL: Final = "가"
_MOST_SPELLINGS: Final = 7
_NO_WORDS: Final = frozenset(["(", ")", "[", "]", "주", "재", "사", "유"])
# The country's older names are written out as often as they are translated.
_OLD_COUNTRY_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "한국": ("korea", "hankook", "hankuk"), "대한": ("daehan", "korea"), "고려": ("korea", "goryeo", "koryo"),
}  # fmt: skip
_FORMS: Final = frozenset(
    [
        "the",
        "co",
        "ltd",
        "inc",
        "corp",
        "corporation",
        "company",
        "limited",
        "incorporated",
        "plc",
        "llc",
        "jsc",
        "and",
        "of",
        "a",
    ]
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a part: its key of sound, and its consonants."""

    sound: str
    skeleton: str


@dataclass(frozen=True, slots=True)
class Spelt:
    """One part of a name: the ways to write it, the usual one first; whether it is proper, a country, or letters."""

    ways: tuple[Spelling, ...]
    proper: bool = True
    country: bool = False
    letters: bool = False


@functools.lru_cache(maxsize=50_000)
def spellings(name: str) -> tuple[Spelt, ...]:
    """Return the parts of a name with their spellings, without its legal form."""
    found: list[Spelt] = []
    for word in words_of(name):
        if word in _NO_WORDS:
            continue
        if word >= _HANGUL:
            found.extend(_of_part(part) for part in parts_of(word) if not _is_form(part))
        elif fold(word) not in _FORMS:
            folded = fold(word)
            letters = word.isupper() and word.isascii() and len(word) < 6
            found.append(Spelt((latin(folded),), country=folded == "korea", letters=letters))
    return tuple(found)


def _is_form(part: Part) -> bool:
    return bool(part.meanings) and part.meanings[0].role == "form"


def _of_part(part: Part) -> Spelt:
    ways = [latin(way) for way in _written(part)][: _MOST_SPELLINGS - 1]
    plain = Spelling(hangul_sound(part.hangul), hangul_skeleton(part.hangul))
    if part.latin and "ae" in part.latin:
        # Firms of an earlier day write ai: Hyundai, Daito.
        ways.append(Spelling(sound(part.latin.replace("ae", "ai")), plain.skeleton))
    ways.append(plain)
    country = any(meaning.role == "place" and len(meaning.code) == 2 for meaning in part.meanings)
    letters = not part.meanings and part.hangul not in loans() and sound(part.latin) != hangul_sound(part.hangul)
    return Spelt(tuple(dict.fromkeys(ways)), proper=not part.meanings, country=country, letters=letters)


def _written(part: Part) -> Iterator[str]:
    yield from _OLD_COUNTRY_NAMES.get(part.hangul, ())
    yield from loans().get(part.hangul, ())
    for meaning in part.meanings:
        yield from _english().get(meaning.code, ())
    if not part.meanings and part.latin:
        yield part.latin


@functools.cache
def _english() -> Mapping[str, tuple[str, ...]]:
    """Return how a concept or a place is called in English, by its code."""
    named = {
        row["code"]: tuple(spelled(word) for word in row["en"].split(";") if word) for row in table("concepts.tsv")
    }
    named |= {place.code: tuple(map(spelled, place.names["en"][:2])) for place in places().values()}
    return MappingProxyType(named)


def latin(written: str) -> Spelling:
    """Return the keys of what is written in Latin letters."""
    folded = fold(written).replace(" ", "")
    return Spelling(sound(folded), skeleton(folded))
