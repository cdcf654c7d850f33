"""A list of names comes in once; for a name in any of the three languages, the likeliest of the list go out.

Names are compared by sound, then by their consonants alone, which survive what Hangul cannot write; a word that few
names of the list have counts for more, and one that a name has beside what is sought counts against it by that much.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from nhipcau.language.organisation_names.spellings import Spelling, Spelt, spellings

_OF_SOUND: Final = 0.6
_LEFT_OUT: Final = 0.3
_AS_INITIALS: Final = 0.08
_SHORTLIST: Final = 60
_MOST_ROUTES: Final = 6
_MOST_INITIALS: Final = 5


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read a name of the list: its keys, and what the reading costs."""

    sound: str
    skeleton: str
    cost: float
    initials: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    whole: Spelling
    ways: tuple[_Way, ...]


class NameIndex:
    """Names, made ready to be found by names in another language or spelling."""

    def __init__(self, names: Sequence[str]) -> None:
        words = [tuple(part.ways[0] for part in spellings(name)) or (Spelling("", ""),) for name in names]
        common = Counter(word.sound for one in words for word in set(one))
        self._entries = tuple(_entry(one, common, len(names)) for one in words)
        self._sounds = [entry.whole.sound for entry in self._entries]
        self._skeletons = [entry.whole.skeleton for entry in self._entries]
        self._first = [one[0].sound for one in words]
        self._initials: dict[str, list[int]] = {}
        for at, one in enumerate(words):
            for end in range(2, min(len(one), _MOST_INITIALS) + 1):
                self._initials.setdefault("".join(word.sound[:1] for word in one[:end]), []).append(at)

    def rank(self, name: str, most: int = 10) -> list[tuple[int, float]]:
        """Return positions in the list with how alike they are (0 to 1), the likeliest first."""
        parts = spellings(name)
        if not parts:
            return []
        scored = [(at, _likeness(parts, self._entries[at])) for at in self._shortlist(parts)]
        return sorted(scored, key=lambda one: (-one[1], one[0]))[:most]

    def _shortlist(self, parts: Sequence[Spelt]) -> set[int]:
        found: set[int] = set()
        for route in _routes(parts):
            sound, skeleton = "".join(way.sound for way in route), "".join(way.skeleton for way in route)
            for query, choices in ((sound, self._sounds), (skeleton, self._skeletons)):
                hits = extract(query, choices, scorer=Indel.normalized_similarity, limit=_SHORTLIST)
                found.update(position for _, _, position in hits)
        found.update(self._initials.get(parts[0].ways[0].sound, ())[:_SHORTLIST] if parts[0].letters else ())
        for way in parts[0].ways:
            hits = extract(way.sound, self._first, scorer=Indel.normalized_similarity, limit=_SHORTLIST // 3)
            found.update(position for _, _, position in hits)
        return found


def _entry(words: Sequence[Spelling], common: Counter[str], count: int) -> _Entry:
    weights = [math.log(1 + count / common[word.sound]) for word in words]
    whole = Spelling("".join(word.sound for word in words), "".join(word.skeleton for word in words))
    return _Entry(whole, tuple(_ways(words, weights)))


def _ways(words: Sequence[Spelling], weights: Sequence[float]) -> Iterator[_Way]:
    """Return the whole name, its beginnings, the name without its first word, and with its first words as initials."""
    total = sum(weights) or 1.0
    for end in range(len(words), 0, -1):
        yield _way(words[:end], _LEFT_OUT * sum(weights[end:]) / total)
    if len(words) > 1:
        yield _way(words[1:], _LEFT_OUT * weights[0] / total)
    for end in range(2, min(len(words), _MOST_INITIALS) + 1):
        short = "".join(word.sound[:1] for word in words[:end])
        yield _way((Spelling(short, short), *words[end:]), _AS_INITIALS, initials=True)


def _way(words: Sequence[Spelling], cost: float, *, initials: bool = False) -> _Way:
    return _Way("".join(word.sound for word in words), "".join(word.skeleton for word in words), cost, initials)


def _routes(parts: Sequence[Spelt]) -> Iterator[tuple[Spelling, ...]]:
    """Return the usual spelling, the romanised one, and those with one part spelled otherwise."""
    usual = tuple(part.ways[0] for part in parts)
    yield usual
    yield tuple(part.ways[-1] for part in parts)
    for at, part in enumerate(parts[:3]):
        for way in part.ways[1:3]:
            yield (*usual[:at], way, *usual[at + 1 :])


def _likeness(parts: Sequence[Spelt], entry: _Entry) -> float:
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


def _alike(sound: str, skeleton: str, way: _Way) -> float:
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
