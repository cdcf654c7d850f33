"""A text and its language come in; what of it the space counts goes out.

Features of a language begin with its letter. Two kinds are shared by all: "x:" for numbers and longer Latin words, as
Korean and Vietnamese texts are full of them, and "s:" for how long words sound, since loan words (polyethylene,
polyetylen, 폴리에틸렌) are spelled by ear.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from nhipcau.language.text import fold
from nhipcau.language.typed import sound

PARTS: Final = " > "
SHARED: Final = ("x:", "s:")
_WORD: Final = re.compile(r"[^\W_]+")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]+")
_LATIN: Final = re.compile("[a-z]{3,}")
_SHARED: Final = re.compile(r"\d+|[a-z0-9]{4,}")
_ENDINGS: Final = (
    *("ations", "ation", "ings", "ing", "ies", "ers", "ness", "ments", "ment", "ed", "es", "er", "s", "e", "y"),
)
_FUNCTION_WORDS: Final = frozenset({
    "the", "of", "and", "or", "a", "an", "to", "in", "for", "with", "by", "on", "at", "from", "as", "is", "are", "be",
    "not", "other", "than", "thereof", "such", "this", "that", "any", "it", "its", "whether", "including", "but",
})  # fmt: skip
_SHORTEST_STEM: Final = 3
_SHORTEST_HEARD: Final = {"vi": 5, "en": 5, "ko": 3}
_SOUND: Final = 4


def features(text: str, language: str) -> list[str]:
    """Return the features of a text, one as often as it occurs."""
    low = text.lower()
    own = _korean(low) if language == "ko" else _vietnamese(low) if language == "vi" else _english(low)
    return [*own, *shared(low, language)]


def shared(low: str, language: str) -> Iterator[str]:
    """Yield the features of a text in small letters that belong to no language."""
    for word in _SHARED.findall(low):
        yield f"x:{_stem(word)}"
    least = _SHORTEST_HEARD[language]
    for word in (_HANGUL if language == "ko" else _WORD).findall(low):
        if len(word) >= least and not word.isdigit():
            heard = sound(fold(word) if language == "vi" else word)
            for at in range(len(heard) - _SOUND + 1):
                yield f"s:{heard[at : at + _SOUND]}"


def _english(low: str) -> Iterator[str]:
    words = [_stem(word) for word in _WORD.findall(low) if word not in _FUNCTION_WORDS]
    yield from (f"e:{word}" for word in words)
    yield from (f"e:{one} {two}" for one, two in pairwise(words))


def _vietnamese(low: str) -> Iterator[str]:
    words = _WORD.findall(low)
    yield from (f"v:{word}" for word in words)
    yield from (f"v:{one} {two}" for one, two in pairwise(words))


def _korean(low: str) -> Iterator[str]:
    """Yield two and three syllables running, and the English words that Korean writes in brackets."""
    for word in _HANGUL.findall(low):
        if len(word) == 1:
            yield f"k:{word}"
        for size in (2, 3):
            yield from (f"k:{word[at : at + size]}" for at in range(len(word) - size + 1))
    yield from (f"e:{_stem(word)}" for word in _LATIN.findall(low) if word not in _FUNCTION_WORDS)


@functools.lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
