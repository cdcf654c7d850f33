"""Two names come in, mostly one in Hangul and one in Latin letters; how alike they are as spelled out goes out.

Names are compared by sound, then by their consonants alone, which survive what Hangul cannot write; a word that few
names have counts for more, and one that a name has beside what is sought counts against it by that much.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from nhipcau.language.organisation_names.spellings import Spelling, Spelt, latin, spellings

_OF_SOUND: Final = 0.6
_LEFT_OUT: Final = 0.3
_AS_INITIALS: Final = 0.08
MOST_INITIALS: Final = 5

Weigh = Callable[[Spelling], float]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a name: its keys, and what the reading costs."""

    sound: str
    skeleton: str
    cost: float
    initials: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with the ways to read it: whole, shortened, and with its first words as initials."""

    whole: Spelling
    ways: tuple[Way, ...]


@functools.lru_cache(maxsize=20_000)
def likeness(left: str, right: str) -> float:
    """Return how alike two names are as spelled out, from 0 to 1."""
    one, other = spellings(left), spellings(right)
    if not one or not other:
        return 0.0
    if sum(len(part.ways) for part in one) < sum(len(part.ways) for part in other):
        one, other = other, one
    return likeness_to(one, reading_of([part.ways[0] for part in other], lambda word: float(len(word.sound))))


@functools.lru_cache(maxsize=20_000)
def proper_likeness(hangul: str, core: tuple[str, ...]) -> float:
    """Return how alike the proper words of a name in Hangul are to those of a name in Latin letters, from 0 to 1."""
    proper = tuple(part for part in spellings(hangul) if part.proper)
    if not proper or not core:
        return 0.0
    return likeness_to(proper, reading_of([latin(word) for word in core], lambda word: float(len(word.sound))))


def reading_of(words: Sequence[Spelling], weigh: Weigh) -> Reading:
    """Return a name's words with the ways to read them; ``weigh`` says how much a word that is left out costs."""
    weights = [weigh(word) for word in words]
    whole = Spelling("".join(word.sound for word in words), "".join(word.skeleton for word in words))
    return Reading(whole, tuple(_ways(words, weights)))


def _ways(words: Sequence[Spelling], weights: Sequence[float]) -> Iterator[Way]:
    """Return the whole name, its beginnings, the name without its first word, and with its first words as initials."""
    total = sum(weights) or 1.0
    for end in range(len(words), 0, -1):
        yield _way(words[:end], _LEFT_OUT * sum(weights[end:]) / total)
    if len(words) > 1:
        yield _way(words[1:], _LEFT_OUT * weights[0] / total)
    for end in range(2, min(len(words), MOST_INITIALS) + 1):
        short = "".join(word.sound[:1] for word in words[:end])
        yield _way((Spelling(short, short), *words[end:]), _AS_INITIALS, initials=True)


def _way(words: Sequence[Spelling], cost: float, *, initials: bool = False) -> Way:
    return Way("".join(word.sound for word in words), "".join(word.skeleton for word in words), cost, initials)


def likeness_to(parts: Sequence[Spelt], entry: Reading) -> float:
    """Return how alike a name's parts, spelled as fits best, are to another name."""
    letters = any(part.letters for part in parts)
    orders = [_fitting(parts, entry.whole)]
    if parts[0].country and len(parts) > 1:
        orders.append((*orders[0][1:], orders[0][0]))
        orders.append(orders[0][1:])
    best = 0.0
    for order in orders:
        sound, skeleton = "".join(way.sound for way in order), "".join(way.skeleton for way in order)
        for way in entry.ways:
            if letters or not way.initials:
                best = max(best, _alike(sound, skeleton, way) - way.cost)
    return best


def _alike(sound: str, skeleton: str, way: Way) -> float:
    heard = Indel.normalized_similarity(sound, way.sound)
    return _OF_SOUND * heard + (1 - _OF_SOUND) * Indel.normalized_similarity(skeleton, way.skeleton)


def _fitting(parts: Sequence[Spelt], whole: Spelling) -> tuple[Spelling, ...]:
    """Return, for each part, the spelling that the other name has most of."""
    return tuple(
        max(part.ways, key=lambda way: (fuzz.partial_ratio(way.sound, whole.sound), len(way.sound)))
        if len(part.ways) > 1
        else part.ways[0]
        for part in parts
    )
