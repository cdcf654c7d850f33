"""A list of words comes in once; every place where a text has one of them goes out, longest first."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_LETTER_BEFORE: Final = re.compile(r"[^\W_]")
# Dashes are one, and a line broken inside a phrase is a space.
_SPELLING: Final = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\n", "------ ")

_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")

Accept = Callable[[str, int, int, int], bool]
"""Judges ``(text, start, end, index)``: may the word at ``index`` of the list stand at ``start:end``?"""


class Lexicon:
    """Words searched for all at once; what is found never overlaps."""

    def __init__(self, words: Sequence[str], *, ignore_case: bool = False) -> None:
        """Build the automaton; with ``ignore_case`` the words are to be in lower case."""
        self._ignore_case = ignore_case
        self._words = tuple(word.translate(_SPELLING) for word in words)
        kind = Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard, implementation=kind)

    def find(self, text: str, accept: Accept) -> Iterator[tuple[int, int, int]]:
        """Yield ``(start, end, index)`` in order: of overlapping words that are accepted the leftmost, longest one."""
        done = 0
        for start, end, index in sorted(self.every(text), key=_leftmost_longest):
            if start >= done and accept(text, start, end, index):
                done = end
                yield start, end, index

    def every(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield ``(start, end, index)`` of every occurrence of every word, overlapping ones too."""
        searched = same_length_lower(text) if self._ignore_case else text
        searched = _HALF_PAIR.sub("\ufffd", searched.translate(_SPELLING))
        hits = self._automaton.find_matches_as_indexes(searched, overlapping=True)
        return ((start, end, index) for index, start, end in hits)


def _leftmost_longest(hit: tuple[int, int, int]) -> tuple[int, int]:
    return hit[0], -hit[1]


def same_length_lower(text: str) -> str:
    """Return ``text`` in lower case, letter for letter, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(_one_lower(letter) for letter in text)


@functools.cache
def _one_lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit touches ``text[start:end]``, as words parted by spaces need it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not _LETTER_BEFORE.match(before) and not _LETTER_BEFORE.match(after)
