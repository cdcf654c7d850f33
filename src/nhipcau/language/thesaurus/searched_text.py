"""Text or a label comes in; what the labels are searched in goes out, with the way back to the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from nhipcau.language.lexicon import same_length_lower
from nhipcau.language.text import Normalised, normalise

_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
# Korean writes Latin words and numbers against its own letters: ABS수지, CNC가공, 5축.
_SEAM: Final = re.compile("(?<=[\uac00-\ud7a3])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\uac00-\ud7a3])")
_ODD: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\uff01-\uff5e\ud800-\udfff]")
_BLANKS: Final = re.compile(r"[ \t]*\n[ \t]*(?=[^\W_])|(?<=\S) {2,}(?=\S)")


# Letters, digits and blanks stay; everything else parts words.
_MARK: Final = re.compile(r"[^\w ]|_")


@dataclass(frozen=True, slots=True)
class Searched:
    """A text as the labels are searched in it: lower case, words parted by one space, one before and one after.

    ``marked`` is the same with its punctuation, letter for letter beside ``words``.
    """

    words: str
    marked: str
    _seams: tuple[int, ...]
    _normal: Normalised | None
    _blanks: tuple[int, ...]
    _dropped: tuple[int, ...]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``words[start:end]`` stands in the text that came in."""
        first, last = self._place(start), self._place(end)
        return (first, last) if self._normal is None else self._normal.to_raw(first, last)

    def _place(self, at: int) -> int:
        place = at - 1 - bisect_left(self._seams, at)
        return place + self._dropped[bisect_left(self._blanks, place)]


def searched(raw: str) -> Searched:
    """Prepare a text."""
    normal, text = None, raw
    if not raw.isascii() and (_ODD.search(raw) or not unicodedata.is_normalized("NFC", raw)):
        normal = normalise(raw)
        text = normal.text
    text, blanks, dropped = _one_blank(text)
    lower = same_length_lower(text)
    seams: tuple[int, ...] = ()
    if not lower.isascii() and _HANGUL.search(lower):
        at = [seam.start() for seam in _SEAM.finditer(lower)]
        seams = tuple(place + 1 + count for count, place in enumerate(at))
        lower = _SEAM.sub(" ", lower)
    return Searched(f" {_MARK.sub(' ', lower)} ", f" {lower} ", seams, normal, blanks, dropped)


def searched_form(label: str) -> str:
    """Return a label as it is looked for, without the spaces around it."""
    return " ".join(searched(label).words.split())


def _one_blank(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return the text with one blank where several part two words, where they are, how many are gone up to each."""
    if "  " not in text and "\n" not in text:
        return text, (), (0,)
    places: list[int] = []
    dropped = [0]

    def shorter(found: re.Match[str]) -> str:
        if len(found[0]) > 1:
            places.append(found.start() - dropped[-1])
            dropped.append(dropped[-1] + len(found[0]) - 1)
        return "\n" if "\n" in found[0] else " "

    return _BLANKS.sub(shorter, text), tuple(places), tuple(dropped)
