"""A text comes in; the province in which its writer says to be goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.language.places import find_places
from nhipcau.language.properties.reader.cues import LIST, Cue
from nhipcau.language.properties.said import Said

_BEHIND: Final = re.compile(r"에 ?(?:있습니다|있음|있는|위치|자리|본사|공장|본사를|공장을)")
_WINDOW: Final = 32


def read_places(raw: str, cues: Sequence[Cue], language: str) -> Iterator[Said]:
    """Yield the places that stand behind "you find us in", "cơ sở đặt ở" or before "에 있습니다"."""
    for cue in cues:
        if LIST + "place" in cue.before:
            places = _places(raw[cue.end : cue.end + _WINDOW], language)
            if places and places[0][0] <= 8:
                start, end, code = places[0]
                yield Said(property="place", value=code, start=cue.end + start, end=cue.end + end)
        if LIST + "place" in cue.behind:
            first = max(0, cue.start - _WINDOW)
            for start, end, code in _places(raw[first : cue.start], language):
                if 0 <= cue.start - first - end <= 1:
                    yield Said(property="place", value=code, start=first + start, end=first + end)
    for match in _BEHIND.finditer(raw) if "에" in raw else ():
        first = max(0, match.start() - _WINDOW)
        for start, end, code in _places(raw[first : match.start()], language):
            if first + end == match.start():
                yield Said(property="place", value=code, start=first + start, end=first + end)


@functools.lru_cache(maxsize=4096)
def _places(window: str, language: str) -> tuple[tuple[int, int, str], ...]:
    found = find_places(window, language)
    return tuple(
        (place.start, place.end, place.place.code) for place in found if place.place.level in {"province", "city"}
    )
