# ruff: noqa: E501 -- tables of sounds
"""A word in Latin letters or Hangul comes in; a key in which its irregular spellings meet goes out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.romanise import romanise

# Only what two spellings of one Korean syllable differ by and Vietnamese syllables keep apart anyway: Sung and Seong,
# Woo and U, Jung and Chung, Kum and Geum. Tones, final -n and -ng, b and p, d and t stay apart: An Bình is not An Vinh.
_MEETING: Final = (
    ("tch", "ch"), ("sh", "s"), ("ck", "k"), ("ch", "j"), ("g", "k"), ("c", "k"), ("q", "k"), ("eui", "i"), ("weo", "wo"),
    ("eo", "u"), ("eu", "u"), ("woo", "u"), ("oo", "u"), ("ou", "u"), ("wu", "u"), ("ee", "i"), ("y", "i"),
    ("ph", "f"), ("x", "ks"), ("z", "j"),
)  # fmt: skip
_TWICE: Final = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return the key of one word in folded Latin letters."""
    kept = word.replace("ng", "N").replace("ae", "E")
    for written, meant in _MEETING:
        kept = kept.replace(written, meant)
    return _TWICE.sub(r"\1", kept).replace("N", "ng").replace("E", "e")


# What Hangul writes alike, or has to: f and p, v and b, z and j, th and s, l and r; c and g before e, i, y.
_ALIKE: Final = (
    ("ng", "n"), ("tch", "j"), ("ch", "j"), ("sh", "s"), ("ph", "p"), ("th", "s"), ("ck", "k"), ("ce", "se"), ("ci", "si"),
    ("cy", "si"), ("ge", "je"), ("gi", "ji"), ("gy", "ji"), ("qu", "k"), ("x", "ks"), ("c", "k"), ("q", "k"), ("g", "k"),
    ("v", "p"), ("b", "p"), ("f", "p"), ("d", "t"), ("z", "j"), ("r", "l"),
)  # fmt: skip
_SILENT_R: Final = re.compile("(?<=[aeiou])r(?![aeiou])")
_VOWELS: Final = re.compile("[aeiouwyh]")


@functools.lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return the consonants of a word in folded Latin letters, as far as Hangul tells them apart; a vowel in front is "a"."""
    kept = _SILENT_R.sub("", word)
    for written, meant in _ALIKE:
        kept = kept.replace(written, meant)
    first = "a" if kept[:1] in "aeiouwy" and kept else kept[:1]
    return _TWICE.sub(r"\1", first + _VOWELS.sub("", kept[1:]))


@functools.lru_cache(maxsize=50_000)
def hangul_skeleton(word: str) -> str:
    """Return the consonants of a word in Hangul."""
    return skeleton("".join(romanise(syllable) for syllable in word))


@functools.lru_cache(maxsize=50_000)
def hangul_sound(word: str) -> str:
    """Return the key of a word in Hangul, syllable by syllable: firms write their names without the changes between them."""
    return _TWICE.sub(r"\1", "".join(map(_syllable_sound, word)))


@functools.lru_cache(maxsize=20_000)
def _syllable_sound(syllable: str) -> str:
    return sound(romanise(syllable))
