"""A text and the spans that its values rest on come in; pieces of the text, each with its values, go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

# What a piece shows where several values rest on the same words: the loudest of their states.
_LOUDNESS: Final = ("stated", "derived", "disputed")


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a text that a value rests on: code points ``start`` to ``end``."""

    key: str
    state: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same values rest on (none: plain text).

    ``keys`` stand with the shortest span first; ``starts`` are the values whose words begin here.
    """

    text: str
    keys: tuple[str, ...] = ()
    state: str = ""
    starts: tuple[str, ...] = ()


def pieces(text: str, said: Iterable[Said]) -> tuple[Piece, ...]:
    """Cut a text where a span starts or ends; the pieces joined are the text again.

    Spans may nest and overlap. What lies outside of the text is left out.
    """
    spans = [one for one in said if 0 <= one.start < one.end <= len(text)]
    edges = sorted({0, len(text), *(one.start for one in spans), *(one.end for one in spans)})
    first = {one.key: min(other.start for other in spans if other.key == one.key) for one in spans}
    waiting = sorted(spans, key=lambda one: one.start)
    open_now: list[Said] = []
    found = []
    for start, end in pairwise(edges):
        open_now = [one for one in open_now if one.end > start]
        while waiting and waiting[0].start == start:
            open_now.append(waiting.pop(0))
        found.append(_piece(text[start:end], start, open_now, first))
    return tuple(found)


def _piece(text: str, start: int, said: Sequence[Said], first: dict[str, int]) -> Piece:
    if not said:
        return Piece(text)
    keys = tuple(dict.fromkeys(one.key for one in sorted(said, key=lambda one: (one.end - one.start, one.key))))
    loudest = max((one.state for one in said), key=lambda state: _LOUDNESS.index(state) if state in _LOUDNESS else -1)
    return Piece(text, keys, loudest, tuple(key for key in keys if first[key] == start))
