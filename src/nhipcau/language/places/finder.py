"""Text comes in; the places that it names, with their offsets, go out."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from nhipcau.language.lexicon import Lexicon, is_whole_word
from nhipcau.language.places.homographs import followed, parted
from nhipcau.language.places.table import Place, places
from nhipcau.language.surnames import VIETNAMESE_COMMON
from nhipcau.language.text import fold


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place that stands at ``start:end``."""

    start: int
    end: int
    place: Place


# Pages in Latin letters use each other's spellings; both lists serve both.
_SPELLINGS: Final = {"vi": ("vi", "en"), "en": ("en", "vi"), "ko": ("ko", "en")}
_KOREAN_SUFFIX: Final = re.compile(
    r"(?:특별자치시|특별자치도|특별시|광역시|특례시|직할시"
    r"|시(?!장|는\s시|간|대|작|설|행|범)"
    r"|도(?!지사|의회|교육청|내|로|시)|성(?!장|공|명|향)|군(?!수|의회))",
)
_HANGUL: Final = re.compile("[가-힣]")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)\s+$")
_SURNAMES: Final = VIETNAMESE_COMMON | {fold(name).title() for name in VIETNAMESE_COMMON}


def find_places(text: str, language: str) -> tuple[PlaceFound, ...]:
    """Return the places that ``text`` names, in order, the longest spelling first, none overlapping.

    Names of places inside longer names (of institutes, say) are found too; the caller knows which it wants. A name that
    stands right behind a Vietnamese surname is a person's.
    """
    lexicon, words, known = _lexicon(language if language in _SPELLINGS else "en")
    found: list[PlaceFound] = []
    for start, end, index in lexicon.find(text, lambda _, start, end, index: _stands(text, start, end, words[index])):
        suffix = _KOREAN_SUFFIX.match(text, end) if not words[index].isascii() and _HANGUL.match(words[index]) else None
        found.append(PlaceFound(start, suffix.end() if suffix else end, known[index]))
    return tuple(found)


@functools.cache
def _lexicon(language: str) -> tuple[Lexicon, tuple[str, ...], tuple[Place, ...]]:
    known: dict[str, Place] = {}
    for own in _SPELLINGS[language]:
        for place in places().values():
            for name in place.names[own]:
                known.setdefault(name, place)
                known.setdefault(name.upper(), place)
    return Lexicon(tuple(known)), tuple(known), tuple(known.values())


def _stands(text: str, start: int, end: int, word: str) -> bool:
    if _HANGUL.match(word):
        return not _HANGUL.match(text, start - 1, start) and followed(word, text, end)
    if not is_whole_word(text, start, end) or not parted(word, text, start, end):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 12), start)
    return before is None or before[1] not in _SURNAMES
