"""A list of names comes in once; for a name in any of the three languages, the likeliest of the list go out.

A shortlist by sound, by consonants, by the first word and by initials is compared name by name (``likeness``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from nhipcau.language.organisation_names.likeness import MOST_INITIALS, likeness_to, reading_of
from nhipcau.language.organisation_names.spellings import Spelling, Spelt, spellings

_SHORTLIST: Final = 60


class NameIndex:
    """Names, made ready to be found by names in another language or spelling."""

    def __init__(self, names: Sequence[str]) -> None:
        words = [tuple(part.ways[0] for part in spellings(name)) or (Spelling("", ""),) for name in names]
        common = Counter(word.sound for one in words for word in set(one))
        self._entries = [reading_of(one, lambda word: math.log(1 + len(names) / common[word.sound])) for one in words]
        self._sounds = [entry.whole.sound for entry in self._entries]
        self._skeletons = [entry.whole.skeleton for entry in self._entries]
        self._first = [one[0].sound for one in words]
        self._initials: dict[str, list[int]] = {}
        for at, one in enumerate(words):
            for end in range(2, min(len(one), MOST_INITIALS) + 1):
                self._initials.setdefault("".join(word.sound[:1] for word in one[:end]), []).append(at)

    def rank(self, name: str, most: int = 10) -> list[tuple[int, float]]:
        """Return positions in the list with how alike they are (0 to 1), the likeliest first."""
        parts = spellings(name)
        if not parts:
            return []
        scored = [(at, likeness_to(parts, self._entries[at])) for at in self._shortlist(parts)]
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


def _routes(parts: Sequence[Spelt]) -> Iterator[tuple[Spelling, ...]]:
    """Return the usual spelling, the romanised one, and those with one part spelled otherwise."""
    usual = tuple(part.ways[0] for part in parts)
    yield usual
    yield tuple(part.ways[-1] for part in parts)
    for at, part in enumerate(parts[:3]):
        for way in part.ways[1:3]:
            yield (*usual[:at], way, *usual[at + 1 :])
