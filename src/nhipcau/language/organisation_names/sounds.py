"""A word in Latin letters or Hangul comes in; a key in which its irregular spellings meet goes out."""

from __future__ import annotations

import functools
import re
from typing import Final

# Only what two spellings of one Korean syllable differ by and Vietnamese syllables keep apart anyway: Sung and Seong,
# Woo and U, Jung and Chung, Kum and Geum. Tones, final -n and -ng, b and p, d and t stay apart: An Bình is not An Vinh.
_MEETING: Final = (
    ("tch", "ch"), ("sh", "s"), ("ck", "k"), ("ch", "j"), ("g", "k"), ("c", "k"), ("q", "k"), ("eui", "i"), ("weo", "wo"),
    ("eo", "u"), ("eu", "u"), ("ae", "e"), ("woo", "u"), ("oo", "u"), ("ou", "u"), ("wu", "u"), ("ee", "i"), ("y", "i"),
    ("ph", "f"), ("x", "ks"), ("z", "j"),
)  # fmt: skip
_TWICE: Final = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """Return the key of one word in folded Latin letters."""
    kept = word.replace("ng", "N")
    for written, meant in _MEETING:
        kept = kept.replace(written, meant)
    return _TWICE.sub(r"\1", kept).replace("N", "ng")
