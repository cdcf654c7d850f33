"""Text comes in; the folded words by which items are compared where concepts say little go out, as terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from nhipcau.language.text import fold

_WORD: Final = re.compile(r"[a-z][a-z0-9]+|[가-힣]+")
_PLURAL: Final = re.compile(r"(?<=[a-z]{3})(?:ing|ers?|es|ed|s)$")
_LONGEST_TEXT: Final = 20_000
PREFIX: Final = "w:"


def word_terms(text: str, language: str) -> frozenset[str]:
    """Return the terms of a text: stems of English, pairs of syllables of Vietnamese and of Korean words."""
    words = _WORD.findall(fold(text[:_LONGEST_TEXT]))
    latin = [word for word in words if word[0] < "가"]
    korean = {word[at : at + 2] for word in words if word[0] >= "가" for at in range(max(1, len(word) - 1))}
    if language == "vi":
        terms = {f"{first} {second}" for first, second in pairwise(latin)}
    else:
        terms = {_PLURAL.sub("", word) for word in latin if len(word) > 2}
    return frozenset(f"{PREFIX}{term}" for term in terms | korean)


def as_written(terms: Iterable[str], text: str, language: str) -> list[str]:
    """Return the words of a text that some of its terms stand for, as they are written there, each once."""
    wanted = set(terms)
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text[:_LONGEST_TEXT]).lower())
    pieces = [f"{one} {other}" for one, other in pairwise(words)] if language == "vi" else []
    return list(dict.fromkeys(piece for piece in (*pieces, *words) if wanted & word_terms(piece, language)))
